import Wording

/// Reads what a question's kind asks for: its options or its key.
struct KeyReader {
  let fields: YAMLFields
  let question: String

  func read(_ kind: Question.KindName) -> Question.Kind? {
    switch kind {
    case .single: options(exactlyOne: true).map { .single($0) }
    case .multiple: options(exactlyOne: false).map { .multiple($0) }
    case .trueFalse: trueFalse()
    case .numeric: numeric()
    case .text: text()
    case .order: order()
    case .predict: predict()
    case .tune: tune()
    }
  }

  private func fault(_ reason: CourseFault.QuestionReason, _ value: YAMLValue? = nil) {
    (value ?? fields.owner).fault(.badQuestion(question, reason))
  }

  // MARK: Options

  private func options(exactlyOne: Bool) -> [QuizOption]? {
    guard let value = fields.required("options") else { return nil }
    let options = value.list().enumerated().compactMap { index, item in option(item, number: index + 1) }
    guard !options.isEmpty else { return nil }
    if !(2...8).contains(options.count) { fault(.optionCount(options.count, 2...8), value) }
    checkCorrect(options, exactlyOne, value)
    checkSame(options.map(\.text), value)
    return options
  }

  private func option(_ value: YAMLValue, number: Int) -> QuizOption? {
    guard
      let fields = value.fields(known: ["text", "correct", "reason"], of: "an option"),
      let text = fields.required("text")?.bilingualMarkdown()
    else { return nil }
    let isCorrect = fields["correct"]?.bool() ?? false
    let reason = fields["reason"]?.bilingualMarkdown()
    if !isCorrect, fields["reason"] == nil { fault(.noReason(option: number), value) }
    return QuizOption(text, isCorrect: isCorrect, reason: reason)
  }

  private func checkCorrect(_ options: [QuizOption], _ exactlyOne: Bool, _ value: YAMLValue) {
    let correct = options.count { $0.isCorrect }
    if correct == 0 { fault(.noCorrectOption, value) }
    if exactlyOne, correct > 1 { fault(.severalCorrectOptions(correct), value) }
    if !exactlyOne, correct == options.count { fault(.noWrongOption, value) }
  }

  private func checkSame(_ texts: [Bilingual], _ value: YAMLValue) {
    for (index, text) in texts.enumerated() {
      for earlier in 0..<index where texts[earlier].en == text.en || texts[earlier].zh == text.zh {
        fault(.sameOption(earlier + 1, index + 1), value)
      }
    }
  }

  private func trueFalse() -> Question.Kind? {
    guard let answer = fields.required("answer")?.bool() else { return nil }
    return .trueFalse(answer, reason: fields.required("reason")?.bilingualMarkdown())
  }

  private func order() -> Question.Kind? {
    guard let value = fields.required("items") else { return nil }
    let items = value.list().compactMap { $0.bilingualMarkdown() }
    if !(3...8).contains(items.count) { fault(.itemCount(items.count, 3...8), value) }
    checkSame(items, value)
    return .order(items)
  }

  // MARK: Typed answers

  private func numeric() -> Question.Kind? {
    guard let value = fields.required("value")?.number(), let tolerance = fields.required("tolerance")?.tolerance()
    else {
      return nil
    }
    let key = NumericKey(value: value, tolerance: tolerance, unit: fields["unit"]?.text() ?? "")
    return .numeric(adding(mistakes: fields["mistakes"], to: key))
  }

  private func adding(mistakes: YAMLValue?, to key: NumericKey) -> NumericKey {
    var key = key
    for item in mistakes?.list() ?? [] {
      guard
        let fields = item.fields(known: ["value", "reason"], of: "a mistake"),
        let value = fields.required("value")?.number(), let reason = fields.required("reason")?.bilingualMarkdown()
      else { continue }
      if key.tolerance.accepts(value, for: key.value) { fault(.mistakeAccepted("\(value)"), item) }
      key.mistakes.append(NumericKey.Mistake(value: value, reason: reason))
    }
    return key
  }

  private func text() -> Question.Kind? {
    guard let value = fields.required("accept") else { return nil }
    var key = TextKey(accept: accepted(value))
    for language in Language.allCases where key.accept[language, default: []].isEmpty {
      fault(.nothingAccepted(language), value)
    }
    for form in key.accept.values.joined() where !key.accepts(form) { fault(.keyRefused(form), value) }
    for item in fields["mistakes"]?.list() ?? [] {
      guard
        let fields = item.fields(known: ["text", "reason"], of: "a mistake"),
        let forms = fields.required("text")?.oneOrMore().compactMap({ $0.text() }),
        let reason = fields.required("reason")?.bilingualMarkdown()
      else { continue }
      for form in forms where key.accepts(form) { fault(.mistakeAccepted(form), item) }
      key.mistakes.append(TextKey.Mistake(forms: forms, reason: reason))
    }
    return .text(key)
  }

  private func accepted(_ value: YAMLValue) -> [Language: [String]] {
    if value.node.mapping == nil {
      let forms = value.oneOrMore().compactMap { $0.text() }
      return [.en: forms, .zh: forms]
    }
    guard let fields = value.fields(known: ["en", "zh"], of: "`accept`") else { return [:] }
    return [.en: fields["en"], .zh: fields["zh"]].mapValues { $0?.oneOrMore().compactMap { $0.text() } ?? [] }
  }

  // MARK: Runs

  private func predict() -> Question.Kind? {
    let run = fields.run()
    let metric = fields.required("metric")?.metric(demo: run?.demo)
    let tolerance = fields.required("tolerance")?.tolerance()
    guard let run, let metric, let tolerance else { return nil }
    return .predict(PredictKey(run: run, metric: metric, tolerance: tolerance))
  }

  private func tune() -> Question.Kind? {
    let demo = fields["demo"]?.node.scalar?.string
    let goal = fields.required("goal")?.claim(demo: demo)
    if let goal, goal.within == nil { fault(.goalWithoutWithin, fields["goal"]) }
    guard let run = fields.run(steps: goal?.within ?? 1), let solution = fields.required("solution") else { return nil }
    let knobs = fields["knobs"]?.list().compactMap { $0.mentioned { .knob($0, demo: run.demo) } } ?? []
    let settings = self.fields.settings("solution", demo: run.demo).settings
    if settings.isEmpty { solution.fault(.badQuestion(question, .noSolution)) }
    for setting in settings where !knobs.isEmpty && !knobs.contains(setting.knob) {
      solution.fault(.badQuestion(question, .solutionTurns(setting.knob, allowed: knobs)))
    }
    guard let goal, goal.within != nil else { return nil }
    return .tune(TuneKey(run: run, knobs: knobs, goal: goal, solution: settings))
  }
}
