/// Whether two formulas have the same value everywhere.
public enum FormulaEquivalence: Hashable, Sendable {
  case equal
  /// A point where they differ, with both values.
  case different(at: [String: Double], Double, Double)
  /// At too few points both have a value.
  case undecided
}

extension Formula {
  /// Compares values at seeded random points, half of them with positive coordinates alone so that logarithms and
  /// roots have values. Points where one of them has none are passed over: `log(a*b)` is an equal form of
  /// `log(a) + log(b)`.
  ///
  /// - Parameter tolerance: the largest relative difference that counts as equal; at magnitudes below 1, absolute.
  public func equivalence(to other: Formula, tolerance: Double = 1e-7, seed: UInt64 = 1) -> FormulaEquivalence {
    let names = Set(variables + other.variables).sorted()
    var random = PointSource(state: seed)
    var compared = 0
    for round in 0..<64 {
      let point = random.point(names, isPositive: round % 2 == 0)
      guard let a = value(point), let b = other.value(point), a.isFinite, b.isFinite else { continue }
      guard Swift.abs(a - b) <= tolerance * max(1, Swift.abs(a), Swift.abs(b)) else {
        return .different(at: point, a, b)
      }
      compared += 1
    }
    return compared >= 8 ? .equal : .undecided
  }
}

/// Random points, the same for the same seed (SplitMix64: Steele, Lea and Flood, 2014).
private struct PointSource {
  var state: UInt64

  mutating func point(_ names: [String], isPositive: Bool) -> [String: Double] {
    var point: [String: Double] = [:]
    for name in names { point[name] = isPositive ? 0.1 + 2.9 * uniform() : 6 * uniform() - 3 }
    return point
  }

  private mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return Double(z >> 11) * 0x1p-53
  }
}
