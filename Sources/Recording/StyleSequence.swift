import Terminal

/// The control sequences that change how a terminal draws (SGR of ECMA-48, with xterm's 256 and direct colours).
enum StyleSequence {
  /// What is sent after one style to get another; empty where they are the same.
  static func change(from old: Style, to new: Style) -> String {
    guard old != new else { return "" }
    let keeps = old.attributes.isSubset(of: new.attributes)
    let start = keeps ? old : .plain
    var codes = keeps ? [] : ["0"]
    for (attribute, code) in attributes where new.attributes.subtracting(start.attributes).contains(attribute) {
      codes.append(code)
    }
    if new.foreground != start.foreground { codes.append(color(new.foreground, base: 30)) }
    if new.background != start.background { codes.append(color(new.background, base: 40)) }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  private static let attributes: [(Attributes, String)] = [
    (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
  ]

  /// `base` is 30 for the foreground, 40 for the background.
  private static func color(_ color: Color, base: Int) -> String {
    switch color {
    case .standard: "\(base + 9)"
    case .indexed(let index) where index < 8: "\(base + Int(index))"
    case .indexed(let index) where index < 16: "\(base + 52 + Int(index))"
    case .indexed(let index): "\(base + 8);5;\(index)"
    case .rgb(let red, let green, let blue): "\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}

extension Style {
  /// The style as a terminal of `tier` shows it.
  func reduced(to tier: ColorTier) -> Style {
    Style(foreground.reduced(to: tier), on: background.reduced(to: tier), attributes)
  }
}
