import Testing
import Wording

@testable import Course

private let same = Bilingual(both: "x")

private func question(_ kind: Question.Kind) -> Question {
  Question(id: "q", objective: "o", prompt: same, kind: kind, hints: [same, same], explanation: same)
}

private func options(_ correct: [Bool]) -> [QuizOption] {
  correct.enumerated().map { QuizOption(Bilingual(both: "\($0)"), isCorrect: $1, reason: Bilingual(both: "r\($0)")) }
}

private let multipleCases: [(Set<Int>, Grade.Verdict, Double)] = [
  ([0, 1], .right, 1), ([0], .partial, 0.5), ([0, 1, 2], .partial, 0.5), ([0, 2], .wrong, 0), ([2, 3], .wrong, 0),
  ([0, 1, 2, 3], .wrong, 0), ([], .malformed(.nothingGiven), 0), ([9], .malformed(.noSuchOption(9)), 0),
]

@Suite struct GraderTests {
  @Test(arguments: [
    (0, Grade.Verdict.right, 1.0), (1, .wrong, 0), (2, .wrong, 0), (3, .malformed(.noSuchOption(3)), 0),
    (-1, .malformed(.noSuchOption(-1)), 0),
  ])
  func `a single choice is right or wrong`(choice: Int, verdict: Grade.Verdict, score: Double) {
    let grade = Grader.grade(question(.single(options([true, false, false]))), .choice(choice))
    #expect(grade.verdict == verdict)
    #expect(grade.score == score)
    if verdict == .wrong { #expect(grade.reasons.map(\.text.en) == ["r\(choice)"]) }
  }

  @Test(arguments: multipleCases)
  func `several choices earn part of the score, and choosing all earns none`(
    choices: Set<Int>, verdict: Grade.Verdict, score: Double
  ) {
    let grade = Grader.grade(question(.multiple(options([true, true, false, false]))), .choices(choices))
    #expect(grade.verdict == verdict)
    #expect(grade.score == score)
  }

  @Test func `true or false gives its reason to who chose the other`() {
    let question = question(.trueFalse(false, reason: same))
    #expect(Grader.grade(question, .truth(false)) == Grade(.right, score: 1))
    #expect(Grader.grade(question, .truth(true)).verdict == .wrong)
    #expect(Grader.grade(question, .truth(true)).reasons.count == 1)
  }

  @Test(arguments: [
    ([0, 1, 2, 3], Grade.Verdict.right, 1.0), ([1, 0, 2, 3], .partial, 2.0 / 3), ([3, 2, 1, 0], .wrong, 0),
    ([2, 3, 0, 1], .wrong, 0), ([0, 0, 1, 2], .malformed(.notAnOrder), 0), ([0, 1, 2], .malformed(.notAnOrder), 0),
  ])
  func `an order earns by the pairs that stand right`(order: [Int], verdict: Grade.Verdict, score: Double) {
    let grade = Grader.grade(question(.order([same, same, same, same])), .order(order))
    #expect(grade.verdict == verdict)
    #expect(abs(grade.score - score) < 1e-12)
  }

  @Test(arguments: [
    ("0.5", 0.5), (".5", 0.5), ("5.", 5), ("1/2", 0.5), ("50%", 0.5), ("50 %", 0.5), ("５０％", 0.5), ("5e-1", 0.5),
    ("5E-1", 0.5), ("５ｅ－１", 0.5), ("０．５", 0.5), ("0,5", 0.5), ("-2", -2), ("−2", -2), ("－２", -2), ("+2", 2),
    ("1,500", 1500), ("1,500.5", 1500.5), ("1 500", 1500), ("1，500", 1500), ("1,234,567", 1_234_567),
    ("-1/4", -0.25), ("1 / 4", 0.25), ("3×10^2", 300), ("1.5x10^-3", 0.0015), ("0,500", 0.5), ("12,5", 12.5),
    (" 0.5 ", 0.5), ("≈0.5", 0.5), ("1e3", 1000), ("1÷4", 0.25),
  ])
  func `a number is read in the form it is typed`(text: String, value: Double) throws {
    #expect(abs(try TypedNumber.parse(text) - value) < 1e-12)
  }

  @Test(arguments: [
    "", "   ", "abc", "one", "1/0", "1/2/3", "1..2", "--1", "1,2,3", "1e", "e5", "½x", "∞", "nan", "inf", "0x10",
    "1,50,000", "3 apples", "%", "-", ".", ",", "1-2", String(repeating: "9", count: 400), "1e999",
  ])
  func `what is no number is malformed, not wrong`(text: String) {
    #expect(throws: TypedNumber.Fault.self) { try TypedNumber.parse(text) }
    let key = NumericKey(value: 1, tolerance: .absolute(0.1))
    let grade = Grader.grade(question(.numeric(key)), .typed(text))
    #expect(grade.isMalformed)
  }

  @Test(arguments: ["3 ms", "3ms", "3 MS", "３ｍｓ", "3"])
  func `a unit may be typed or left out`(text: String) throws {
    #expect(try TypedNumber.parse(text, unit: "ms") == 3)
  }

  @Test func `another unit is malformed, and says which was expected`() {
    #expect(throws: TypedNumber.Fault.unexpectedUnit("kg", expected: "ms")) {
      try TypedNumber.parse("3 kg", unit: "ms")
    }
    #expect(throws: Never.self) { try TypedNumber.parse("50 %", unit: "%") }
    #expect((try? TypedNumber.parse("50%", unit: "%")) == 50)
  }

