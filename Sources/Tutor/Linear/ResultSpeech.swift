import Course
import Wording

/// What a taking of the quiz came to, question by question, as lines to be said.
struct ResultSpeech {
  private let session: QuizSession
  private let talk: LinearTalk

  init(_ session: QuizSession, _ talk: LinearTalk) {
    self.session = session
    self.talk = talk
  }

  var lines: [String] {
    let result = session.result
    let score = talk.words(
      "results.score",
      ["right": String(result.right), "count": String(result.questions.count), "percent": percent(result.score)])
    let skipped = result.skipped > 0 ? [talk.words("results.skipped", ["count": String(result.skipped)])] : []
    let verdict =
      result.isPassed
      ? talk.words("results.passed") : talk.words("results.not-passed", ["percent": percent(QuizResult.passMark)])
    return [talk.words("results.title"), score] + skipped + [verdict] + result.questions.enumerated().map(row)
      + [next(result)]
  }

  private func row(_ index: Int, _ row: QuizResult.Row) -> String {
    let prompt = session.quiz[row.id].map { talk.markdown($0.prompt) } ?? row.id
    let colon = talk.language == .en ? ": " : "："
    return "\(index + 1)" + colon + state(row.state) + (talk.language == .en ? ". " : "。") + shortened(prompt)
  }

  private func state(_ state: QuestionState) -> String {
    if state.isRight { return talk.words("linear.quiz.settled", ["tries": String(state.tries)]) }
    if state.wasRevealed { return talk.words("linear.quiz.was-shown") }
    return talk.words(state.tries > 0 ? "linear.quiz.was-wrong" : "linear.quiz.was-open")
  }

  /// What Enter does from here.
  private func next(_ result: QuizResult) -> String {
    if result.isPassed { return talk.words("results.roadmap") }
    guard session.isFinished else { return talk.words("results.retry") }
    return talk.words("results.retake", ["count": String(result.questions.count { $0.isMissed })])
  }

  /// The first words of a prompt; all of it would be a lecture.
  private func shortened(_ text: String) -> String {
    let line = text.split(separator: "\n").first.map(String.init) ?? ""
    guard line.count > 80 else { return line }
    let words = line.prefix(80)
    return (words.lastIndex(of: " ").map { String(words[..<$0]) } ?? String(words)) + "…"
  }

  private func percent(_ share: Double) -> String { String(Int((share * 100).rounded())) }
}
