import Markup
import Wording

/// A lesson, read: its text in both languages and its quiz.
public struct Lesson: Sendable {
  public var entry: LessonEntry
  /// At least one language; both where the lesson has no fault.
  public var texts: [Language: LessonText]
  public var quiz: Quiz

  public init(entry: LessonEntry, texts: [Language: LessonText], quiz: Quiz) {
    precondition(!texts.isEmpty, "Lesson: \(entry.id) has a text in one language at least")
    self.entry = entry
    self.texts = texts
    self.quiz = quiz
  }

  public var id: String { entry.id }

  /// The text in a language, or in the other where that one is missing.
  public subscript(_ language: Language) -> LessonText {
    texts[language] ?? texts[language.other] ?? texts.values.first!
  }
}

/// A lesson's text in one language.
public struct LessonText: Sendable {
  public var header: LessonHeader
  public var document: Document
  /// The fences by the line of their opening in the file.
  public var fences: [Int: LessonFence]

  public init(header: LessonHeader, document: Document, fences: [Int: LessonFence]) {
    self.header = header
    self.document = document
    self.fences = fences
  }

  /// What a fence of the document says; nil where it could not be read.
  public func reading(of fence: Fence) -> LessonFence? { fences[fence.line] }
}
