import Course
import Terminal
import Widgets

/// What the learner has put together for the question shown, not handed in yet.
struct AnswerDraft {
  enum Form {
    /// Options in the order shown; `isMany` lets several be chosen.
    case options(order: [Int], chosen: Set<Int>, isMany: Bool)
    case truth(Bool?)
    case field(TextField)
    /// Items in the order that the learner has them.
    case order([Int])
    /// Decided by the settings of the demo beside.
    case demo
  }

  var form: Form
  /// The row that the keys act on.
  private(set) var cursor = 0

  init(_ question: Question, order: [Int]) {
    switch question.kind {
    case .single: form = .options(order: order, chosen: [], isMany: false)
    case .multiple: form = .options(order: order, chosen: [], isMany: true)
    case .trueFalse: form = .truth(nil)
    case .numeric, .predict: form = .field(TextField(limit: 40))
    case .text: form = .field(TextField(limit: 80))
    case .order: form = .order(order)
    case .tune: form = .demo
    }
  }

  /// The draft as it stood when this answer was handed in.
  init(_ question: Question, order: [Int], answered answer: Answer) {
    self.init(question, order: order)
    switch (form, answer) {
    case (.options(let order, _, let isMany), .choice(let choice)):
      form = .options(order: order, chosen: [choice], isMany: isMany)
    case (.options(let order, _, let isMany), .choices(let choices)):
      form = .options(order: order, chosen: choices, isMany: isMany)
    case (.truth, .truth(let truth)): form = .truth(truth)
    case (.field(var field), .typed(let text)):
      field.setText(text)
      form = .field(field)
    case (.order, .order(let items)): form = .order(items)
    default: break
    }
  }

  /// How many rows the cursor can stand on.
  var rows: Int {
    switch form {
    case .options(let order, _, _): order.count
    case .truth: 2
    case .order(let items): items.count
    case .field, .demo: 0
    }
  }

  mutating func move(by places: Int) { cursor = max(0, min(rows - 1, cursor + places)) }

  /// Chooses the row under the cursor, or takes it back.
  mutating func choose() { choose(row: cursor) }

  mutating func choose(row: Int) {
    guard (0..<rows).contains(row) else { return }
    cursor = row
    switch form {
    case .options(let order, var chosen, let isMany):
      if isMany { chosen.formSymmetricDifference([order[row]]) } else { chosen = [order[row]] }
      form = .options(order: order, chosen: chosen, isMany: isMany)
    case .truth: form = .truth(row == 0)
    case .order, .field, .demo: break
    }
  }

  /// Moves the item under the cursor among the others.
  mutating func shift(by places: Int) {
    guard case .order(var items) = form, items.indices.contains(cursor + places) else { return }
    items.swapAt(cursor, cursor + places)
    cursor += places
    form = .order(items)
  }

  /// What would be handed in; nil while there is nothing. `settings` are those of the demo beside.
  func answer(settings: [KnobSetting]) -> Answer? {
    switch form {
    case .options(_, let chosen, let isMany):
      if isMany { return chosen.isEmpty ? nil : .choices(chosen) }
      return chosen.first.map { .choice($0) }
    case .truth(let truth): return truth.map { .truth($0) }
    case .field(let field): return field.text.allSatisfy(\.isWhitespace) ? nil : .typed(field.text)
    case .order(let items): return .order(items)
    case .demo: return settings.isEmpty ? nil : .settings(settings)
    }
  }
}
