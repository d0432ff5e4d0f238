/// A learner's bookmark or note at a place of a document.
public struct ReaderAnnotation: Hashable, Sendable {
  public var position: ReaderPosition
  /// Empty for a bookmark.
  public var note: String

  public init(at position: ReaderPosition, note: String = "") {
    self.position = position
    self.note = note
  }
}
