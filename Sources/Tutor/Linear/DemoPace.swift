import Demos

/// A demo on its way: how far, how fast, and when its state was told last.
struct DemoPace {
  enum Extent: Hashable {
    /// So many steps, as fast as they go.
    case steps(Int)
    /// Until the goal, or the steps that it may take, as fast as they go.
    case goal
    /// At the demo's own speed, until it is finished or paused.
    case played
  }

  /// At most one line in this time.
  static let telling = Duration.seconds(1)
  /// Steps a second, up to which every step is told with its sentence.
  static let slow = 2
  /// Steps are taken for so long before lines are looked for.
  private static let slice = Duration.milliseconds(30)

  private let extent: Extent
  private let target: Int
  /// The time between two steps; nil where there is none to keep.
  private let interval: Duration?
  private var nextStep: ContinuousClock.Instant
  private var told: ContinuousClock.Instant
  /// The leading number when it was told last.
  private var toldValue: Double

  init(_ extent: Extent, _ demo: LinearDemo, _ talk: LinearTalk) {
    self.extent = extent
    target = Self.target(extent, demo, talk)
    interval = extent == .played && talk.isInteractive ? Self.interval(demo.player.card) : nil
    nextStep = talk.now
    told = talk.now
    toldValue = demo.leadingValue
  }

  func due(_ talk: LinearTalk) -> ContinuousClock.Instant { interval == nil ? talk.now : nextStep }

  /// Takes the steps that are due, and says now and then how it goes; true at the end of the way.
  mutating func advance(_ demo: inout LinearDemo, _ talk: LinearTalk) -> Bool {
    let end = talk.now + Self.slice
    var isMoving = true
    repeat {
      isMoving = demo.player.advance()
      // An experiment that has been run far enough is told with the state, at the end.
      if case .goal = demo.watch?.task { _ = demo.see() }
    } while isMoving && interval == nil && !isOver(demo) && talk.now < end
    if let interval { nextStep = max(nextStep + interval, talk.now) }
    if !isMoving || isOver(demo) { return true }
    tell(demo, talk)
    return false
  }

  private mutating func tell(_ demo: LinearDemo, _ talk: LinearTalk) {
    guard talk.now - told >= Self.telling else { return }
    talk.say(DemoWords(demo, talk).announcement(since: toldValue))
    told = talk.now
    toldValue = demo.leadingValue
  }

  private func isOver(_ demo: LinearDemo) -> Bool {
    if demo.player.isFinished || demo.player.step >= target { return true }
    guard extent == .goal else { return false }
    if demo.watch?.reached != nil { return true }
    guard demo.player.card.goal.isChallenge, case .reached = demo.player.goalState else { return false }
    return true
  }

  private static func target(_ extent: Extent, _ demo: LinearDemo, _ talk: LinearTalk) -> Int {
    let card = demo.player.card
    switch (extent, demo.watch?.task) {
    case (.steps(let count), _): return demo.player.step + count
    case (.goal, .goal(let key)): return max(key.goal.within ?? key.run.steps, demo.player.step + 1)
    case (.goal, .experiment(let experiment)): return max(experiment.run.steps, demo.player.step + 1)
    case (.goal, nil):
      let steps = card.goal.isChallenge ? card.goal.steps : card.defaultSteps
      return max(steps, demo.player.step + 1)
    // Nobody is there to pause it.
    case (.played, _): return talk.isInteractive ? .max : max(card.defaultSteps, demo.player.step + 1)
    }
  }

  /// The demo's own speed; slow ones slower still, because each step is told.
  private static func interval(_ card: DemoCard) -> Duration {
    card.stepsPerSecond <= slow ? .seconds(2) : .milliseconds(1000 / card.stepsPerSecond)
  }
}
