import Demos
import Terminal
import Wording

/// A demo run to its goal with the default knobs.
struct GoalRun {
  private let card: DemoCard
  private let seed: UInt64
  /// The first step that reached the goal; nil where none did.
  private let step: Int?
  private let value: Double

  var isReached: Bool { step != nil }

  init(_ type: any Demo.Type, seed: UInt64) throws {
    card = type.card
    self.seed = seed
    let goal = type.card.goal
    var run = try HeadlessRun(type, steps: goal.steps, seed: seed)
    var value = run.player.demo.metric(goal.metric) ?? .nan
    var step = goal.isReached(by: value) ? 0 : nil
    while step == nil, let row = run.next() {
      value = row.metrics.first { $0.name == goal.metric }?.value ?? .nan
      if goal.isReached(by: value) { step = row.step }
    }
    self.step = step
    self.value = value
  }

  /// `ok  gradient-descent   seed 1  reference-error 0 <= 1e-05 at step 1`
  var line: String {
    let goal = card.goal
    let outcome = step.map { "at step \($0)" } ?? "not within \(goal.steps) steps"
    return "\(isReached ? "ok  " : "MISS") \(card.id.padded(to: 24)) seed \(seed)  \(goal.metric) "
      + "\(NumberText.short(value)) \(goal.relation.rawValue) \(NumberText.short(goal.bound)) \(outcome)"
  }
}
