import Terminal

/// Where the source of a demo stands: beside its picture, below it, or in its place.
enum CodeLayout {
  /// Columns that a picture and the source, or the source and the same in Python, need to stand side by side.
  private static let sideBySide = 108
  /// From here on neither of them is cramped.
  private static let easily = 140
  /// From here on the source has room for the same in Python beside it.
  private static let three = 176
  /// Rows that picture and source need to stand one above the other.
  private static let stacked = 28

  /// Cuts the room of the picture.
  static func split(_ area: Rect) -> (picture: Rect, code: Rect) {
    if area.width < easily && area.height >= stacked {
      let (picture, code) = area.splitBottom(area.height * 55 / 100)
      return (picture, code)
    }
    guard area.width >= sideBySide else { return (area.splitTop(0).top, area) }
    let (picture, code) = area.splitRight(area.width * (area.width >= three ? 66 : 54) / 100)
    return (picture, code)
  }

  /// Cuts the room of the source for the same in Python, which would like that size; nil where there is no room for both.
  static func split(_ code: Rect, twin wanted: Size) -> (source: Rect, twin: Rect)? {
    guard code.width < sideBySide else {
      let (source, twin) = code.splitRight(min(max(32, wanted.width), code.width * 44 / 100))
      return (source, twin)
    }
    guard code.height >= wanted.height + 24 else { return nil }
    let (source, twin) = code.splitBottom(wanted.height + 1)
    return (source, twin)
  }
}
