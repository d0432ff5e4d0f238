import Course
import Support
import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct QuizTests {
  private static let lessons = ["gradient-descent", "backpropagation", "self-attention"]

  private func sit(_ lesson: String = "gradient-descent", _ language: Language = .en) -> Examinee {
    let learner = Learner(.lesson(lesson, .quiz), size: Size(width: 80, height: 50), language: language)
    learner.settle()
    return Examinee(learner, lesson)
  }

  @Test(arguments: lessons, Language.allCases)
  func `whoever knows the key passes by keys alone, and the roadmap marks the lesson`(
    lesson: String, language: Language
  ) {
    let examinee = sit(lesson, language)
    let learner = examinee.learner
    for (number, question) in examinee.questions.enumerated() {
      #expect(examinee.current.id == question.id)
      examinee.answerRight()
      #expect(learner.sees(learner.words("quiz.right")), "\(question.id): \(learner.surface.text)")
      #expect(learner.surface.lines[0].contains("\(number + 1)/\(examinee.questions.count)"))
      learner.press(.enter)
    }
    #expect(learner.sees(learner.words("results.title")) && learner.sees(learner.words("results.passed")))
    #expect(learner.sees("100 %"))
    learner.press(.enter)
    #expect(learner.lines.contains { $0.contains("✓ " + examinee.lesson.entry.title[language]) })
    #expect(learner.home.store().lessonState(lesson).level == .passed)
  }

  @Test func `a wrong answer is told why, and may be tried again for less`() {
    let examinee = sit()
    let learner = examinee.learner
    learner.type("0.9")
    learner.press(.enter)
    #expect(learner.sees(learner.words("quiz.wrong")) && learner.sees("You added"))
    learner.press(.enter)
    #expect(!learner.sees("You added"))
    examinee.answerRight()
    #expect(learner.sees(learner.words("quiz.right")))
    let record = learner.home.store().answers(lesson: "gradient-descent").last
    #expect(record?.tries == 2 && record?.earned == 0.75)
  }

  @Test(arguments: lessons)
  func `every wrong option of a choice question shows its reason`(lesson: String) {
    for question in sit(lesson).questions where question.kindName == .single {
      for (index, option) in question.options.enumerated() where !option.isCorrect {
        let examinee = sit(lesson)
        examinee.go(to: question)
        examinee.choose(question, [index])
        examinee.learner.press(.enter)
        let start = option.reason?.en.prefix { !"$*`\\".contains($0) } ?? ""
        #expect(examinee.learner.sees(examinee.learner.words("quiz.wrong")))
        #expect(examinee.learner.sees(String(start)), "\(question.id) \(index)")
      }
    }
  }

  @Test func `what cannot be read is no try`() {
    let examinee = sit()
    let learner = examinee.learner
    learner.press(.enter)
    learner.type("ten")
    learner.press(.enter)
    #expect(learner.sees(learner.words("quiz.malformed-number")))
    #expect(learner.home.store().answers().isEmpty)
    learner.clearField()
    examinee.answerRight()
    #expect(learner.home.store().answers().last?.tries == 1)
  }

  @Test func `nothing chosen is not handed in, and the field has the keys again`() {
    let learner = sit().learner
    learner.press(.enter, .enter)
    #expect(learner.statusLine.contains(learner.words("quiz.nothing-typed").prefix(20)))
    learner.press(.escape, .enter)
    learner.type("0.1")
    learner.press(.enter)
    #expect(learner.sees(learner.words("quiz.right")))
  }

  @Test func `hints come one by one, counted, and end`() {
    let learner = sit().learner
    for number in 1...3 {
      learner.press(.character("i"))
      #expect(learner.sees("Hint \(number) of 3"))
      #expect(!learner.sees("Hint \(number + 1) of 3"))
    }
    learner.press(.character("i"))
    #expect(learner.statusLine.contains(learner.words("quiz.no-hint").prefix(20)))
  }

  @Test func `a skip is never done, comes back, and keeps the quiz from passing`() {
    let examinee = sit()
    let learner = examinee.learner
    learner.press(.character("x"))
    #expect(examinee.current.id == examinee.questions[1].id)
    for _ in examinee.questions.dropFirst() {
      examinee.answerRight()
      learner.press(.enter)
    }
    #expect(!learner.sees(learner.words("results.passed")))
    #expect(learner.home.store().lessonState("gradient-descent").level == .tried)
    if learner.sees(learner.words("results.title")) { learner.press(.enter) }
    #expect(examinee.current.id == examinee.questions[0].id)
    examinee.answerRight()
    learner.press(.enter)
    #expect(learner.sees(learner.words("results.passed")))
  }

  @Test func `the solution is shown after a try alone, and earns nothing`() {
    let examinee = sit()
    let learner = examinee.learner
    learner.press(.character("u"))
    #expect(learner.statusLine.contains(learner.words("quiz.try-first").prefix(20)))
    learner.type("7")
    learner.press(.enter, .escape, .character("u"))
    #expect(learner.statusLine.contains(learner.words("quiz.reveal-confirm").prefix(20)))
    #expect(!learner.sees(learner.words("quiz.revealed")))
    learner.press(.character("u"))
    #expect(learner.sees(learner.words("quiz.revealed")) && learner.sees(learner.words("quiz.solution")))
    learner.press(.enter)
    #expect(examinee.current.id == examinee.questions[1].id)
  }

  @Test func `the items of an order move with J and K`() {
    let examinee = sit()
    examinee.go(to: .order)
    let before = examinee.learner.lines
    examinee.learner.press(.character("J"))
    #expect(examinee.learner.lines != before)
    examinee.learner.press(.character("K"))
    #expect(examinee.learner.lines == before)
  }

  @Test func `answers are kept as they are given, and a new start goes on with the first open one`() {
    let examinee = sit()
    for _ in 0..<3 {
      examinee.answerRight()
      examinee.learner.press(.enter)
    }
    let again = Learner.again(at: examinee.learner.home, size: Size(width: 80, height: 50))
    again.settle()
    #expect(again.lines[0].contains("3/10"))
    #expect(Examinee(again, "gradient-descent").current.id == examinee.questions[3].id)
  }

  @Test func `a quiz not passed is taken again in another order`() {
    let examinee = sit()
    let learner = examinee.learner
    for question in examinee.questions {
      fail(question, examinee)
      examinee.leaveField()
      learner.press(.character("u"), .character("u"), .enter)
    }
    #expect(learner.sees(learner.words("results.title")) && !learner.sees(learner.words("results.passed")))
    learner.press(.enter)
    #expect(learner.lines[0].contains("0/10"))
    let second = Examinee(learner, "gradient-descent", attempt: 2)
    let orders = examinee.questions.map { (examinee.shownOrder(of: $0), second.shownOrder(of: $0)) }
    #expect(orders.contains { $0 != $1 })
    second.answerRight()
    let again = Learner.again(at: learner.home, size: Size(width: 80, height: 50))
    #expect(again.lines[0].contains("1/10"))
  }

  /// Hands in something wrong.
  private func fail(_ question: Question, _ examinee: Examinee) {
    let learner = examinee.learner
    switch question.kind {
    case .single(let options): examinee.choose(question, [options.firstIndex { !$0.isCorrect } ?? 0])
    case .multiple(let options): examinee.choose(question, [options.firstIndex { !$0.isCorrect } ?? 0])
    case .trueFalse(let truth, _): learner.press(.character(truth ? "2" : "1"))
    case .numeric, .predict: learner.type("12345")
    case .text: learner.type("xyzzy")
    case .order: break
    case .tune:
      learner.press(.character("d"))
      learner.settle()
      learner.press(.tab)
    }
    learner.press(.enter)
    learner.settle()
  }
}
