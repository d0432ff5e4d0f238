import Markup
import Wording

/// Reads the fences of one file.
struct FenceReader {
  let file: String
  let log: LoadLog

  init(file: String, log: LoadLog) {
    self.file = file
    self.log = log
  }

  func read(_ fence: Fence) -> LessonFence? {
    switch fence.kind {
    case .demo: demo(fence).map { .demo($0) }
    case .source: source(fence).map { .source($0) }
    case .predict: predict(fence).map { .predict($0) }
    case .try: experiment(fence).map { .experiment($0) }
    case .python: PythonReader(file: file, log: log).read(fence).map { .python($0) }
    }
  }

  // MARK: Opening lines

  private func demo(_ fence: Fence) -> DemoFence? {
    let arguments = ArgumentText(fence.arguments)
    guard let id = firstWord(arguments, fence) else { return nil }
    log.mention(.demo(id), at: argumentPlace(fence))
    let parts = SettingsReader(demo: id, log: log, place: argumentPlace(fence)).read(arguments, after: 1)
    let run = RunRequest(
      demo: id, preset: parts.preset, settings: parts.settings, seed: parts.seed ?? 1,
      text: parts.text.map { Bilingual(both: $0) }, steps: parts.steps ?? 0)
    MarkupCheck(log: log).check(fence.body, at: Place(file: file, line: fence.line + 1))
    return DemoFence(run: run, caption: fence.body.trimmed)
  }

  private func source(_ fence: Fence) -> String? {
    let arguments = ArgumentText(fence.arguments)
    guard let id = firstWord(arguments, fence) else { return nil }
    refuseMore(arguments, fence)
    if !fence.body.trimmed.isEmpty { fault(fence, .bodyMustBeEmpty) }
    log.mention(.region(id), at: argumentPlace(fence))
    return id
  }

  /// The id of a `predict` or `try`, and the keys of its body.
  private func keys(_ fence: Fence, known: [String]) -> (id: String, YAMLFields)? {
    let arguments = ArgumentText(fence.arguments)
    guard let id = firstWord(arguments, fence) else { return nil }
    refuseMore(arguments, fence)
    if !Identifier.isValid(id) { log.add(.badID(id), at: argumentPlace(fence)) }
    log.define(id, .fence, scope: file, at: argumentPlace(fence))
    guard !fence.body.trimmed.isEmpty else {
      fault(fence, .bodyIsEmpty)
      return nil
    }
    let body = YAMLValue.parse(fence.body, log: log, file: file, lineOffset: fence.line)
    guard let fields = body?.fields(known: YAMLFields.runKeys + known, of: "a `\(fence.kind.rawValue)` fence") else {
      return nil
    }
    return (id, fields)
  }

  // MARK: Bodies

  private func predict(_ fence: Fence) -> Prediction? {
    guard let (id, fields) = keys(fence, known: ["metric", "tolerance", "choices", "question", "after"]) else {
      return nil
    }
    let run = fields.run()
    let question = fields.required("question")?.markdown()
    let after = fields["after"]?.markdown()
    let key = predictionKey(fence, fields, demo: run?.demo)
    guard let run, let question, let key else { return nil }
    return Prediction(id: id, run: run, key: key, question: question, after: after)
  }

  private func predictionKey(_ fence: Fence, _ fields: YAMLFields, demo: String?) -> Prediction.Key? {
    guard (fields["metric"] == nil) != (fields["choices"] == nil) else {
      fault(fence, .metricOrChoices)
      return nil
    }
    guard let list = fields["choices"] else {
      let metric = fields["metric"]?.metric(demo: demo)
      let tolerance = fields.required("tolerance")?.tolerance()
      guard let metric, let tolerance else { return nil }
      return .number(metric: metric, tolerance)
    }
    let choices = list.list().compactMap { choice($0, demo: demo) }
    if choices.count < 2 { fault(fence, .twoChoicesAtLeast) }
    return choices.isEmpty ? nil : .choices(choices)
  }

  private func choice(_ value: YAMLValue, demo: String?) -> Prediction.Choice? {
    guard
      let fields = value.fields(known: ["text", "claim"], of: "a choice"),
      let text = fields.required("text")?.markdown(), let claim = fields.required("claim")?.claim(demo: demo)
    else { return nil }
    return Prediction.Choice(text: text, claim: claim)
  }

  private func experiment(_ fence: Fence) -> Experiment? {
    guard let (id, fields) = keys(fence, known: ["claim", "task", "after"]) else {
      return nil
    }
    let run = fields.run()
    let claims = fields.required("claim")?.oneOrMore().compactMap { $0.claim(demo: run?.demo) }
    let task = fields.required("task")?.markdown()
    let after = fields["after"]?.markdown()
    guard let run, let claims, let task else { return nil }
    return Experiment(id: id, run: run, claims: claims, task: task, after: after)
  }

  // MARK: Arguments

  private func firstWord(_ arguments: ArgumentText, _ fence: Fence) -> String? {
    guard let first = arguments.arguments.first, first.name.isEmpty, !first.value.isEmpty else {
      fault(fence, .missingID)
      return nil
    }
    return first.value
  }

  private func refuseMore(_ arguments: ArgumentText, _ fence: Fence) {
    for extra in arguments.arguments.dropFirst() {
      let shown = extra.name.isEmpty ? extra.value : "\(extra.name)=\(extra.value)"
      log.add(
        .badFence(fence: fence.kind.rawValue, reason: .unexpectedArgument(shown)),
        at: argumentPlace(fence).moved(by: extra.offset))
    }
  }

  private func fault(_ fence: Fence, _ reason: CourseFault.FenceReason) {
    log.add(.badFence(fence: fence.kind.rawValue, reason: reason), at: Place(file: file, line: fence.line))
  }

  /// Where the arguments begin: after the back-ticks, the kind and a space.
  private func argumentPlace(_ fence: Fence) -> Place {
    Place(file: file, line: fence.line, column: 3 + fence.kind.rawValue.count + 2)
  }
}
