import Course
import Wording

extension Lesson {
  /// What its demo does, in Python: every snippet of the text, checked against the demo; nil where it has none.
  var twin: Bilingual? {
    let twin = Bilingual(en: snippets(.en), zh: snippets(.zh))
    return twin.en.isEmpty && twin.zh.isEmpty ? nil : twin
  }

  private func snippets(_ language: Language) -> String {
    let text = self[language]
    let sources = text.document.fences.compactMap { fence -> String? in
      guard case .python(let twin) = text.reading(of: fence) else { return nil }
      return twin.source
    }
    return sources.joined(separator: "\n\n")
  }
}
