#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a value stands between the ends of an axis.
///
/// Made by `fitting` it has round ends (1, 2 or 5 times a power of ten), so that a picture of growing data moves rarely.
public struct Scale: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case linear
    /// Decades; values of 0 and below have no place on it.
    case log10
  }

  public let kind: Kind
  public let lower: Double
  public let upper: Double

  /// A scale with exactly these ends. Traps unless they are finite, lower < upper, and positive where logarithmic.
  public init(_ kind: Kind = .linear, from lower: Double, to upper: Double) {
    precondition(lower.isFinite && upper.isFinite && lower < upper, "Scale: ends \(lower), \(upper)")
    precondition(kind == .linear || lower > 0, "Scale: a logarithmic scale from \(lower)")
    self.kind = kind
    self.lower = lower
    self.upper = upper
  }

  /// The place of a value: 0 at the lower end, 1 at the upper, beyond them outside; nil where it has none (not finite,
  /// or not positive on a logarithmic scale).
  public func fraction(of value: Double) -> Double? {
    guard value.isFinite else { return nil }
    switch kind {
    case .linear:
      // Halves first: the difference of two huge ends overflows.
      return (value / 2 - lower / 2) / (upper / 2 - lower / 2)
    case .log10:
      guard value > 0 else { return nil }
      return (log(value) - log(lower)) / (log(upper) - log(lower))
    }
  }

  /// The value at a place.
  public func value(at fraction: Double) -> Double {
    switch kind {
    case .linear: lower * (1 - fraction) + upper * fraction
    case .log10: exp(log(lower) * (1 - fraction) + log(upper) * fraction)
    }
  }
}

extension Scale {
  /// The scale with round ends that shows all values which have a place on it.
  ///
  /// With `previous`, that scale is kept as long as it shows all values and they fill at least a quarter of it.
  /// Without any value: 0 to 1, or 0.1 to 1 where logarithmic. A constant gets room on both sides.
  public static func fitting(_ values: some Sequence<Double>, _ kind: Kind = .linear, previous: Scale? = nil) -> Scale {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite && (kind == .linear || value > 0) {
      low = min(low, value)
      high = max(high, value)
    }
    guard low <= high else { return kind == .linear ? Scale(from: 0, to: 1) : Scale(.log10, from: 0.1, to: 1) }
    if let previous, previous.kind == kind, let a = previous.fraction(of: low), let b = previous.fraction(of: high),
      a >= 0, b <= 1, b - a >= 0.25
    {
      return previous
    }
    return kind == .linear ? roundLinear(low, high) : roundLog(low, high)
  }

  private static func roundLinear(_ low: Double, _ high: Double) -> Scale {
    let limit = Double.greatestFiniteMagnitude / 4
    var (low, high) = (max(-limit, min(limit, low)), max(-limit, min(limit, high)))
    // Room for a constant, and for differences too small for a double to divide.
    let smallest = max(abs(low), abs(high)) * 1e-9
    if high - low <= smallest {
      let room = low == 0 ? 1 : abs(low) * 0.5
      (low, high) = (low - room, high + room)
    }
    let step = Ticks.roundStep(over: high - low, count: 5)
    return Scale(from: (low / step).rounded(.down) * step, to: (high / step).rounded(.up) * step)
  }

  private static func roundLog(_ low: Double, _ high: Double) -> Scale {
    let held = { (value: Double) in max(1e-290, min(1e290, value)) }
    var first = decade(held(low)).rounded(.down)
    var last = decade(held(high)).rounded(.up)
    if first == last { (first, last) = (first - 1, last + 1) }
    return Scale(.log10, from: pow(10, first), to: pow(10, last))
  }
}

/// The logarithm to base ten, apart from the case that bears its name.
private func decade(_ value: Double) -> Double { log10(value) }