  @Test(arguments: [
    (Tolerance.absolute(0.1), "2.1", true), (.absolute(0.1), "2.11", false), (.absolute(0.1), "1.9", true),
    (.relative(0.05), "2.1", true), (.relative(0.05), "2.2", false),
  ])
  func `a tolerance holds what stands exactly on it`(tolerance: Tolerance, text: String, isRight: Bool) {
    let grade = Grader.grade(question(.numeric(NumericKey(value: 2, tolerance: tolerance))), .typed(text))
    #expect(grade.verdict == (isRight ? .right : .wrong))
  }

  @Test func `a believable mistake gets its reason`() {
    let key = NumericKey(
      value: 1.6, tolerance: .absolute(0.01), mistakes: [NumericKey.Mistake(value: 2.4, reason: same)])
    #expect(Grader.grade(question(.numeric(key)), .typed("2,4")).reasons.count == 1)
    #expect(Grader.grade(question(.numeric(key)), .typed("9")).reasons.isEmpty)
  }

  @Test(arguments: [
    ("learning rate", true), ("Learning Rate", true), ("learning-rate", true), ("LEARNINGRATE", true),
    ("ＬＥＡＲＮＩＮＧ　ＲＡＴＥ", true), ("the learning rate.", true), (" learning  rate! ", true), ("学习率", true),
    ("学习率。", true), ("「学习率」", true), ("step size", true), ("A step size", true), ("naïve bayes", true),
    ("Naive Bayes", true), ("learning", false), ("rate", false), ("the", false), ("w + 1", true), ("w+1", true),
    ("w - 1", false), ("w−2", true), ("w-2", true), ("w2", false), ("w + 2", false),
  ])
  func `a text is judged on what it says`(text: String, isRight: Bool) {
    let key = TextKey(
      accept: [.en: ["learning rate", "step size", "Naive Bayes", "w + 1", "w - 2"], .zh: ["学习率"]])
    #expect(Grader.grade(question(.text(key)), .typed(text)).verdict == (isRight ? .right : .wrong))
  }

  @Test(arguments: ["", "  ", "…", "。", "\u{200B}"])
  func `a text of nothing but marks is malformed`(text: String) {
    let key = TextKey(accept: [.en: ["a"], .zh: ["a"]])
    #expect(Grader.grade(question(.text(key)), .typed(text)).isMalformed)
  }

  @Test func `an answer of another kind is malformed`() {
    let grade = Grader.grade(question(.order([same, same, same])), .choice(0))
    #expect(grade.verdict == .malformed(.wrongKind(expected: .order)))
  }
}

@Suite struct RunGradingTests {
  private let run = RunRequest(demo: "gradient-descent", settings: [KnobSetting("learning-rate", "0.1")], steps: 10)

  /// 9 · 0.64^10 = 0.10376.
  @Test(arguments: [
    ("0.104", Grade.Verdict.right), ("0.12", .right), ("0.14", .partial), ("0.2", .wrong),
    ("much", .malformed(.number(.notANumber("much")))),
  ])
  func `a prediction is judged by the run`(text: String, verdict: Grade.Verdict) {
    let key = PredictKey(run: run, metric: "loss", tolerance: .relative(0.2))
    let grade = Grader.grade(question(.predict(key)), .typed(text), judge: PretendJudge(), .en)
    #expect(grade.verdict == verdict)
  }

  @Test func `a prediction without its run is malformed, never wrong`() {
    let key = PredictKey(run: run, metric: "loss", tolerance: .relative(0.2))
    #expect(Grader.grade(question(.predict(key)), .typed("1")).verdict == .malformed(.noRun))
  }

  @Test func `tuning is right when the run reaches the goal with the learner's settings`() throws {
    let goal = try Claim.parse("loss <= 0.01 within 10")
    let key = TuneKey(run: run, knobs: ["learning-rate"], goal: goal, solution: [])
    let grade = { (rate: String) in
      Grader.grade(
        question(.tune(key)), .settings([KnobSetting("learning-rate", rate)]), judge: PretendJudge(), .en
      ).verdict
    }
    #expect(grade("0.4") == .right)
    #expect(grade("0.01") == .wrong)
    #expect(grade("1.1") == .wrong)
    let other = Grader.grade(question(.tune(key)), .settings([KnobSetting("surface", "bowl")]))
    #expect(other.verdict == .malformed(.knobNotAllowed("surface", allowed: ["learning-rate"])))
  }

  @Test func `a run that is refused is malformed, with the reason`() {
    let key = PredictKey(run: RunRequest(demo: "nothing", steps: 1), metric: "loss", tolerance: .relative(0.2))
    let grade = Grader.grade(question(.predict(key)), .typed("1"), judge: PretendJudge(), .en)
    #expect(grade.verdict == .malformed(.runRefused(.unknownDemo("nothing", known: ["gradient-descent"]))))
  }
}
