import Plots

/// One racer: an optimiser, where it stands, and the way it came.
struct Marble: Sendable {
  /// The numbers of the last step, to unfold it.
  struct Move: Sendable {
    let before: Vector
    let gradient: Vector
    let memoryBefore: [(name: String, value: Vector)]
    let memory: [(name: String, value: Vector)]
    let step: Int
    let rates: DescentRates
  }

  let optimizer: DescentOptimizer
  private(set) var w: Vector
  private(set) var trail: [PlotPoint]
  /// The loss at the start and after each step.
  private(set) var losses: [Double]
  /// The gradients of the last few steps, the newest last.
  private(set) var gradients: [Vector] = []
  private(set) var lastMove: Move?
  /// The step at which the loss passed `limit` or was no number; the marble stands still from there.
  private(set) var divergedAt: Int?
  /// The largest distance from the reference so far; beyond 1 measured against the place's own size. Not a number before
  /// the first step.
  private(set) var referenceError = Double.nan
  private var rule: any DescentRule
  private var reference: DescentReference

  /// A loss above this counts as diverged.
  static let limit = 1e6

  init(_ optimizer: DescentOptimizer, at start: Vector, on surface: DescentSurface) {
    self.optimizer = optimizer
    w = start
    trail = [PlotPoint(x: start.x, y: start.y)]
    losses = [surface.loss(start)]
    rule = optimizer.rule
    reference = DescentReference(optimizer, at: start)
  }

  var loss: Double { losses[losses.count - 1] }
  var hasDiverged: Bool { divergedAt != nil }

  /// Stands so still that further steps change nothing that could be seen.
  var hasArrived: Bool {
    guard let lastMove, let gradient = gradients.last else { return false }
    return gradient.length < 1e-10 && (w - lastMove.before).length < 1e-10
  }

  /// One step of the optimiser and of the reference.
  mutating func step(on surface: DescentSurface, noise: Vector, _ rates: DescentRates) {
    guard !hasDiverged else { return }
    let gradient = surface.gradient(w) + noise
    let (before, memoryBefore) = (w, rule.memory)
    rule.update(&w, gradient: gradient, rates)
    lastMove = Move(
      before: before, gradient: gradient, memoryBefore: memoryBefore, memory: rule.memory, step: losses.count,
      rates: rates)
    reference.step(on: surface, noise: noise, rates)
    record(gradient, surface.loss(w))
  }

  private mutating func record(_ gradient: Vector, _ loss: Double) {
    gradients.append(gradient)
    if gradients.count > 8 { gradients.removeFirst() }
    trail.append(PlotPoint(x: w.x, y: w.y))
    losses.append(loss)
    if !loss.isFinite || loss > Self.limit { divergedAt = losses.count - 1 }
    let difference = (w - reference.w).length / max(1, w.length)
    if difference.isFinite { referenceError = referenceError.isNaN ? difference : max(referenceError, difference) }
  }
}
