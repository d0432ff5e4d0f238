import Terminal
import Wording

extension YAMLValue {
  /// `{en: …, zh: …}`, or a plain text that is the same in both: a number, a formula, a name in code.
  func bilingual() -> Bilingual? {
    switch node {
    case .scalar(let scalar) where !scalar.string.isEmpty:
      if let language = Self.language(of: scalar.string) {
        fault(.missingTranslation(language.other, key: key))
        return nil
      }
      return Bilingual(both: Sanitizer.clean(scalar.string))
    case .mapping:
      guard let fields = fields(known: ["en", "zh"], of: key) else { return nil }
      guard let en = fields.translation(.en), let zh = fields.translation(.zh) else { return nil }
      return Bilingual(en: en, zh: zh)
    default: return refuse(.bilingual)
    }
  }

  /// The same, of Markdown, which is checked.
  func bilingualMarkdown() -> Bilingual? {
    guard node.mapping != nil else {
      guard let text = bilingual() else { return nil }
      MarkupCheck(log: log).check(text.en, at: markdownPlace)
      return text
    }
    guard let text = bilingual(), let fields = fields(known: ["en", "zh"], of: key) else { return nil }
    for language in Language.allCases { _ = fields[language.rawValue]?.markdown() }
    return text
  }

  /// The language whose words a text holds outside code and formulas; nil where it holds none.
  private static func language(of text: String) -> Language? {
    var mark: Character?
    var run = 0
    for character in text {
      if character == "`" || character == "$" {
        mark = mark == character ? nil : mark ?? character
        run = 0
      } else if mark == nil {
        if character.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }) { return .zh }
        run = character.isASCII && character.isLetter ? run + 1 : 0
        if run >= 4 { return .en }
      }
    }
    return nil
  }
}

extension YAMLFields {
  fileprivate func translation(_ language: Language) -> String? {
    guard let value = self[language.rawValue], !value.isEmpty else {
      owner.fault(.missingTranslation(language, key: owner.key))
      return nil
    }
    return value.text()
  }
}
