import Wording

/// Reads a `quiz.yaml`.
struct QuizReader {
  let log: LoadLog

  init(log: LoadLog) { self.log = log }

  func read(_ text: String, file: String) -> Quiz {
    guard let value = YAMLValue.parse(text, log: log, file: file) else { return Quiz(questions: []) }
    return Quiz(questions: value.list().compactMap(question))
  }

  private static let common = ["id", "kind", "objective", "prompt", "hints", "explanation"]
  private static let reserved = ["cloze", "match", "derive", "template"]

  private static func keys(_ kind: Question.KindName) -> [String] {
    switch kind {
    case .single, .multiple: ["options"]
    case .trueFalse: ["answer", "reason"]
    case .numeric: ["value", "tolerance", "unit", "mistakes"]
    case .text: ["accept", "mistakes"]
    case .order: ["items"]
    case .predict: YAMLFields.runKeys + ["metric", "tolerance"]
    case .tune: YAMLFields.runKeys.filter { $0 != "steps" } + ["knobs", "goal", "solution"]
    }
  }

  private func question(_ value: YAMLValue) -> Question? {
    guard let kindName = kind(of: value) else { return nil }
    let article = kindName == .order ? "an" : "a"
    guard
      let fields = value.fields(
        known: Self.common + Self.keys(kindName), of: "\(article) `\(kindName.rawValue)` question")
    else { return nil }
    let id = fields.required("id")?.newID(.question)
    let objective = fields.required("objective")?.mentioned(Mention.What.objective)
    let prompt = fields.required("prompt")?.bilingualMarkdown()
    let hints = hints(fields)
    let explanation = fields.required("explanation")?.bilingualMarkdown()
    let kind = KeyReader(fields: fields, question: id ?? "?").read(kindName)
    guard let id, let prompt, let kind else { return nil }
    return Question(
      id: id, objective: objective ?? "", prompt: prompt, kind: kind, hints: hints,
      explanation: explanation ?? Bilingual(both: ""))
  }

  private func kind(of value: YAMLValue) -> Question.KindName? {
    guard let node = value.node.mapping else { return value.refuse(.mapping) }
    guard let kindNode = node["kind"], let name = kindNode.scalar?.string else {
      value.fault(.missingKey("kind", of: "a question"))
      return nil
    }
    let kind = value.with(kindNode, key: "kind")
    if Self.reserved.contains(name) {
      kind.fault(.badQuestion(node["id"]?.scalar?.string ?? "?", .reservedKind(name)))
      return nil
    }
    return kind.oneOf(Question.KindName.self)
  }

  private func hints(_ fields: YAMLFields) -> [Bilingual] {
    guard let value = fields["hints"] else { return [] }
    let hints = value.list().compactMap { $0.bilingualMarkdown() }
    if hints.count > 3 { value.fault(.badQuestion(fields["id"]?.text() ?? "?", .tooManyHints(hints.count))) }
    return Array(hints.prefix(3))
  }
}
