/// One run of a demo along its time: where it stands, everything done to it, and copies to go back to.
///
/// The state at step k is the state after k steps and after every input stamped k. Going back and on again repeats the
/// inputs that were made; a new input cuts off what came after it.
public struct DemoRun: Sendable {
  public let type: any Demo.Type
  public let seed: UInt64
  /// The knobs at step 0.
  public let initialSettings: Settings
  public private(set) var demo: any Demo
  public private(set) var step = 0
  /// The last step that this run has been at.
  public private(set) var furthest = 0
  public private(set) var inputs: [StampedInput] = []
  /// The knobs now.
  public private(set) var settings: Settings
  private var checkpoints = RunCheckpoints()
  private var history = MetricHistory()
  private var firstReached: Int?

  public init(_ type: any Demo.Type, settings: Settings, seed: UInt64) {
    self.type = type
    self.seed = seed
    initialSettings = settings
    self.settings = settings
    demo = type.init(settings: settings, seed: seed)
    note()
  }

  public var card: DemoCard { type.card }
  public var isFinished: Bool { demo.isFinished }

  /// Whether steps or inputs beyond the current step are known.
  public var hasFuture: Bool { furthest > step }

  /// One step on; false, and nothing done, when the demo is finished.
  @discardableResult
  public mutating func advance() -> Bool {
    guard !demo.isFinished else { return false }
    demo.step()
    step += 1
    furthest = max(furthest, step)
    for stamped in inputs where stamped.step == step { replay(stamped.input) }
    note()
    return true
  }

  /// Goes to a step: back through the nearest copy, on by stepping; stops where the demo finishes.
  public mutating func seek(to target: Int) {
    let target = max(0, target)
    if target < step { goBack(to: target) }
    while step < target, advance() {}
  }

  /// Applies an input now. A refused one changes nothing; an accepted one cuts off the future.
  public mutating func apply(_ input: DemoInput) -> InputFault? {
    var changed = demo
    if let fault = changed.apply(input) { return fault }
    cutFuture()
    demo = changed
    inputs.append(StampedInput(step: step, input: input))
    checkpoints.drop(from: step)
    follow(input)
    note()
    return nil
  }

  /// Forgets what came after the current step.
  public mutating func cutFuture() {
    inputs.removeAll { $0.step > step }
    checkpoints.drop(from: step + 1)
    history.drop(after: step)
    if let reached = firstReached, reached > step { firstReached = nil }
    furthest = step
  }

  /// The values of a metric by step, up to the current one; of a long run, evenly thinned.
  public func metricHistory(_ name: String) -> [(step: Int, value: Double)] {
    guard let column = demo.metrics.firstIndex(where: { $0.name == name }) else { return [] }
    return history.rows.prefix { $0.step <= step }.map { ($0.step, $0.values[column]) }
  }

  public var goalState: GoalState {
    if let reached = firstReached, reached <= step { return .reached(step: reached) }
    return step >= card.goal.steps || isFinished ? .missed : .notYet
  }

  /// The run as a record.
  public var receipt: Receipt {
    Receipt(
      demo: card.id, settings: initialSettings, seed: seed, inputs: inputs.filter { $0.step <= step }, steps: step,
      outcome: Receipt.Outcome(demo.metrics, goal: card.goal))
  }

  private mutating func goBack(to target: Int) {
    if let checkpoint = checkpoints.nearest(to: target) {
      (demo, step) = (checkpoint.demo, checkpoint.step)
    } else {
      (demo, step) = (type.init(settings: initialSettings, seed: seed), 0)
      for stamped in inputs where stamped.step == 0 { demo.apply(stamped.input) }
    }
    settings = initialSettings
    for stamped in inputs where stamped.step <= step { follow(stamped.input) }
  }

  private mutating func replay(_ input: DemoInput) {
    demo.apply(input)
    follow(input)
  }

  /// Keeps the knobs shown equal to those in force.
  private mutating func follow(_ input: DemoInput) {
    if case .knob(let id, let value) = input { try? settings.set(id, to: value, card: card) }
    for (id, value) in demo.turnedKnobs { try? settings.set(id, to: value, card: card) }
  }

  private mutating func note() {
    checkpoints.save(demo, at: step)
    let metrics = demo.metrics
    history.note(metrics.map(\.value), at: step)
    let goal = card.goal
    let met = step <= goal.steps && metrics.contains { $0.name == goal.metric && goal.isReached(by: $0.value) }
    if firstReached == nil || firstReached! >= step { firstReached = met ? step : nil }
  }
}
