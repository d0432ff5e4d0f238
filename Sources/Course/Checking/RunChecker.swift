import Wording

/// Runs what a lesson claims: every `try`, `predict`, `tune` and Python twin.
final class RunChecker {
  private let facts: DemoFacts
  private let judge: any RunJudge
  private let snippets: (any SnippetJudge)?
  private let log: LoadLog
  private var traces: [Key: Result<RunTrace, RunFault>] = [:]

  /// Both languages ask for the same run where no text is typed, and it is made once.
  private struct Key: Hashable {
    var request: RunRequest
    var language: Language?
  }

  init(facts: DemoFacts, judge: any RunJudge, snippets: (any SnippetJudge)?, log: LoadLog) {
    self.facts = facts
    self.judge = judge
    self.snippets = snippets
    self.log = log
  }

  func check(_ lesson: Lesson) {
    for language in Language.allCases {
      guard let text = lesson.texts[language] else { continue }
      for (line, fence) in text.fences.sorted(by: { $0.key < $1.key }) {
        check(fence, Place(file: LessonReader.file(lesson.entry, language), line: line), language)
      }
    }
    for question in lesson.quiz.questions {
      let place = log.place(of: question.id, .question) ?? Place(file: LessonReader.quizFile(lesson.entry))
      for language in Language.allCases { check(question, place, language) }
    }
  }

  private func check(_ fence: LessonFence, _ place: Place, _ language: Language) {
    switch fence {
    case .demo(let fence): _ = trace(fence.run, place, language)
    case .source: break
    case .predict(let prediction): check(prediction, place, language)
    case .experiment(let experiment):
      for claim in experiment.claims { hold(claim, experiment.run, place, language) }
    case .python(let twin): check(twin, place, language)
    }
  }

  private func check(_ prediction: Prediction, _ place: Place, _ language: Language) {
    switch prediction.key {
    case .number(let metric, _): finite(metric, prediction.run, place, language)
    case .choices(let choices):
      let run = prediction.run.reaching(choices.map(\.claim))
      guard let trace = trace(run, place, language) else { return }
      let holding = choices.map(\.claim).filter { $0.holds(in: trace, steps: prediction.run.steps) == true }
      if holding.count != 1 { log.add(.noChoiceHolds(holding: holding.map(\.description)), at: place) }
    }
  }

  private func check(_ question: Question, _ place: Place, _ language: Language) {
    switch question.kind {
    case .predict(let key): finite(key.metric, key.run, place, language)
    case .tune(let key):
      if isReached(key.goal, key.run, place, language) == true {
        log.add(.startReachesGoal(claim: key.goal.description), at: place)
      }
      if isReached(key.goal, key.run.adding(key.solution), place, language) == false {
        let solution = key.solution.map { "\($0.knob)=\($0.value)" }.joined(separator: " ")
        log.add(.solutionMisses(claim: key.goal.description, solution: solution), at: place)
      }
    default: break
    }
  }

  private func check(_ twin: PythonTwin, _ place: Place, _ language: Language) {
    guard let expected = twin.expected else { return }
    if let figure = twin.figure, let trace = trace(figure.run, place, language),
      let value = trace.value(figure.metric, at: figure.run.steps), !(abs(value - expected) <= twin.tolerance)
    {
      log.add(
        .figureDiffers(metric: figure.metric, expected: expected, got: value, tolerance: twin.tolerance), at: place)
    }
    switch snippets?.run(twin.source, needs: twin.needs) {
    case nil, .unavailable: break
    case .failed(let line): log.add(.snippet(.failed(lastLine: line)), at: place)
    case .printed(let text):
      guard let printed = SnippetOutcome.lastNumber(in: text) else {
        log.add(.snippet(.printedNoNumber(lastLine: text)), at: place)
        return
      }
      guard !(abs(printed - expected) <= twin.tolerance) else { return }
      log.add(.snippet(.printed(printed, expected: expected, tolerance: twin.tolerance)), at: place)
    }
  }

  // MARK: Runs

  private func hold(_ claim: Claim, _ run: RunRequest, _ place: Place, _ language: Language) {
    guard let trace = trace(run.reaching([claim]), place, language) else { return }
    guard claim.holds(in: trace, steps: run.steps) == false else { return }
    let (left, right) = claim.values(in: trace, steps: run.steps) ?? (.nan, .nan)
    log.add(.claimFails(claim: claim.description, left: left, right: right), at: place)
  }

  private func isReached(_ goal: Claim, _ run: RunRequest, _ place: Place, _ language: Language) -> Bool? {
    trace(run.reaching([goal]), place, language).flatMap { goal.holds(in: $0, steps: run.steps) }
  }

  private func finite(_ metric: String, _ run: RunRequest, _ place: Place, _ language: Language) {
    guard let trace = trace(run, place, language) else { return }
    if trace.value(metric, at: run.steps)?.isFinite != true {
      log.add(.notFinite(metric: metric, step: run.steps), at: place)
    }
  }

  private func trace(_ request: RunRequest, _ place: Place, _ language: Language) -> RunTrace? {
    let takesText = facts.demo(request.demo)?.takesText != false
    let key = Key(request: request, language: takesText ? language : nil)
    let result = traces[key] ?? Result { () throws(RunFault) in try judge.run(request, language) }
    traces[key] = result
    switch result {
    case .success(let trace): return trace
    case .failure(let fault):
      log.add(.runFailed(fault), at: place)
      return nil
    }
  }
}

extension RunRequest {
  /// The same run, long enough for what the claims look at.
  public func reaching(_ claims: [Claim]) -> RunRequest {
    var copy = self
    copy.steps = claims.map { $0.lastStep(of: steps) }.max() ?? steps
    return copy
  }
}
