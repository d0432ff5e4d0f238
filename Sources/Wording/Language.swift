/// A language that the learner can read everything in.
public enum Language: String, CaseIterable, Hashable, Sendable, Codable {
  case en, zh

  public var other: Language { self == .en ? .zh : .en }

  /// The language's own name for itself.
  public var name: String { self == .en ? "English" : "中文" }
}

/// The same text in both languages.
public struct Bilingual: Hashable, Sendable {
  public var en: String
  public var zh: String

  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  /// Text that is the same in both: a symbol, a name.
  public init(both text: String) { self.init(en: text, zh: text) }

  public subscript(_ language: Language) -> String { language == .en ? en : zh }
}
