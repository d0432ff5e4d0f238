import Course
import Terminal

/// Something that the palette finds.
struct PaletteEntry: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case command, place, lesson, demo, setting, term
  }

  enum Action: Sendable {
    case perform(Command)
    case go(TutorPlace)
    case openDemo(String)
    case choose(PreferenceField, String)
    case explain(GlossaryEntry)
    /// Nothing yet, and why: a key of the string table.
    case refuse(String)
  }

  let kind: Kind
  let title: FuzzyText
  /// The title in the other language, ids, and other names that it is found by.
  let others: [FuzzyText]
  /// At the right: a key, a state.
  let detail: String
  let action: Action

  init(_ kind: Kind, _ title: String, others: [String] = [], detail: String = "", _ action: Action) {
    self.kind = kind
    self.title = FuzzyText(title)
    self.others = others.filter { $0 != title }.map { FuzzyText($0) }
    self.detail = detail
    self.action = action
  }
}
