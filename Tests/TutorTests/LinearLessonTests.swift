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
    #expect(lines.say("about 25 minutes, not started, in 11 parts."))
    #expect(lines.say("1. State the update rule"))
    #expect(lines.say("Part 1 of"))
  }

  @Test(arguments: ["gradient-descent", "backpropagation", "self-attention"])
  func `both languages have as many parts, which together are the whole text`(id: String) throws {
    let entry = try #require(Repository.course.entry(id))
    let lesson = try #require(CourseFolder(Repository.lessons).lesson(entry).value)
    for language in Language.allCases {
      let (text, passages) = (lesson[language], lesson[language].passages)
      #expect(passages.count == lesson[language.other].passages.count)
      #expect(passages.first?.blocks.lowerBound == 0)
      #expect(passages.last?.blocks.upperBound == text.document.blocks.count)
      for (a, b) in zip(passages, passages.dropFirst()) { #expect(a.blocks.upperBound == b.blocks.lowerBound) }
    }
  }

  @Test func `formulas, tables and code are read as a person would`() {
    let listener = reading("gradient-descent")
    listener.type("", "", "", "")
    #expect(listener.hears("w becomes w minus η nabla f(w)"))
    #expect(listener.hears("Row 1: η: 0.01; factor on x: 0.99"))
    listener.type("part 8", "", "")
    #expect(listener.hears("End of the code."))
    #expect(!listener.hears("|"))
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
