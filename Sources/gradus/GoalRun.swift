import Demos
import Terminal
import Wording

/// A demo run for the steps of its goal with the default knobs: it must reach the goal, and still hold it at the end.
struct GoalRun {
  private let card: DemoCard
  private let seed: UInt64
  /// The first step that reached the goal; nil where none did.
  private let step: Int?
  /// The metric at the end.
  private let value: Double

  var isReached: Bool { step != nil && card.goal.isReached(by: value) }

  init(_ type: any Demo.Type, seed: UInt64) throws {
    card = type.card
    self.seed = seed
    let goal = type.card.goal
    var run = try HeadlessRun(type, steps: goal.steps, seed: seed)
    var value = run.player.demo.metric(goal.metric) ?? .nan
    var step = goal.isReached(by: value) ? 0 : nil
    while let row = run.next() {
      value = row.metrics.first { $0.name == goal.metric }?.value ?? .nan
      if step == nil, goal.isReached(by: value) { step = row.step }
    }
    self.step = step
    self.value = value
  }

  /// `ok  gradient-descent   seed 1  reference-error 2e-16 <= 1e-05, reached at step 1`
  var line: String {
    let goal = card.goal
    let outcome = step.map { "reached at step \($0) of \(goal.steps)" } ?? "not within \(goal.steps) steps"
    return "\(isReached ? "ok  " : "MISS") \(card.id.padded(to: 24)) seed \(seed)  \(goal.metric) "
      + "\(NumberText.short(value)) \(goal.relation.rawValue) \(NumberText.short(goal.bound)), \(outcome)"
  }
}
