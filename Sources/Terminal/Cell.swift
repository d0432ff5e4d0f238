/// One cell of the screen: a scalar, at most one combining mark, and a style.
///
/// A character of two columns stands in its left cell; the cell to its right holds `continuation`.
public struct Cell: Hashable, Sendable {
  public var scalar: UInt32
  public var mark: UInt32
  public var style: Style

  /// The scalar of the right half of a wide character.
  public static let continuation: UInt32 = 0

  public static let blank = Cell(scalar: 0x20)

  public init(scalar: UInt32, mark: UInt32 = 0, style: Style = .plain) {
    self.scalar = scalar
    self.mark = mark
    self.style = style
  }

  public var isContinuation: Bool { scalar == Cell.continuation }

  /// What the cell adds to a line of text: nothing for a continuation.
  public var text: String {
    guard !isContinuation, let base = Unicode.Scalar(scalar) else { return "" }
    var text = String(Character(base))
    if mark != 0, let mark = Unicode.Scalar(mark) { text.unicodeScalars.append(mark) }
    return text
  }
}
