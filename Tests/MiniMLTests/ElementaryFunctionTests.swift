import Foundation
import Testing

@testable import MiniML

/// Exponential, logarithm and what is made of them, beside the system's float64 functions over all magnitudes.
@Suite struct ElementaryFunctionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// The largest error allowed, in units of the last place: what the doc comment promises.
    let ulp: Double
    let fast: @Sendable (Float) -> Float
    let exact: @Sendable (Double) -> Double
    var domain: ClosedRange<Float> = -.infinity ... .infinity
    /// The same where the build has no fused multiply-add, if it differs.
    var portable: Double?
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "exponential", ulp: 1.01, fast: { exponential($0) }, exact: { Foundation.exp($0) }),
    Case(
      name: "exponentialMinusOne", ulp: 1.6, fast: { exponentialMinusOne($0) }, exact: { expm1($0) },
      domain: -.infinity...88),
    Case(name: "logarithm", ulp: 0.8, fast: { logarithm($0) }, exact: { Foundation.log($0) }),
    Case(
      name: "logarithmOfOnePlus", ulp: 2, fast: { logarithmOfOnePlus($0) }, exact: { log1p($0) }, domain: 0...1),
    Case(name: "hyperbolicTangent", ulp: 2.5, fast: { hyperbolicTangent($0) }, exact: { Foundation.tanh($0) }),
    Case(name: "sigmoid", ulp: 2.5, fast: { sigmoid($0) }, exact: Plain.sigmoid),
    Case(name: "softplus", ulp: 3, fast: { softplus($0) }, exact: Plain.softplus),
    Case(
      name: "normal probability", ulp: 6, fast: { normalDistribution($0).probability },
      exact: Plain.normalDistribution, portable: 70),
    Case(
      name: "normal density", ulp: 3, fast: { normalDistribution($0).density }, exact: Plain.normalDensity, portable: 70
    ),
  ]

  @Test(arguments: cases)
  func `an elementary function is as exact as it promises, from denormals to the largest numbers`(example: Case) {
    var worst = (ulp: 0.0, at: Float(0))
    for x in Self.everywhere where example.domain.contains(x) {
      let error = Self.error(example.fast(x), example.exact(Double(x)))
      if !(error <= worst.ulp) { worst = (error, x) }
    }
    #expect(worst.ulp <= (Self.isFused ? example.ulp : example.portable ?? example.ulp), "at \(worst.at)")
    #expect(example.fast(.nan).isNaN)
  }

  @Test func `the edges of the elementary functions are those of the real functions`() {
    #expect(exponential(-.infinity) == 0 && exponential(.infinity) == .infinity && exponential(0) == 1)
    #expect(exponential(88.73) == .infinity && exponential(88.72) < .infinity)
    #expect(exponential(-104) == 0 && exponential(-103) == .leastNonzeroMagnitude)
    #expect(logarithm(0) == -.infinity && logarithm(-1).isNaN && logarithm(.infinity) == .infinity && logarithm(1) == 0)
    #expect(hyperbolicTangent(.infinity) == 1 && hyperbolicTangent(-.infinity) == -1)
    #expect(hyperbolicTangent(-0.0).sign == .minus && hyperbolicTangent(-1) == -hyperbolicTangent(1))
    #expect(sigmoid(-.infinity) == 0 && sigmoid(.infinity) == 1 && sigmoid(0) == 0.5 && sigmoid(-100) > 0)
    #expect(softplus(.infinity) == .infinity && softplus(-.infinity) == 0 && softplus(1e30) == 1e30)
    #expect(normalDistribution(.infinity).probability == 1 && normalDistribution(-.infinity).probability == 0)
  }

  /// Whether `multiplyAdd` rounds once.
  static let isFused = multiplyAdd(1 + Float.ulpOfOne, 1 + Float.ulpOfOne, -1 - 2 * Float.ulpOfOne) != 0

  /// A hundred thousand floats of either sign, evenly over their bit patterns: every exponent gets its share.
  static let everywhere: [Float] = stride(from: UInt32(0), through: 0x7F80_0000, by: 40_009).flatMap {
    [Float(bitPattern: $0), Float(bitPattern: $0 | 0x8000_0000)]
  }

  /// The distance in units of the last place of the exact number; 0 where both are not-a-number or the same infinity.
  static func error(_ got: Float, _ exact: Double) -> Double {
    let rounded = Float(exact)
    if rounded.isNaN { return got.isNaN ? 0 : .infinity }
    if rounded.isInfinite { return got == rounded || got.magnitude == .greatestFiniteMagnitude ? 0 : .infinity }
    return abs(Double(got) - exact) / Double(max(rounded.ulp, .leastNonzeroMagnitude))
  }
}
