/// Damages text at random places, as a slip of the hand or an author who means harm would; the same for the same seed.
public struct Mutation {
  private var dice: SplitMix

  public init(seed: Int) { dice = SplitMix(seed: UInt64(seed)) }

  /// The text with `count` damages: pieces lost, doubled, swapped, put in, or replaced by any scalar there is.
  public mutating func damaged(_ text: String, count: Int, pieces: [String] = Mutation.charges) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<count { damage(&scalars, pieces) }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Any scalars, the narrow and dangerous ones as likely as the rare.
  public mutating func noise(_ count: Int) -> String {
    String(String.UnicodeScalarView((0..<count).map { _ in scalar() }))
  }

  /// A number of a range.
  public mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }

  private mutating func damage(_ scalars: inout [Unicode.Scalar], _ pieces: [String]) {
    let range = self.range(scalars.count)
    switch number(0...4) {
    case 0: scalars.removeSubrange(range)
    case 1: scalars.insert(contentsOf: scalars[range], at: range.lowerBound)
    case 2: scalars.replaceSubrange(range, with: scalars[range].reversed())
    case 3:
      scalars.insert(contentsOf: Array((pieces.randomElement(using: &dice) ?? "").unicodeScalars), at: range.lowerBound)
    default: if !range.isEmpty { scalars[range.lowerBound] = scalar() }
    }
  }

  private mutating func range(_ count: Int) -> Range<Int> {
    let low = number(0...count)
    return low..<number(low...min(count, low + 24))
  }

  private mutating func scalar() -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x00...0xFF, 0x300...0x36F, 0x2000...0x2BFF, 0x4E00...0x9FFF, 0xFE00...0xFFFF, 0x1F000...0x1FAFF,
      0xE0000...0xE0FFF, 0...0x10FFFF,
    ]
    let value = UInt32.random(in: ranges.randomElement(using: &dice) ?? 0x20...0x7E, using: &dice)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Orders to a terminal, and marks that open something in Markdown or LaTeX.
  public static let charges = [
    "\u{1B}]52;c;aGk=\u{7}", "\u{1B}[2J", "\u{9B}31m", "\u{202E}", "\u{200D}", "\u{0}", "e\u{301}\u{302}\u{303}\u{304}",
    "$", "$$", "\\frac{", "\\begin{cases}", "\\left(", "{", "}", "^", "_", "&", "\\\\", "\\", "*", "**", "`", "```",
    "```demo x", "\n", "\n\n", "\r\n", "---\n", "> ", "- ", "1. ", "# ", "|", "|-|\n", "<b>", "![", "[", "](", ")",
    "，", "（", "「", "中", "👩\u{200D}🔬", "\t", "    ",
  ]
}
