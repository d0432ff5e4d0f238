import Foundation

/// A place in a lesson that the learner marked, with a note or without.
public struct Bookmark: Hashable, Sendable {
  /// Unique for ever, so that two windows change the same one.
  public var id: UUID
  public var lesson: String
  /// The block of the document, and how far inside it, in thousandths: good for both languages and every width.
  public var block: Int
  public var offset: Int
  /// Empty for a bookmark alone.
  public var note: String
  public var made: Date

  public init(id: UUID = UUID(), lesson: String, block: Int, offset: Int, note: String = "", made: Date) {
    self.id = id
    self.lesson = lesson
    self.block = block
    self.offset = offset
    self.note = note
    self.made = made
  }
}
