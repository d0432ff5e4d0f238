/// Steps a second as measured: a mean that forgets what is some seconds old, so that the time left neither jumps nor lags.
public struct StepRate: Sendable {
  /// Seconds after which an observation counts half as much.
  private static let memory = 3.0
  /// Seconds that must have been seen before anything is said.
  private static let patience = 1.0

  private var last: (step: Int, seconds: Double)?
  private var sum = 0.0
  private var weight = 0.0
  private var seen = 0.0

  public init() {}

  /// Takes in that a run stands at a step at a time; a run that went back or began again is measured anew.
  public mutating func note(step: Int, at seconds: Double) {
    defer { last = (step, seconds) }
    guard let last else { return }
    guard step >= last.step, seconds >= last.seconds else { return self = StepRate() }
    let elapsed = seconds - last.seconds
    guard elapsed > 0 else { return }
    let share = elapsed / (elapsed + Self.memory)
    sum += share * (Double(step - last.step) / elapsed - sum)
    weight += share * (1 - weight)
    seen += elapsed
  }

  /// Nil until it is known, and while nothing moves.
  public var stepsPerSecond: Double? {
    guard seen >= Self.patience, sum > 0 else { return nil }
    return sum / weight
  }

  /// Seconds that so many steps will take; nil until it is known.
  public func seconds(for steps: Int) -> Double? { stepsPerSecond.map { Double(max(0, steps)) / $0 } }

}
