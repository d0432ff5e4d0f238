import Support
import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct PaletteTests {
  private func open(_ start: Learner.Start = .roadmap, _ text: String = "", language: Language = .en) -> Learner {
    let learner = Learner(start, language: language)
    learner.settle()
    learner.press(.character(":"))
    learner.type(text)
    return learner
  }

  @Test(arguments: [Key.character(":"), .control("p")])
  func `it opens by its keys, lists everything, and Esc leaves things as they were`(key: Key) {
    let learner = Learner()
    let before = learner.lines
    learner.press(key)
    #expect(learner.sees(learner.words("palette.title")))
    #expect(learner.lines.contains { $0.contains(learner.words("key.help")) })
    learner.press(.escape)
    #expect(learner.lines == before)
  }

  @Test(arguments: [("backprop", Language.en), ("反向传播", .en), ("backprop", .zh), ("bckprp", .en)])
  func `a lesson is found by its name in either language, and Enter opens it`(text: String, language: Language) {
    let learner = open(.roadmap, text, language: language)
    learner.press(.enter)
    learner.settle()
    let title = learner.context.course.entry("backpropagation")?.title[language] ?? "?"
    #expect(learner.lines[0].contains(title) || learner.sees(title), "\(learner.surface.text)")
  }

  @Test func `a demo opens in the lesson that shows it`() {
    let learner = open(.roadmap, "demo self-attention")
    learner.press(.escape, .character(":"))
    learner.type(learner.context.words("palette.kind.demo") == "demo" ? "self-attention" : "")
    // The demo stands among the findings beside the lesson of the same name.
    for _ in 0..<12 where !(learner.lines.contains { $0.contains("❯ demo") }) { learner.press(.down) }
    #expect(learner.lines.contains { $0.contains("❯ demo") }, "\(learner.surface.text)")
    learner.press(.enter)
    learner.settle()
    #expect(learner.lines[0].contains("[\(learner.words("pane.demo"))"))
  }

  @Test func `what the keys of a place do can be found and done`() {
    let learner = open(.lesson("gradient-descent", .demo), "one step")
    #expect(learner.lines.contains { $0.contains("❯") && $0.contains("one step") && $0.contains(".") })
    learner.press(.enter)
    learner.settle()
    #expect(learner.step == 1)
  }

  @Test func `a setting is changed at once`() {
    let learner = open(.roadmap, "theme high contrast")
    learner.press(.enter)
    #expect(learner.context.theme.name == .highContrast)
    #expect(learner.statusLine.contains("high contrast") && learner.statusLine.contains(learner.words("settings.kept")))
  }

  @Test func `a term is explained in both languages`() {
    let learner = open(.roadmap, "learning rate")
    for _ in 0..<12 where !(learner.lines.contains { $0.contains("❯ term") }) { learner.press(.down) }
    learner.press(.enter)
    #expect(learner.sees("How far one step goes") && learner.sees("学习率"))
    learner.press(.enter)
    #expect(!learner.sees("How far one step goes"))
  }

  @Test func `a text that nothing is called says so, and Ctrl-F takes it to the search`() {
    let learner = open(.roadmap, "zzzz")
    #expect(learner.sees("Nothing is called “zzzz”"))
    learner.press(.enter)
    #expect(learner.sees(learner.words("palette.title")), "Enter does nothing then")
    learner.clearField()
    learner.type("saddle")
    learner.press(.control("f"))
    learner.settle()
    #expect(learner.sees(learner.words("search-all.title")) && learner.lines[1].contains("saddle"))
  }

  @Test func `a lesson that is coming says so`() {
    let learner = Learner()
    let coming = learner.context.course.entries.first { !$0.isWritten }
    learner.press(.character(":"))
    learner.type(coming?.title.en ?? "")
    learner.press(.enter)
    #expect(learner.statusLine.contains(learner.words("roadmap.coming").prefix(20)))
  }

  @Test(arguments: Place.allCases.filter(\.isTyping))
  func `it opens from a text field too`(place: Place) {
    let learner = place.learner(size: Size(width: 80, height: 24))
    learner.press(.control("p"))
    #expect(learner.sees(learner.words("palette.title")))
  }

  @Test func `typing in a thousand entries is answered within a frame`() {
    let entries = (0..<1000).map { index in
      PaletteEntry(
        .lesson, "Lesson \(index): gradient descent with momentum, part \(index % 7)",
        others: ["第 \(index) 课：带动量的梯度下降"], .perform(.help))
    }
    let clock = ContinuousClock()
    for query in ["g", "gr", "grad mom", "part 6", "动量", "gdwm"] {
      let best = (0..<3).map { _ in clock.measure { _ = PaletteQuery(query).run(on: entries) } }.min() ?? .zero
      // Unoptimised; the program itself is some twenty times faster.
      #expect(best < .milliseconds(400), "\(query): \(best)")
    }
  }

  @Test(arguments: testSizes + [Size(width: 24, height: 8), Size(width: 30, height: 9)], Language.allCases)
  func `it draws at every size`(size: Size, language: Language) {
    let learner = open(.roadmap, "gra", language: language)
    learner.size = size
    #expect(Picture.faults(learner.surface).isEmpty)
    learner.context.look = .ascii
    #expect(Picture.drawnBeyondASCII(learner.surface).isEmpty)
  }
}
