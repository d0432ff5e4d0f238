import Course
import Testing
import Wording

@testable import Tutor

@Suite struct LinearRoadmapTests {
  @Test func `a first start asks for the language, and Enter takes the one of the locale`() {
    let listener = LinearListener(.first)
    #expect(listener.lines.say("1. English"))
    #expect(listener.lines.say("2. 中文"))
    #expect(listener.prompt == "Type 1 or 2. Enter takes English. 输入 1 或 2，直接按回车选 English。")
    listener.type("")
    #expect(listener.hears("Roadmap: From linear regression to GPT"))
    #expect(!listener.context.isFirstStart)
  }

  @Test(arguments: ["2", "中文", "zh", "２"])
  func `the language is chosen by number or by name`(line: String) {
    let listener = LinearListener(.first)
    #expect(listener.type(line).say("路线图"))
    #expect(listener.context.language == .zh)
  }

  @Test func `stages, modules and lessons are chosen by numbers, with their state in words`() {
    let listener = LinearListener()
    #expect(listener.lines.say("1. Stage 1, Foundations: 0 of 3 lessons passed"))
    #expect(listener.type("1").say("1. 1.1 Machine-learning basics"))
    let lessons = listener.type("1")
    #expect(lessons.say("4. Gradient descent: not started; builds on Linear regression"))
    #expect(lessons.say("1. What is machine learning?: coming"))
    #expect(listener.type("4").say("Walk against the slope"))
  }

  @Test func `a lesson that is not written says so and stays`() {
    let listener = LinearListener()
    listener.type("1", "1")
    #expect(listener.type("1").say(listener.words("roadmap.coming")))
    #expect(listener.type("4").say("Walk against the slope"))
  }

  @Test func `lessons that are written are listed at once`() {
    let listener = LinearListener()
    let lines = listener.type("lessons")
    #expect(lines.count == 1 + Repository.course.entries.count(where: \.isWritten))
    #expect(listener.type("2").say("Backpropagation"))
  }

  @Test func `find looks through every lesson, and a number opens the part`() {
    let listener = LinearListener()
    let found = listener.type("find Cauchy")
    #expect(found.say("1. Gradient descent, part 11: Cauchy published the rule"))
    #expect(listener.type("1").say("Part 11 of 11."))
    listener.type("back")
    #expect(listener.type("back").say("Roadmap:"))
    #expect(listener.type("find xyzzy") == [listener.words("linear.find.nowhere", ["text": "xyzzy"])])
    #expect(listener.type("").say("Roadmap:"))
  }

  @Test func `Enter on the roadmap opens the next lesson, which the prompt names`() {
    let listener = LinearListener()
    #expect(listener.prompt.contains("Enter opens Gradient descent"))
    #expect(listener.type("").say("Gradient descent"))
  }

  @Test func `back goes one place back, and says so where there is none`() {
    let listener = LinearListener()
    listener.type("1", "1")
    #expect(listener.type("back").say("Stage 1, Foundations"))
    #expect(listener.type("b").say("Roadmap:"))
    #expect(listener.type("back") == [listener.words("linear.first-place", ["quit": "quit"])])
  }

  @Test func `what means nothing is said to mean nothing, made harmless`() {
    let listener = LinearListener()
    #expect(listener.type("frobnicate \u{1B}[31m") == [#""frobnicate [31m" means nothing here. Type ? for what does."#])
    #expect(listener.type("99").say("means nothing here"))
  }

  @Test func `help names every command of the place with what it does`() {
    let listener = LinearListener()
    let help = listener.type("?")
    for command in [.next, .lessons, .find] + LinearCommand.everywhere {
      #expect(help.say(listener.words("linear.help.\(command.rawValue)")), "\(command)")
    }
    #expect(help.say("next, n, Enter: goes on"))
  }

  @Test func `quit ends it, and every further line is unheard`() {
    let listener = LinearListener()
    #expect(listener.type("quit") == [listener.words("linear.goodbye")])
    #expect(listener.session.isOver)
    #expect(listener.type("1").isEmpty)
    #expect(listener.session.prompt == nil)
  }

  @Test func `the other language is one word away and stays`() {
    let listener = LinearListener()
    #expect(listener.type("L").say("1. 第 1 阶段，基础概念"))
    #expect(LinearListener(.first, home: listener.home).hears("路线图"))
  }

  @Test func `without a folder to write to it is said once, and everything works from memory`() {
    let listener = LinearListener(store: ProgressStore(.failure(.noHome)))
    listener.type("gradient-descent", "3", "", "quiz", "0.1")
    #expect(listener.lines.count { $0.contains("no home folder") } == 1)
    #expect(listener.hears(listener.words("quiz.right")))
  }

  @Test func `hostile words are made harmless before they are said`() {
    let listener = LinearListener()
    listener.context.notice = "a\u{1B}]52;c;aGk=\u{7}b \u{9B}31m \u{202E}c"
    listener.type("?")
    let controls = listener.text.unicodeScalars.filter {
      $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value))
    }
    #expect(controls.isEmpty)
    #expect(!listener.text.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `Chinese words do what English ones do, in wide characters too`() {
    let listener = LinearListener(language: .zh)
    #expect(listener.type("？").say(listener.words("linear.help.next")))
    #expect(listener.type("１").say("机器学习基础"))
    #expect(listener.type("返回").say("路线图"))
    #expect(listener.type("退出").say("再见"))
  }
}
