#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How the learning rate changes over the steps of training, counted from 0. A value.
///
/// Worked out in float64 and rounded once. Negative steps count as 0. As PyTorch's schedulers of the same names, but
/// that a cosine stays at its floor after its last step instead of rising again.
public indirect enum LearningRateSchedule: Hashable, Sendable {
  case constant(Float)

  /// `from * factor^(step / every)`, whole steps.
  case step(from: Float, factor: Float, every: Int)

  /// `from * factor^step`.
  case exponential(from: Float, factor: Float)

  /// `to + (from - to) * (1 + cos(pi * step / steps)) / 2`, then `to`.
  /// Source: Loshchilov and Hutter (2017), "SGDR", without restarts.
  case cosine(from: Float, to: Float = 0, steps: Int)

  /// Rises on a line from `startFactor` times the first rate of `then` to that rate; after `steps` steps `then` begins.
  /// Source: Goyal et al. (2017), "Accurate, large minibatch SGD", section 2.2.
  case warmUp(steps: Int, startFactor: Float, then: LearningRateSchedule)

  /// Rises to `highest` in the first `rise` of the steps and falls far below the start in the others, both along a
  /// cosine: from `highest / 25` over `highest` to `highest / 250,000`.
  /// Source: Smith and Topin (2018), "Super-convergence", in PyTorch's two-phase form.
  case oneCycle(highest: Float, steps: Int, rise: Float = 0.3)

  /// The rate of a step.
  public func rate(at step: Int) -> Float { Float(exactRate(at: max(0, step))) }

  private func exactRate(at step: Int) -> Double {
    switch self {
    case .constant(let rate): Double(rate)
    case .step(let from, let factor, let every): Double(from) * pow(Double(factor), Double(step / max(1, every)))
    case .exponential(let from, let factor): Double(from) * pow(Double(factor), Double(step))
    case .cosine(let from, let to, let steps):
      Self.cosine(from: Double(from), to: Double(to), done: Double(step) / Double(max(1, steps)))
    case .warmUp(let steps, let startFactor, let then):
      if step >= steps {
        then.exactRate(at: step - steps)
      } else {
        then.exactRate(at: 0) * (Double(startFactor) + (1 - Double(startFactor)) * Double(step) / Double(steps))
      }
    case .oneCycle(let highest, let steps, let rise):
      Self.oneCycle(Double(highest), steps: Double(steps), rise: Double(rise), at: Double(step))
    }
  }

  /// `done` is 0 at the start, 1 at the end and after it.
  private static func cosine(from: Double, to: Double, done: Double) -> Double {
    to + (from - to) * (1 + cos(Double.pi * min(1, done))) / 2
  }

  private static func oneCycle(_ highest: Double, steps: Double, rise: Double, at step: Double) -> Double {
    let (start, end) = (highest / 25, highest / 250_000)
    let top = rise * steps - 1
    guard step > top else { return cosine(from: start, to: highest, done: top > 0 ? step / top : 1) }
    return cosine(from: highest, to: end, done: (step - top) / max(1, steps - 1 - top))
  }
}
