/// The parameters of a control sequence, `CSI … final`, while and after it is read.
struct ControlSequence: Hashable, Sendable {
  /// A sequence longer than this is read to its end and then means nothing.
  private static let limit = 64

  private var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ byte: UInt8) {
    if bytes.count <= ControlSequence.limit { bytes.append(byte) }
  }

  /// Whether there is neither a private mark nor an intermediate byte.
  var isPlain: Bool { bytes.count <= ControlSequence.limit && bytes.allSatisfy { (0x30...0x3B).contains($0) } }

  /// The numbers between semicolons; a missing one is 0. Only the first of numbers joined by colons counts.
  var parameters: [Int] { groups.map { $0.first ?? 0 } }

  private var groups: [[Int]] {
    let digits = bytes.drop { (0x3C...0x3F).contains($0) }
    if digits.isEmpty { return [] }
    return digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { group in
      group.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(ControlSequence.number)
    }
  }

  private static func number(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { min(1_000_000, $0 * 10 + Int($1 & 0x0F)) }
  }
}

extension ControlSequence {
  /// What the sequence means; nil for everything unknown, and for replies to queries.
  func event(final: UInt8) -> InputEvent? {
    guard bytes.count <= ControlSequence.limit else { return nil }
    if bytes.first == UInt8(ascii: "<") {
      return mouse(final: final).map(InputEvent.mouse)
    }
    guard isPlain else { return nil }
    switch final {
    case UInt8(ascii: "I") where isEmpty: return .focus(true)
    case UInt8(ascii: "O") where isEmpty: return .focus(false)
    case UInt8(ascii: "~"): return tildeKey.map(InputEvent.key)
    case UInt8(ascii: "u"): return unicodeKey.map(InputEvent.key)
    default: return letterKey(final).map(InputEvent.key)
    }
  }

  /// What the sequence answers; nil where it is no answer known here.
  func report(final: UInt8) -> TerminalReport? {
    let numbers = parameters
    guard final == UInt8(ascii: "R"), isPlain, numbers.count == 2, numbers[0] > 0, numbers[1] > 0 else { return nil }
    return .cursor(row: numbers[0], column: numbers[1])
  }

  /// `CSI A` and `CSI 1 ; modifiers A`. `CSI row ; column R` is a cursor report, never F3.
  private func letterKey(_ final: UInt8) -> Key? {
    let numbers = parameters
    guard numbers.count <= 2, numbers.first ?? 1 <= 1, !isRelease else { return nil }
    if final == UInt8(ascii: "Z") { return .backTab }
    if final == UInt8(ascii: "R") && !numbers.isEmpty { return nil }
    guard !(UInt8(ascii: "j")...UInt8(ascii: "y")).contains(final), final != UInt8(ascii: "M") else { return nil }
    guard let key = Key(singleShift: final) else { return nil }
    return numbers.count == 2 && numbers[1] == 3 ? key.withAlt : key
  }

  private var tildeKey: Key? {
    let numbers = parameters
    guard let code = numbers.first, !isRelease else { return nil }
    if code == 27, numbers.count == 3 { return Key(code: numbers[2], modifiers: numbers[1]) }
    return numbers.count <= 2 ? Key(tilde: code) : nil
  }

  private var unicodeKey: Key? {
    let groups = groups
    guard let code = groups.first?.first, !isRelease else { return nil }
    let modifiers = groups.count > 1 ? groups[1].first ?? 1 : 1
    let isShifted = max(0, modifiers - 1) & 1 != 0
    let shifted = groups[0].count > 1 && groups[0][1] > 0 ? groups[0][1] : nil
    return Key(code: isShifted ? shifted ?? code : code, modifiers: modifiers)
  }

  /// Whether a terminal that reports releases says that the key was let go.
  private var isRelease: Bool {
    let groups = groups
    return groups.count > 1 && groups[1].count > 1 && groups[1][1] == 3
  }

  /// `CSI < buttons ; column ; row M`, or `m` for a release. Only the left button and the vertical wheel count.
  private func mouse(final: UInt8) -> MouseEvent? {
    let numbers = parameters
    guard bytes.dropFirst().allSatisfy({ (0x30...0x3B).contains($0) }), numbers.count == 3 else { return nil }
    guard numbers[1] > 0, numbers[2] > 0 else { return nil }
    let position = Point(x: numbers[1] - 1, y: numbers[2] - 1)
    let isPress = final == UInt8(ascii: "M")
    guard isPress || final == UInt8(ascii: "m") else { return nil }
    switch numbers[0] & ~0b11100 {
    case 0: return MouseEvent(isPress ? .press : .release, at: position)
    case 32: return MouseEvent(.drag, at: position)
    case 64 where isPress: return MouseEvent(.wheelUp, at: position)
    case 65 where isPress: return MouseEvent(.wheelDown, at: position)
    default: return nil
    }
  }
}
