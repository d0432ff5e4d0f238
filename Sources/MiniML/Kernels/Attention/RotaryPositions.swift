#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which two numbers of a head are turned together.
public enum RotaryPairing: String, CaseIterable, Sendable {
  /// Neighbours: 0 with 1, 2 with 3, … (Su et al. 2021).
  case neighbours
  /// Halves: 0 with d/2, 1 with d/2 + 1, … (GPT-NeoX, LLaMA).
  case halves
}

/// Rotary positions: pair p of a head at position t is turned by the angle `t * base^(-2 p / d)`.
///
/// `(a, b) -> (a cos - b sin, a sin + b cos)`. The product of a turned query and a turned key depends on their distance
/// alone. A rotation's transpose is its inverse, so that backward turns the other way.
///
/// Source: Su et al. (2021), "RoFormer: enhanced transformer with rotary position embedding", section 3.2.
struct RotaryPositions: Sendable {
  /// `[T, d / 2]`, each.
  private let cosines: [Float]
  private let sines: [Float]
  let d: Int
  let pairing: RotaryPairing

  /// Angles in double precision, so that far positions are right to the last digit.
  init(positions: Range<Int>, d: Int, base: Double = 10_000, pairing: RotaryPairing) {
    precondition(d % 2 == 0, "RotaryPositions: \(d) numbers a head are not pairs")
    self.d = d
    self.pairing = pairing
    let rates = (0..<d / 2).map { pow(base, -2 * Double($0) / Double(d)) }
    cosines = positions.flatMap { t in rates.map { Float(cos(Double(t) * $0)) } }
    sines = positions.flatMap { t in rates.map { Float(sin(Double(t) * $0)) } }
  }

  /// Turns `heads` heads of d numbers that lie side by side in row t (forward, or back), from x into y, which may be x.
  func turn(
    row t: Int, heads: Int, _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, back: Bool = false
  ) {
    let half = d / 2
    cosines.withUnsafeBufferPointer { cosines in
      sines.withUnsafeBufferPointer { sines in
        guard let c = cosines.baseAddress, let s = sines.baseAddress else { return }
        for head in 0..<heads {
          let (x, y) = (x + head * d, y + head * d)
          switch pairing {
          case .neighbours: Self.turnNeighbours(half, x, y, c + t * half, s + t * half, back ? -1 : 1)
          case .halves: Self.turnHalves(half, x, y, c + t * half, s + t * half, back ? -1 : 1)
          }
        }
      }
    }
  }

  private static func turnHalves(
    _ half: Int, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ cosines: UnsafePointer<Float>,
    _ sines: UnsafePointer<Float>, _ sign: Float
  ) {
    for p in 0..<half {
      let (a, b, c, s) = (x[p], x[p + half], cosines[p], sines[p] * sign)
      y[p] = a * c - b * s
      y[p + half] = a * s + b * c
    }
  }

  private static func turnNeighbours(
    _ half: Int, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ cosines: UnsafePointer<Float>,
    _ sines: UnsafePointer<Float>, _ sign: Float
  ) {
    for p in 0..<half {
      let (a, b, c, s) = (x[2 * p], x[2 * p + 1], cosines[p], sines[p] * sign)
      y[2 * p] = a * c - b * s
      y[2 * p + 1] = a * s + b * c
    }
  }
}
