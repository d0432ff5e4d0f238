import Yams

/// The interface's own words in both languages, by key, read from `Assets/strings.en.yaml` and `strings.zh.yaml`.
///
/// A test holds that both files have the same keys and the same placeholders, and that every key in use is there.
public struct StringTable: Sendable {
  private let texts: [Language: [String: String]]

  /// - Parameter yaml: a flat mapping from key to text for each language.
  public init(yaml: [Language: String]) throws(StringTableError) {
    var texts: [Language: [String: String]] = [:]
    for language in Language.allCases {
      texts[language] = try Self.parse(yaml[language] ?? "", language)
    }
    self.texts = texts
  }

  /// The text of `key` with each `{name}` replaced by its argument; the key itself where a table lacks it.
  ///
  /// What an argument holds is never looked at again: a title with braces in it stays as it is.
  public func callAsFunction(_ key: String, _ language: Language, _ arguments: [String: String] = [:]) -> String {
    let text = texts[language]?[key] ?? texts[.en]?[key] ?? key
    guard !arguments.isEmpty else { return text }
    return Self.pieces(of: text).map { piece in
      switch piece {
      case .words(let words): String(words)
      case .placeholder(let name): arguments[String(name)] ?? "{\(name)}"
      }
    }.joined()
  }

  /// The names in braces in a text.
  public func placeholders(_ key: String, _ language: Language) -> Set<String> {
    let names = Self.pieces(of: texts[language]?[key] ?? "").compactMap { piece -> String? in
      if case .placeholder(let name) = piece { String(name) } else { nil }
    }
    return Set(names)
  }

  /// Every key of a language's table.
  public func keys(_ language: Language) -> Set<String> { Set(texts[language, default: [:]].keys) }

  private enum Piece {
    case words(Substring)
    case placeholder(Substring)
  }

  /// A text cut at its placeholders; a brace without its partner is words.
  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(.words(rest[..<open]))
      pieces.append(.placeholder(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return pieces + [.words(rest)]
  }

  private static func parse(_ yaml: String, _ language: Language) throws(StringTableError) -> [String: String] {
    let node: Node?
    // Without the resolver, which would try a dozen regular expressions on every key.
    do { node = try compose(yaml: yaml, .basic) } catch { throw .notYAML(language, reason: "\(error)") }
    guard let mapping = node?.mapping else { return [:] }
    var table: [String: String] = [:]
    for (key, value) in mapping {
      guard let key = key.scalar?.string, let text = value.scalar?.string else {
        throw .notText(language, line: key.mark?.line ?? 0)
      }
      table[key] = text
    }
    return table
  }
}

/// Why a string table could not be read.
public enum StringTableError: Error, Hashable {
  case notYAML(Language, reason: String)
  /// A key or value that is not a plain text.
  case notText(Language, line: Int)
}
