import Course
import Testing
import Wording

@testable import Tutor

/// Everything that a learner can hear, held to what a voice can say.
@Suite struct LinearSpeechTests {
  /// A walk through the whole of a lesson: every part, its boxes, the demo, the quiz with wrong and right answers.
  private func walk(_ id: String, _ language: Language) -> LinearListener {
    let home = Home()
    let listener = LinearListener(.lesson(id), home: home, language: language)
    let examinee = LinearExaminee(listener, id)
    for _ in 0..<40
    where !listener.hears(listener.words("linear.quiz.title", ["count": String(examinee.lesson.quiz.questions.count)]))
    {
      if listener.prompt.contains(listener.words("linear.lesson.prompt-guess")) { listener.type("1") }
      if listener.prompt.contains(listener.words("linear.lesson.prompt-try", ["try": language == .en ? "try" : "试试"])) {
        listener.type("try", "table", "why", "history", "code", "knobs", "presets", "back")
      }
      listener.type("")
    }
    for _ in examinee.lesson.quiz.questions { listener.type("hint", "1", "7", "skip") }
    listener.type("")
    for _ in examinee.lesson.quiz.questions { listener.type("1", "solution", "solution", "") }
    listener.type("results", "back", "part", "?", "back", "?", "1", "lessons", "back", "back", "quit")
    return listener
  }

  @Test(arguments: ["gradient-descent", "backpropagation", "self-attention"], Language.allCases)
  func `nothing that is said is a control, an arrow, a box, a block or a dot pattern`(id: String, language: Language) {
    let listener = walk(id, language)
    #expect(listener.lines.count > 150)
    #expect(listener.session.isOver)
    for line in listener.lines {
      let bad = line.unicodeScalars.filter { Self.isUnspeakable($0) }
      #expect(bad.isEmpty, "\(bad.map { String($0.value, radix: 16) }) in \(line)")
    }
  }

  @Test(arguments: ["gradient-descent", "backpropagation", "self-attention"])
  func `no key of the string tables is ever heard`(id: String) {
    for language in Language.allCases {
      for line in walk(id, language).lines {
        #expect(line.firstMatch(of: /(linear|quiz|lesson|roadmap|results)\.[a-z-]+/) == nil, "\(line)")
        #expect(line.firstMatch(of: /\{[a-z-]+\}/) == nil || line.contains("pmatrix"), "\(line)")
      }
    }
  }

  /// Written out here once more, so that the rule does not judge itself.
  private static func isUnspeakable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    // Raised dot, times, bullet; the minus sign that many voices skip.
    case 0xB7, 0xD7, 0x2022, 0x2212: true
    case 0x2190...0x21FF, 0x27F0...0x27FF, 0x2900...0x297F, 0x2B00...0x2BFF: true
    case 0x2500...0x257F, 0x2580...0x259F, 0x25A0...0x25FF, 0x2800...0x28FF: true
    case 0x1FB00...0x1FBFF: true
    default: false
    }
  }
}
