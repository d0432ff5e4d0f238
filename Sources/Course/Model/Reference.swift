import Wording

/// A term in both languages.
public struct GlossaryEntry: Hashable, Sendable {
  public var id: String
  public var term: Bilingual
  /// How it is written in formulas, as Markdown; nil where it has no symbol.
  public var symbol: String?
  public var text: Bilingual
  /// Other forms that a text may have of the term.
  public var forms: [Language: [String]]

  public init(
    id: String, term: Bilingual, symbol: String? = nil, text: Bilingual, forms: [Language: [String]] = [:]
  ) {
    self.id = id
    self.term = term
    self.symbol = symbol
    self.text = text
    self.forms = forms
  }

  /// The words under which a text in a language may have the term.
  public func words(_ language: Language) -> [String] { [term[language]] + (forms[language] ?? []) }
}

/// A book, course, paper or tool that lessons cite.
public struct Resource: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case book, course, video, blog, paper, tool, conference, journal, community, practice
  }

  public var id: String
  public var kind: Kind
  public var title: Bilingual
  public var authors: [String]
  public var year: Int?
  public var address: String?
  /// The section of the roadmap that names it: `1.2`.
  public var section: String

  public init(
    id: String, kind: Kind, title: Bilingual, authors: [String] = [], year: Int? = nil, address: String? = nil,
    section: String
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.authors = authors
    self.year = year
    self.address = address
    self.section = section
  }
}
