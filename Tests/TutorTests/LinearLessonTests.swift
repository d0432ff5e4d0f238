import Course
import Markup
import Testing
import Wording

@testable import Tutor

@Suite struct LinearLessonTests {
  /// Somebody at the first part of a lesson.
  private func reading(_ id: String, _ language: Language = .en, home: Home = Home()) -> LinearListener {
    LinearListener(.lesson(id), home: home, language: language)
  }

  @Test func `a lesson begins with what it is about and its first part`() {
    let listener = LinearListener()
    let lines = listener.type("gradient-descent")
    #expect(lines.say("About 25 minutes, not started, in 11 parts."))
    #expect(lines.say("1. State the update rule"))
    #expect(lines.say("Part 1 of"))
  }

  @Test(arguments: ["gradient-descent", "backpropagation", "self-attention"])
  func `both languages have as many parts, which together are the whole text`(id: String) throws {
    let entry = try #require(Repository.course.entry(id))
    let lesson = try #require(CourseFolder(Repository.lessons).lesson(entry).value)
    for language in Language.allCases {
      let (text, parts) = (lesson[language], lesson[language].parts)
      #expect(parts.count == lesson[language.other].parts.count)
      #expect(parts.first?.blocks.lowerBound == 0)
      #expect(parts.last?.blocks.upperBound == text.document.blocks.count)
      for (a, b) in zip(parts, parts.dropFirst()) { #expect(a.blocks.upperBound == b.blocks.lowerBound) }
    }
  }

  @Test func `formulas, tables and code are read as a person would`() {
    let listener = reading("gradient-descent")
    listener.type("", "", "", "")
    #expect(listener.hears("w becomes w minus eta gradient f open bracket w close bracket"))
    #expect(listener.hears("Row 1: eta: 0.01; factor on x: 0.99"))
    listener.type("part 8", "", "")
    #expect(listener.hears("End of the code."))
    #expect(!listener.hears("|"))
  }

  @Test func `formulas are said by their structure, or short by their signs, and that stays`() {
    let listener = reading("gradient-descent")
    #expect(listener.hears("f open bracket x, y close bracket equals 1 over 2"))
    listener.type("formulas")
    #expect(listener.type("again").say("f(x, y) = (1/2)(x squared + 20y squared)"))
    listener.type("quit")
    #expect(LinearListener(.first, home: listener.home).hears("f(x, y) = (1/2)(x squared + 20y squared)"))
  }

  @Test func `Enter reads on, previous reads the one before, again repeats, part jumps`() {
    let listener = reading("gradient-descent")
    #expect(listener.type("").say("Part 2 of"))
    #expect(listener.type("next").say("Part 3 of"))
    #expect(listener.type("previous").say("Part 2 of"))
    #expect(listener.type("again").say("Part 2 of"))
    #expect(listener.type("part 5").say("Part 5 of"))
    #expect(listener.type("part").say("Right way, wrong length"))
    #expect(listener.type("p", "p", "p", "p").say("Part 1 of"))
    #expect(listener.type("p") == [listener.words("linear.lesson.first-part")])
  }

  @Test func `find says which parts hold a word`() {
    let listener = reading("gradient-descent")
    #expect(listener.type("find Cauchy").say("Part"))
    #expect(listener.type("find xyzzy") == [listener.words("linear.find.none", ["text": "xyzzy"])])
    #expect(listener.type("find") == [listener.words("linear.find.how", ["find": "find"])])
  }

  @Test func `a guess is typed, the run decides, and it is not asked for again`() {
    let listener = reading("gradient-descent")
    #expect(listener.prompt.contains("Type your guess"))
    let lines = listener.type("3")
    #expect(lines.say("You guessed 3; the run gave 10."))
    #expect(lines.say("It ends at 10."))
    #expect(!listener.prompt.contains("guess"))
    #expect(listener.type("again").say("You guessed 3; the run gave 10."))
    listener.leave()
    #expect(LinearListener(.first, home: listener.home).hears("You guessed 3"))
  }

  @Test func `a guess that is no number is not taken`() {
    let listener = reading("gradient-descent")
    #expect(listener.type("guess much") == [listener.words("lesson.number-needed")])
    #expect(listener.prompt.contains("Type your guess"))
  }

  @Test func `a guess among choices is their number, and the words of the right one are heard`() {
    let listener = reading("self-attention")
    #expect(listener.lines.say("1. "))
    #expect(listener.type("9") == [listener.words("lesson.choice-needed", ["count": "3"])])
    #expect(listener.type("1").say("You chose 1; the run says 3."))
  }

  @Test func `an experiment is run and told`() {
    let listener = reading("gradient-descent")
    while !listener.prompt.contains("runs the experiment") { listener.type("") }
    let lines = listener.type("try")
    #expect(lines.say("diverged at step"))
    #expect(lines.say("What came of it:"))
    #expect(lines.say("the factor on y is minus 1.2") || lines.say("The factor on y is minus 1.2"))
    #expect(listener.context.hasTried("too-large", in: "gradient-descent"))
    listener.type("back")
    #expect(listener.type("again").say("What came of it:"))
  }

  @Test func `a term is explained by number or by name, in either language`() {
    let listener = reading("gradient-descent")
    #expect(listener.type("terms").say("2. "))
    let byName = listener.type("term learning rate")
    #expect(byName.say("学习率"))
    #expect(listener.type("term 学习率") == byName)
    #expect(listener.type("term 2") == byName)
    #expect(listener.type("term xyzzy").say(listener.words("linear.term.unknown", ["term": "xyzzy"])))
  }

  @Test func `bookmarks and notes are kept, heard with their part, and shared with the full screen`() {
    let listener = reading("gradient-descent")
    #expect(listener.type("marks").say("No bookmarks yet"))
    #expect(listener.type("part 2", "mark").say("Bookmark set"))
    #expect(listener.type("part 3", "note shower, not tap").last == listener.words("linear.note.kept"))
    #expect(listener.type("again").last == "Your note: shower, not tap")
    #expect(listener.type("mark").say("has a note"))
    let list = listener.type("marks")
    #expect(list.count == 2)
    #expect(list[1].hasSuffix(": shower, not tap"))
    #expect(listener.context.progress.bookmarks(in: "gradient-descent").map(\.note) == ["", "shower, not tap"])
    listener.type("note -", "part 2", "mark")
    #expect(listener.context.progress.bookmarks(in: "gradient-descent").isEmpty)
  }

  @Test(arguments: ["gradient-descent", "backpropagation", "self-attention"], Language.allCases)
  func `every footnote is heard once, at the part that refers to it`(id: String, language: Language) throws {
    let entry = try #require(Repository.course.entry(id))
    let text = try #require(CourseFolder(Repository.lessons).lesson(entry).value)[language]
    let numbers = text.parts.flatMap { FootnoteMarks.numbers(in: Array(text.document.blocks[$0.blocks])) }
    #expect(Set(numbers) == Set(1..<(text.document.footnotes.count + 1)))
  }

  @Test func `the language flips at the same part`() {
    let listener = reading("gradient-descent")
    listener.type("part 6")
    #expect(listener.type("language").say("第 6 段"))
    #expect(listener.type("语言").say("Part 6 of"))
  }

  @Test func `after the last part Enter opens the quiz`() {
    let listener = reading("gradient-descent")
    listener.type("part 99")
    while !listener.prompt.contains("last part") { listener.type("") }
    #expect(listener.type("").say("Quiz, 10 questions."))
  }

  @Test func `a new start is back at the same part`() {
    let listener = reading("backpropagation")
    listener.type("part 4", "quit")
    let again = LinearListener(.first, home: listener.home)
    #expect(again.hears("Backpropagation, part 4 of"))
    #expect(again.hears("Part 4 of"))
  }

  @Test func `who leaves here finds the same part on the full screen`() {
    let listener = reading("backpropagation")
    let lines = listener.type("part 3")
    listener.leave()
    let learner = Learner.again(at: listener.home)
    learner.settle()
    let heading = lines.first { !$0.isEmpty && !$0.hasPrefix("Part") } ?? "?"
    #expect(learner.lines.prefix(6).contains { $0.contains(heading.prefix(30)) }, "\(heading)\n\(learner.surface.text)")
  }

  @Test func `who leaves the full screen finds the same part here, and no line is lost by looking`() {
    let learner = Learner(.lesson("backpropagation"))
    learner.settle()
    learner.press(.down, times: 57)
    let page = learner.lines
    learner.press(.control("c"))
    let listener = LinearListener(.first, home: learner.home)
    #expect(listener.hears("Backpropagation, part"))
    #expect(!listener.hears("part 1 of"))
    listener.leave()
    let again = Learner.again(at: learner.home)
    again.settle()
    #expect(again.lines == page)
  }

  @Test(arguments: [LessonPane.demo, .quiz])
  func `a new start is back in the same pane, here and on the full screen`(pane: LessonPane) {
    let listener = reading("gradient-descent")
    listener.type(pane.rawValue, "quit")
    let again = LinearListener(.first, home: listener.home)
    #expect(again.hears(pane == .demo ? "Demo: Gradient descent." : "Quiz, 10 questions."))
    let learner = Learner.again(at: listener.home)
    learner.settle()
    #expect(learner.lines[0].contains("[\(learner.words("pane.\(pane.rawValue)"))"))
  }
}
