/// A piece of running text.
public indirect enum Inline: Hashable, Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  case math(Math)
  case link([Inline], url: String)
  /// The mark of a footnote, from 1.
  case footnote(Int)
  /// A glossary term in the text's own words; made by `TermMarker`.
  case term(String, id: String)
  case lineBreak
}

extension Inline {
  /// The words alone; formulas in their linear form.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text), .term(let text, _): text
    case .emphasis(let parts), .strong(let parts), .link(let parts, _): parts.plainText
    case .math(let math): math.linear()
    case .footnote: ""
    case .lineBreak: " "
    }
  }
}

extension [Inline] {
  /// The words alone; formulas in their linear form.
  public var plainText: String { map(\.plainText).joined() }
}
