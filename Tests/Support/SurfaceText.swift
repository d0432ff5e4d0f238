import Terminal

/// The four sizes that every picture is drawn at, and the smallest there is.
public let testSizes = [
  Size(width: 40, height: 12), Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 200, height: 60),
  Size(width: 1, height: 1),
]

extension Surface {
  /// All rows as one text.
  public var text: String { lines.joined(separator: "\n") }
}
