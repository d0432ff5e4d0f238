import Wording

/// Judges answers. Pure: the same answer to the same question is always worth the same.
public enum Grader {
  /// - Parameter trace: for `predict` the question's own run, for `tune` the run with the learner's settings; unused by
  ///   the other kinds. Without it those two are malformed (`noRun`).
  public static func grade(_ question: Question, _ answer: Answer, trace: RunTrace? = nil) -> Grade {
    switch (question.kind, answer) {
    case (.single(let options), .choice(let choice)): single(options, choice)
    case (.multiple(let options), .choices(let choices)): multiple(options, choices)
    case (.trueFalse(let key, let reason), .truth(let given)):
      .scored(key == given ? 1 : 0, key == given ? [] : reason.map { [Grade.Reason(isRight: false, text: $0)] } ?? [])
    case (.numeric(let key), .typed(let text)): numeric(key, text)
    case (.text(let key), .typed(let text)): typed(key, text)
    case (.order(let items), .order(let given)): order(items.count, given)
    case (.predict(let key), .typed(let text)): predict(key, text, trace)
    case (.tune(let key), .settings(let settings)): tune(key, settings, trace)
    default: .malformed(.wrongKind(expected: question.kindName))
    }
  }

  /// Grades after running what decides, where a run does.
  public static func grade(_ question: Question, _ answer: Answer, judge: any RunJudge, _ language: Language) -> Grade {
    guard let run = question.run(deciding: answer) else { return grade(question, answer) }
    do { return grade(question, answer, trace: try judge.run(run, language)) } catch {
      return .malformed(.runRefused(error))
    }
  }

  private static func single(_ options: [QuizOption], _ choice: Int) -> Grade {
    guard options.indices.contains(choice) else { return .malformed(.noSuchOption(choice)) }
    return .scored(options[choice].isCorrect ? 1 : 0, reasons(options, [choice]))
  }

  /// One part of the score an option judged right (chosen and correct, or left and wrong), less half: what guessing gives.
  private static func multiple(_ options: [QuizOption], _ choices: Set<Int>) -> Grade {
    guard !choices.isEmpty else { return .malformed(.nothingGiven) }
    if let stray = choices.sorted().first(where: { !options.indices.contains($0) }) {
      return .malformed(.noSuchOption(stray))
    }
    let hits = options.indices.count { options[$0].isCorrect == choices.contains($0) }
    let isAnyRight = choices.contains { options[$0].isCorrect }
    let share = Double(hits) / Double(options.count)
    return .scored(isAnyRight ? max(0, 2 * share - 1) : 0, reasons(options, choices))
  }

  private static func reasons(_ options: [QuizOption], _ chosen: Set<Int>) -> [Grade.Reason] {
    chosen.sorted().compactMap { index in
      options[index].reason.map { Grade.Reason(option: index, isRight: options[index].isCorrect, text: $0) }
    }
  }

  private static func numeric(_ key: NumericKey, _ text: String) -> Grade {
    do {
      let value = try TypedNumber.parse(text, unit: key.unit)
      if key.tolerance.accepts(value, for: key.value) { return .scored(1) }
      let mistake = key.mistakes.first { key.tolerance.accepts(value, for: $0.value) }
      return .scored(0, mistake.map { [Grade.Reason(isRight: false, text: $0.reason)] } ?? [])
    } catch {
      return .malformed(error == .empty ? .nothingGiven : .number(error))
    }
  }

  private static func typed(_ key: TextKey, _ text: String) -> Grade {
    guard !TextForm.canonical(text, isFormula: true).isEmpty else { return .malformed(.nothingGiven) }
    if key.accepts(text) { return .scored(1) }
    return .scored(0, key.mistake(text).map { [Grade.Reason(isRight: false, text: $0.reason)] } ?? [])
  }

  /// The share of pairs of items that stand the right way round, less what a chance order gives (a half).
  private static func order(_ count: Int, _ given: [Int]) -> Grade {
    guard given.sorted() == Array(0..<count) else { return .malformed(.notAnOrder) }
    var agreeing = 0
    for i in given.indices { agreeing += given[(i + 1)...].count { $0 > given[i] } }
    let pairs = count * (count - 1) / 2
    return .scored(max(0, 2 * Double(agreeing) / Double(max(1, pairs)) - 1))
  }

  private static func predict(_ key: PredictKey, _ text: String, _ trace: RunTrace?) -> Grade {
    let value: Double
    do { value = try TypedNumber.parse(text) } catch {
      return .malformed(error == .empty ? .nothingGiven : .number(error))
    }
    guard let outcome = trace?.value(key.metric, at: key.run.steps) else { return .malformed(.noRun) }
    guard outcome.isFinite else { return .malformed(.runNotFinite) }
    return .scored(key.score(of: value, outcome: outcome), outcome: outcome)
  }

  private static func tune(_ key: TuneKey, _ settings: [KnobSetting], _ trace: RunTrace?) -> Grade {
    guard !settings.isEmpty else { return .malformed(.nothingGiven) }
    for setting in settings where !key.knobs.isEmpty && !key.knobs.contains(setting.knob) {
      return .malformed(.knobNotAllowed(setting.knob, allowed: key.knobs))
    }
    guard let trace, let isReached = key.goal.holds(in: trace, steps: key.run.steps) else { return .malformed(.noRun) }
    let outcome = key.goal.metrics.first.flatMap { trace.value($0, at: key.run.steps) }
    return .scored(isReached ? 1 : 0, outcome: outcome)
  }
}

extension PredictKey {
  /// 1 within the tolerance, then falling in a straight line to 0 at three times the tolerance.
  public func score(of guess: Double, outcome: Double) -> Double {
    if tolerance.accepts(guess, for: outcome) { return 1 }
    let width = tolerance.width(for: outcome)
    guard width > 0 else { return 0 }
    return max(0, min(0.99, (3 - abs(guess - outcome) / width) / 2))
  }
}

extension Question {
  /// The run that decides an answer; nil for a question that needs none.
  public func run(deciding answer: Answer) -> RunRequest? {
    switch (kind, answer) {
    case (.predict(let key), _): key.run
    case (.tune(let key), .settings(let settings)): key.run.adding(settings)
    default: nil
    }
  }
}
