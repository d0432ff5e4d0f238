import Course
import Wording

/// A question and what came of an answer, as lines to be said.
struct QuestionSpeech {
  private let question: Question
  private let session: QuizSession
  private let talk: LinearTalk

  init(_ question: Question, _ session: QuizSession, _ talk: LinearTalk) {
    self.question = question
    self.session = session
    self.talk = talk
  }

  private var state: QuestionState { session.state(of: question.id) }

  /// The prompt and what there is to choose from; once answered also how.
  var lines: [String] {
    let number = ["n": String(session.index + 1), "count": String(session.quiz.questions.count)]
    let kind = talk.words("linear.quiz.\(question.kindName.rawValue)")
    let stop = talk.language == .en ? ". " : "。"
    var lines = [talk.words("quiz.question", number) + stop + kind, talk.markdown(question.prompt)]
    lines += choices.enumerated().map { "\($0 + 1). \(talk.markdown($1))" } + unit + goal
    for (index, hint) in question.hints.prefix(state.hintsShown).enumerated() { lines += self.hint(hint, index) }
    return state.isDone ? lines + [outcome] : lines
  }

  /// One hint and its number.
  func hint(_ hint: Bilingual, _ index: Int) -> [String] {
    let number = ["n": String(index + 1), "count": String(question.hints.count)]
    return [talk.joined(talk.words("linear.quiz.hint", number), talk.markdown(hint))]
  }

  /// The verdict, its reasons, and once the question is settled the explanation.
  func verdict(_ grade: Grade) -> [String] {
    var lines = [words(grade)]
    if let outcome = grade.outcome {
      lines.append(talk.words("quiz.run-gave", ["value": SpokenNumber(language: talk.language).of(outcome)]))
    }
    lines += grade.reasons.map { talk.markdown($0.text) }
    return state.isDone ? lines + solution : lines
  }

  /// The key, the explanation, and why each option is right or wrong.
  var solution: [String] {
    let colon = talk.language == .en ? ": " : "："
    let key = question.solutionText(talk.language).map { [talk.words("linear.quiz.key") + colon + $0] } ?? rightOrder
    return key + [talk.words("quiz.solution") + colon + talk.markdown(question.explanation)] + otherReasons
  }

  // MARK: Parts

  private var choices: [Bilingual] {
    let order = session.shownOrder(of: question)
    switch question.kind {
    case .single(let options), .multiple(let options): return order.map { options[$0].text }
    case .order(let items): return order.map { items[$0] }
    case .trueFalse:
      return [Bilingual(both: talk.words("quiz.true")), Bilingual(both: talk.words("quiz.false"))]
    case .numeric, .text, .predict, .tune: return []
    }
  }

  private var unit: [String] {
    guard case .numeric(let key) = question.kind, !key.unit.isEmpty else { return [] }
    return [talk.words("quiz.unit", ["unit": key.unit])]
  }

  private var goal: [String] {
    guard case .tune(let key) = question.kind else { return [] }
    return [
      talk.words("quiz.goal") + " " + ClaimSpeech(talk, demo: key.run.demo).words(key.goal),
      talk.words("linear.quiz.tune-how", ["demo": talk.word(.demo), "submit": talk.word(.submit)]),
    ]
  }

  private func words(_ grade: Grade) -> String {
    switch grade.verdict {
    case .right: talk.words("quiz.right")
    case .partial: talk.words("quiz.partial", ["percent": String(Int(grade.score * 100))])
    case .wrong: talk.words("quiz.wrong")
    case .malformed: talk.words(question.malformedKey)
    }
  }

  /// How a settled question was settled.
  private var outcome: String {
    state.wasRevealed ? talk.words("quiz.revealed") : talk.words("linear.quiz.settled", ["tries": String(state.tries)])
  }

  private var rightOrder: [String] {
    switch question.kind {
    case .order(let items): items.enumerated().map { "\($0 + 1). \(talk.markdown($1))" }
    case .trueFalse(let truth, _): [talk.words(truth ? "quiz.true" : "quiz.false")]
    case .single(let options), .multiple(let options):
      options.filter(\.isCorrect).map {
        talk.words("linear.quiz.key") + (talk.language == .en ? ": " : "：") + talk.markdown($0.text)
      }
    case .numeric, .text, .predict, .tune: []
    }
  }

  /// The reasons of what was not chosen, also after a pass.
  private var otherReasons: [String] {
    let told = Set((state.last?.grade.reasons ?? []).compactMap(\.option))
    return question.options.enumerated().flatMap { index, option -> [String] in
      guard !told.contains(index), let reason = option.reason else { return [] }
      let key = option.isCorrect ? "linear.quiz.option-right" : "linear.quiz.option-wrong"
      return [talk.joined(talk.words(key, ["option": talk.markdown(option.text).withoutStop]), talk.markdown(reason))]
    }
  }
}

extension String {
  /// Without the full stop at its end.
  fileprivate var withoutStop: String { last == "." || last == "。" ? String(dropLast()) : self }
}
