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

  /// The text of `key` with `{name}` replaced by each argument; the key itself where a table lacks it.
  public func callAsFunction(_ key: String, _ language: Language, _ arguments: [String: String] = [:]) -> String {
    var text = texts[language]?[key] ?? texts[.en]?[key] ?? key
    for (name, value) in arguments { text = text.replacing("{\(name)}", with: value) }
    return text
  }

  /// Every key of a language's table.
  public func keys(_ language: Language) -> Set<String> { Set(texts[language, default: [:]].keys) }

  private static func parse(_ yaml: String, _ language: Language) throws(StringTableError) -> [String: String] {
    let node: Node?
    do { node = try compose(yaml: yaml) } catch { throw .notYAML(language, reason: "\(error)") }
    guard let mapping = node?.mapping else { return [:] }
    var table: [String: String] = [:]
    for (key, value) in mapping {
      guard let key = key.string, let text = value.scalar?.string else {
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
