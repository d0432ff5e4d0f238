import Wording

/// A demo run without a screen: a row of numbers a step.
public struct HeadlessRun: Sequence, IteratorProtocol, Sendable {
  /// The numbers after a step.
  public struct Row: Hashable, Sendable {
    public let step: Int
    public let metrics: [Metric]
    /// Nothing more will change, or this is the last step asked for.
    public let isDone: Bool

    public init(step: Int, metrics: [Metric], isDone: Bool) {
      self.step = step
      self.metrics = metrics
      self.isDone = isDone
    }

    /// Whether a number is not finite.
    public var hasDiverged: Bool { !metrics.allSatisfy(\.value.isFinite) }
  }

  /// The run at the last row handed out.
  public private(set) var player: DemoPlayer
  private let steps: Int
  private var isOver = false

  /// - Parameters:
  ///   - steps: how many at most; the card's default when nil.
  ///   - text: what would be typed before the first step.
  public init(
    _ type: any Demo.Type, steps: Int? = nil, settings: Settings? = nil, seed: UInt64 = 1, text: String? = nil
  ) throws(InputFault) {
    player = DemoPlayer(type, settings: settings, seed: seed)
    player.showsGhost = false
    self.steps = Swift.max(0, steps ?? type.card.defaultSteps)
    if let text, let fault = player.type(text) { throw fault }
  }

  /// Takes the next step; nil once the last row was handed out.
  public mutating func next() -> Row? {
    guard !isOver, player.step < steps, player.advance() else { return nil }
    isOver = player.isFinished || player.step >= steps
    return Row(step: player.step, metrics: player.demo.metrics, isDone: isOver)
  }
}

extension HeadlessRun.Row {
  /// One line of JSON without its end: `{"step":1,"metrics":{"loss":0.5},"done":false}`. Metrics in the demo's order,
  /// numbers in the shortest form that reads back to the same bits; one that is not finite is `null`, and then
  /// `"diverged":true` stands at the end.
  public var json: String {
    let pairs = metrics.map { "\"\($0.name)\":\($0.value.isFinite ? "\($0.value)" : "null")" }.joined(separator: ",")
    let end = hasDiverged ? ",\"diverged\":true" : ""
    return "{\"step\":\(step),\"metrics\":{\(pairs)},\"done\":\(isDone)\(end)}"
  }
}
