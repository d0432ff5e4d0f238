import Course
import Demos
import Terminal
import Wording

@testable import Tutor

/// Somebody in the quiz of a lesson who knows its key, and answers by keys alone.
struct Examinee {
  let learner: Learner
  let lesson: Lesson
  /// The number of the taking, which is the seed of its shuffles.
  let attempt: UInt64

  init(_ learner: Learner, _ id: String, attempt: UInt64 = 1) {
    guard let entry = learner.context.course.entry(id), let lesson = learner.context.folder.lesson(entry).value else {
      preconditionFailure("the lesson \(id) can be read")
    }
    self.learner = learner
    self.lesson = lesson
    self.attempt = attempt
  }

  var questions: [Question] { lesson.quiz.questions }

  /// The question shown, read off the screen.
  var current: Question {
    let count = questions.count
    let number = (1...count).first { n in
      learner.sees(learner.words("quiz.question", ["n": String(n), "count": String(count)]) + " ·")
    }
    return questions[(number ?? 1) - 1]
  }

  /// Goes to the first question of a kind.
  func go(to kind: Question.KindName) {
    guard let target = questions.first(where: { $0.kindName == kind }) else { return }
    go(to: target)
  }

  func go(to target: Question) {
    for _ in questions where current.id != target.id {
      leaveField()
      learner.press(.right)
    }
  }

  /// Gives the keys back to the quiz where a field has them.
  func leaveField() { if learner.isInField { learner.press(.escape) } }

  /// Hands in the right answer to the question shown and waits for its grade.
  func answerRight() {
    let question = current
    switch question.kind {
    case .single(let options): choose(question, options.indices.filter { options[$0].isCorrect })
    case .multiple(let options): choose(question, options.indices.filter { options[$0].isCorrect })
    case .trueFalse(let truth, _): learner.press(.character(truth ? "1" : "2"))
    case .numeric(let key): learner.type("\(key.value)")
    case .text(let key): learner.type(key.accept[learner.context.language]?.first ?? "")
    case .order: sort(question)
    case .predict(let key): learner.type(outcome(of: key))
    case .tune(let key): tune(key)
    }
    learner.press(.enter)
    learner.settle()
  }

  /// Chooses options by the digits of their rows.
  func choose(_ question: Question, _ options: [Int]) {
    let order = shownOrder(of: question)
    for option in options {
      guard let row = order.firstIndex(of: option) else { continue }
      learner.type(String(row + 1))
    }
  }

  func shownOrder(of question: Question) -> [Int] {
    QuizSession(lesson: lesson.id, quiz: lesson.quiz, seed: attempt).shownOrder(of: question)
  }

  /// Brings each item to its place with K, from the top.
  private func sort(_ question: Question) {
    var items = shownOrder(of: question)
    var cursor = 0
    for place in items.indices {
      guard let found = items.firstIndex(of: place) else { continue }
      learner.press(found > cursor ? .down : .up, times: abs(found - cursor))
      learner.press(.character("K"), times: found - place)
      items.insert(items.remove(at: found), at: place)
      cursor = place
    }
  }

  private func outcome(of key: PredictKey) -> String {
    let trace = try? learner.context.judge.run(key.run, learner.context.language)
    return trace?.value(key.metric, at: key.run.steps).map { "\($0)" } ?? ""
  }

  /// Sets the demo up with `d`, turns its knobs to the solution, and comes back.
  private func tune(_ key: TuneKey) {
    learner.press(.character("d"))
    learner.settle()
    guard let card = DemoCatalogue.demo(key.run.demo)?.card, var setup = try? DemoSetup(key.run, .en).settings else {
      return
    }
    for wanted in key.solution {
      guard let knob = card.knob(wanted.knob) else { continue }
      select(knob, card)
      turn(knob, to: wanted.value, card, &setup)
    }
    learner.settle()
    learner.press(.tab)
  }

  /// Presses `s` until the knob stands in brackets.
  private func select(_ knob: Knob, _ card: DemoCard) {
    for _ in card.knobs where !learner.sees("[" + knob.title[learner.context.language]) {
      learner.press(.character("s"))
      learner.settle()
    }
  }

  private func turn(_ knob: Knob, to text: String, _ card: DemoCard, _ settings: inout Settings) {
    guard let start = settings[knob.id] else { return }
    var wanted = settings
    try? wanted.set(knob.id, toText: text, card: card)
    guard let target = wanted[knob.id] else { return }
    let ways = [1, -1].flatMap { direction in
      (0...100).map { times in
        (direction, times, (0..<times).reduce(start) { value, _ in knob.turned(value, by: direction) })
      }
    }
    guard let best = ways.min(by: { Self.distance($0.2, target) < Self.distance($1.2, target) }) else { return }
    learner.press(.character(best.0 > 0 ? "d" : "a"), times: best.1)
  }

  private static func distance(_ a: KnobValue, _ b: KnobValue) -> Double {
    switch (a, b) {
    case (.number(let a), .number(let b)): abs(a - b)
    default: a == b ? 0 : 1
    }
  }
}

extension Question.KindName {
  /// Answered in a text field.
  var isTyped: Bool { [.numeric, .text, .predict].contains(self) }
}
