import Terminal
import Wording

extension Knob {
  /// The value that was typed: a number with a point or a comma, or a choice by its id or title in either language, or by
  /// a beginning that only one of them has. Throws what is accepted instead.
  public func value(typed text: String) throws(InputFault) -> KnobValue {
    let text = Self.plain(Sanitizer.clean(text))
    switch range {
    case .choice(let choices):
      guard let id = Self.choice(text, among: choices) else { throw refusal(of: text) }
      return .choice(id)
    case .linear, .logarithmic:
      let digits = String(text.map { $0 == "," ? "." : $0 })
      guard let number = Double(digits), number.isFinite, accepts(.number(number)) else { throw refusal(of: text) }
      return .number(number)
    }
  }

  /// What the knob takes, for a prompt: `0.0001...2`, `bowl, ravine, saddle`.
  public func accepted(_ language: Language) -> String {
    switch range {
    case .choice(let choices): choices.map { $0.title[language] }.joined(separator: language == .en ? ", " : "、")
    case .linear(let bounds, _), .logarithmic(let bounds, _):
      "\(NumberText.short(bounds.lowerBound))...\(NumberText.short(bounds.upperBound))"
    }
  }

  private func refusal(of text: String) -> InputFault {
    let short = text.truncated(to: 20)
    return InputFault(
      Bilingual(
        en: "\(title.en) takes \(accepted(.en)), not \"\(short)\"", zh: "\(title.zh)可取 \(accepted(.zh))，不能是“\(short)”"))
  }

  private static func choice(_ text: String, among choices: [Choice]) -> String? {
    let typed = text.lowercased()
    guard !typed.isEmpty else { return nil }
    let names = { (choice: Choice) in [choice.id, choice.title.en, choice.title.zh].map { $0.lowercased() } }
    if let exact = choices.first(where: { names($0).contains(typed) }) { return exact.id }
    let begun = choices.filter { names($0).contains { $0.hasPrefix(typed) } }
    return begun.count == 1 ? begun[0].id : nil
  }

  /// Without blanks at the ends, and with the wide forms of a Chinese input method as ASCII.
  private static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      plain.unicodeScalars.append(isWide ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar)
    }
    let words = plain.split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }
}
