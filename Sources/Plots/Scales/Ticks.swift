#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A mark on an axis.
public struct Tick: Hashable, Sendable {
  public let value: Double
  public let label: String
}

extension Scale {
  /// Round values inside the scale with their labels, at most `count`; steps are 1, 2 or 5 times a power of ten, or
  /// whole decades where logarithmic.
  public func ticks(atMost count: Int) -> [Tick] {
    guard count > 0 else { return [] }
    return kind == .linear ? linearTicks(count) : decadeTicks(count)
  }

  private func linearTicks(_ count: Int) -> [Tick] {
    var step = Ticks.roundStep(over: upper - lower, count: count)
    var first = (lower / step).rounded(.up)
    var last = (upper / step).rounded(.down)
    // Rounding of the ends may add one tick too many.
    while last - first + 1 > Double(count) {
      step = Ticks.roundStep(over: step * 1.01, count: 1)
      first = (lower / step).rounded(.up)
      last = (upper / step).rounded(.down)
    }
    guard first.isFinite, last.isFinite, first <= last else { return [] }
    let largest = max(abs(first), abs(last)) * step
    return stride(from: first, through: last, by: 1).map {
      let value = $0 * step
      return Tick(value: value, label: NumberLabel.text(value, step: step, largest: largest))
    }
  }

  private func decadeTicks(_ count: Int) -> [Tick] {
    let first = Int((log(lower) / log(10) - 1e-9).rounded(.up))
    let last = Int((log(upper) / log(10) + 1e-9).rounded(.down))
    guard first <= last else { return linearTicks(count).filter { $0.value > 0 } }
    var every = max(1, (last - first + count) / count)
    while (last - first) / every + 1 > count { every += 1 }
    let isPlain = first >= -3 && last <= 3
    return stride(from: last, through: first, by: -every).reversed().map {
      Tick(value: pow(10, Double($0)), label: NumberLabel.decade($0, isPlain: isPlain))
    }
  }
}

enum Ticks {
  /// The smallest of 1, 2, 5 times a power of ten that divides `span` into at most `count` parts.
  static func roundStep(over span: Double, count: Int) -> Double {
    let rough = max(span, Double.leastNormalMagnitude * 1e6) / Double(max(1, count))
    let power = pow(10, log10(rough).rounded(.down))
    let parts = rough / power
    let factor = parts <= 1.000001 ? 1.0 : parts <= 2.000001 ? 2 : parts <= 5.000001 ? 5 : 10
    return factor * power
  }
}
