import Course
import Foundation
import Testing
import Wording

@testable import Tutor

@Suite struct LinearQuizTests {
  private func examinee(_ id: String, _ language: Language = .en, home: Home = Home()) -> LinearExaminee {
    LinearExaminee(LinearListener(.lesson(id, .quiz), home: home, language: language), id)
  }

  @Test(arguments: ["gradient-descent", "backpropagation", "self-attention"], Language.allCases)
  func `a quiz is passed by typed lines alone, and the progress is the full screen's`(id: String, language: Language) {
    let examinee = examinee(id, language)
    examinee.passAll()
    #expect(examinee.listener.hears(examinee.listener.words("results.passed")))
    #expect(examinee.listener.context.progress.state(of: id) == .passed)
    examinee.listener.type("quit")
    let learner = Learner.again(at: examinee.listener.home)
    #expect(learner.context.progress.state(of: id) == .passed)
  }

  @Test func `a wrong answer is told with its reason, and tried again`() throws {
    let examinee = examinee("gradient-descent")
    let lines = examinee.listener.type("0.9")
    #expect(lines.say(examinee.listener.words("quiz.wrong")))
    #expect(lines.say("That climbs"))
    #expect(examinee.listener.type("0.1").say(examinee.listener.words("quiz.right")))
  }

  @Test(arguments: [("README.md", Language.en), ("README.zh.md", .zh)])
  func `the conversation in the README is what is said`(file: String, language: Language) throws {
    let readme = try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
    let section = try #require(readme.components(separatedBy: language == .en ? "## Access" : "## 无障碍").last)
    let quoted = section.components(separatedBy: "```")[1].split(separator: "\n").map(String.init)
    let listener = examinee("gradient-descent", language).listener
    let prompt = listener.prompt
    listener.type("0.9")
    #expect(quoted.count >= 4)
    for line in quoted { #expect(listener.lines.contains(line) || line == prompt + " 0.9", "\(line)") }
  }

  @Test func `what can't be read is no try`() throws {
    let examinee = examinee("gradient-descent")
    examinee.listener.type("many")
    #expect(examinee.listener.home.store().answers(lesson: "gradient-descent").isEmpty)
  }

  @Test func `hints come one by one, a skip comes back, a solution is asked for twice`() {
    let listener = examinee("gradient-descent").listener
    #expect(listener.type("hint").say("Hint 1 of 3:"))
    #expect(listener.type("i").say("Hint 2 of 3"))
    #expect(listener.type("solution") == [listener.words("linear.quiz.try-first")])
    listener.type("5")
    #expect(listener.type("solution").say("once more"))
    #expect(listener.type("solution").say("The answer: 0.1"))
    listener.type("")
    #expect(listener.type("skip").say(listener.words("quiz.skipped")))
    #expect(listener.type("results").say("2: open"))
  }

  @Test func `Enter never hands in nothing, and says how to go on`() {
    let listener = examinee("gradient-descent").listener
    #expect(listener.type("") == [listener.words("linear.quiz.unanswered", ["skip": "skip"])])
  }

  @Test func `a word may be an answer though it begins like a command`() throws {
    let examinee = examinee("gradient-descent")
    let index = try #require(examinee.lesson.quiz.questions.firstIndex { $0.kindName == .text })
    for _ in 0..<index { examinee.listener.type("skip") }
    #expect(examinee.listener.type("learning rate").say("which you choose"))
    #expect(examinee.listener.type("answer condition number").say(examinee.listener.words("quiz.right")))
  }

  @Test func `a quiz begun on the full screen goes on here`() {
    let learner = Learner(.lesson("gradient-descent", .quiz))
    let first = Examinee(learner, "gradient-descent")
    first.answerRight()
    learner.session.handle(.terminate)
    let listener = LinearListener(.first, home: learner.home)
    #expect(listener.hears("Question 2 of 10"))
  }

  @Test func `a quiz begun here goes on on the full screen`() {
    let examinee = examinee("gradient-descent")
    examinee.answerRight(examinee.lesson.quiz.questions[0])
    examinee.listener.leave()
    let learner = Learner.again(at: examinee.listener.home)
    learner.settle()
    #expect(learner.sees("Question 2 of 10"))
  }

  @Test func `order and several answers are typed as numbers`() throws {
    let examinee = examinee("gradient-descent")
    let question = try #require(examinee.lesson.quiz.questions.first { $0.kindName == .order })
    let typed = TypedAnswer(question: question, order: [2, 0, 1, 4, 3])
    #expect(typed.read("2 3 1 5 4") == .order([0, 1, 2, 3, 4]))
    #expect(typed.read("23154") == .order([0, 1, 2, 3, 4]))
    #expect(typed.read("2，3、1 5 4") == .order([0, 1, 2, 3, 4]))
    #expect(typed.read("1 1 2 3 4") == nil)
    #expect(typed.read("1 2") == nil)
  }
}
