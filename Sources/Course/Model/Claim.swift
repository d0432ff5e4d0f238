/// A statement about a run that the run itself decides: `loss < 0.01`, `loss at 10 > loss at 0`, `loss <= 1e-3 within 40`.
public struct Claim: Hashable, Sendable {
  public enum Relation: String, Hashable, Sendable, CaseIterable {
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case equal = "=="
    case near = "≈"
  }

  /// A number, or a metric at a step (nil: at the last).
  public enum Side: Hashable, Sendable {
    case number(Double)
    case metric(String, at: Int?)
  }

  public var left: Side
  public var relation: Relation
  public var right: Side
  /// How near `≈` asks to be; 0 for every other relation.
  public var tolerance: Double
  /// True at some step from 0 to this one, rather than at the last; nil for the plain form.
  public var within: Int?

  public init(_ left: Side, _ relation: Relation, _ right: Side, tolerance: Double = 0, within: Int? = nil) {
    self.left = left
    self.relation = relation
    self.right = right
    self.tolerance = tolerance
    self.within = within
  }

  /// The metrics it speaks of.
  public var metrics: [String] {
    [left, right].compactMap { if case .metric(let name, _) = $0 { name } else { nil } }
  }

  /// The furthest step it looks at, of a run of `steps`.
  public func lastStep(of steps: Int) -> Int {
    let named = [left, right].compactMap { if case .metric(_, let step?) = $0 { step } else { nil } }
    return ([steps, within ?? 0] + named).max() ?? steps
  }

  /// Whether it holds in a run of `steps`; nil where the run has no such metric. Not-a-number satisfies nothing.
  public func holds(in trace: RunTrace, steps: Int) -> Bool? {
    guard let within else { return holds(in: trace, last: steps) }
    for step in 0...max(0, within) {
      guard let now = holds(in: trace, last: step) else { return nil }
      if now { return true }
    }
    return false
  }

  /// The numbers on both sides in a run of `steps`; nil where the run has no such metric.
  public func values(in trace: RunTrace, steps: Int) -> (left: Double, right: Double)? {
    guard let first = value(left, trace, steps), let second = value(right, trace, steps) else { return nil }
    return (first, second)
  }

  private func holds(in trace: RunTrace, last: Int) -> Bool? {
    guard let (a, b) = values(in: trace, steps: last) else { return nil }
    switch relation {
    case .less: return a < b
    case .atMost: return a <= b
    case .greater: return a > b
    case .atLeast: return a >= b
    case .equal: return a == b
    case .near: return abs(a - b) <= tolerance
    }
  }

  private func value(_ side: Side, _ trace: RunTrace, _ last: Int) -> Double? {
    switch side {
    case .number(let number): number
    case .metric(let name, let step): trace.value(name, at: step ?? last)
    }
  }
}
