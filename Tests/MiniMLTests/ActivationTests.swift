import Testing

@testable import MiniML

/// Activations and their slopes beside their definitions in float64.
@Suite struct ActivationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let operation: Operation
    let value: @Sendable (Double) -> Double
    let slope: @Sendable (Double) -> Double
    var testDescription: String { operation.kind.rawValue }
  }

  static let cases = [
    Case(operation: .tanh, value: { 1 - 2 * Plain.sigmoid(-2 * $0) }, slope: Plain.tanhSlope),
    Case(operation: .sigmoid, value: Plain.sigmoid, slope: Plain.sigmoidSlope),
    Case(operation: .relu, value: { max($0, 0) }, slope: { $0 > 0 ? 1 : 0 }),
    Case(operation: .leakyRelu(0.25), value: { max($0, 0.25 * $0) }, slope: { $0 > 0 ? 1 : 0.25 }),
    Case(operation: .elu(2), value: { Plain.elu($0, 2) }, slope: { Plain.eluSlope($0, 2) }),
    Case(operation: .softplus, value: Plain.softplus, slope: Plain.sigmoid),
    Case(operation: .silu, value: Plain.silu, slope: Plain.siluSlope),
    Case(operation: .gelu, value: Plain.gelu, slope: Plain.geluSlope),
    Case(operation: .geluTanh, value: Plain.geluTanh, slope: Plain.geluTanhSlope),
  ]

  /// Relative to the larger of 1 and the exact number.
  static let tolerance = 5e-7

  @Test(arguments: cases)
  func `an activation and its slope are right from one end of the numbers to the other`(example: Case) {
    let x = (-4000...4000).map { Float($0) / 200 } + [1e-30, -1e-30, 50, -50, 100, -100, 1e20, -1e20, 3e38, -3e38, 0]
    let (y, dx) = Self.run(example.operation, x)
    for i in x.indices {
      let exact = (example.value(Double(x[i])), example.slope(Double(x[i])))
      #expect(abs(Double(y[i]) - exact.0) <= Self.tolerance * max(1, abs(exact.0)), "value at \(x[i])")
      if x[i].magnitude <= 100 { #expect(abs(Double(dx[i]) - exact.1) <= Self.tolerance, "slope at \(x[i])") }
      #expect(dx[i].isFinite, "slope at \(x[i])")
    }
  }

  @Test(arguments: cases)
  func `an activation passes not-a-number on, and takes a tensor without numbers`(example: Case) {
    #expect(example.operation.output(of: [Tensor([.nan])]).scalar.isNaN)
    #expect(Self.run(example.operation, [1, .nan]).dx[0].isFinite)
    #expect(example.operation.output(of: [Tensor.zeros([3, 0])]).shape == [3, 0])
  }

  @Test(arguments: [0, 1, 5, 8, 15, 16, 17, 33, 70])
  func `a number's activation does not depend on its place in the tensor`(count: Int) {
    for example in Self.cases {
      let (y, dx) = Self.run(example.operation, [Float](repeating: 0.7, count: count))
      let (one, slope) = Self.run(example.operation, [0.7])
      #expect(y == [Float](repeating: one[0], count: count))
      #expect(dx == [Float](repeating: slope[0], count: count))
    }
  }

  @Test func `a gradient may be taken in place`() {
    let (x, y): ([Float], [Float]) = ([-1, 2, 3], [0, 2, 3])
    var g: [Float] = [5, 6, 7]
    g.withUnsafeMutableBufferPointer {
      Elementwise.backward(ActivationFunction.ReLU(), x, y, gradient: $0.baseAddress!, into: $0.baseAddress!, count: 3)
    }
    #expect(g == [0, 6, 7])
  }

  @Test func `exact GELU keeps its digits in the tail where one plus erf has none`() {
    for x in stride(from: Float(-12.9), through: -5, by: 0.037) {
      let error = ElementaryFunctionTests.error(ActivationFunction.GELU().value(x), Plain.gelu(Double(x)))
      #expect(error <= (ElementaryFunctionTests.isFused ? 7 : 70), "at \(x)")
    }
  }

  @Test func `elementary functions have the edges of float32`() {
    func value(_ operation: Operation, _ x: Float) -> Float { operation.output(of: [Tensor(x)]).scalar }
    #expect(value(.exp, 1000) == .infinity && value(.exp, -1000) == 0)
    #expect(value(.log, 0) == -.infinity && value(.log, -1).isNaN && value(.sqrt, -1).isNaN)
    #expect(value(.power(0), 0) == 1 && value(.power(-1), 0) == .infinity && value(.power(0.5), -1).isNaN)
    #expect(value(.clamp(-1...1), .infinity) == 1 && value(.clamp(-1...1), .nan).isNaN)
    #expect(value(.abs, -.infinity) == .infinity && value(.relu, -.infinity) == 0)
    #expect(
      Self.run(.abs, [0, -2, 2]).dx == [0, -1, 1] && Self.run(.clamp(-1...1), [-2, -1, 1, 2]).dx == [0, 1, 1, 0])
    #expect(Self.run(.power(0), [0, 3]).dx == [0, 0] && Self.run(.sqrt, [0]).dx == [.infinity])
  }

  /// Values, and what comes back for a gradient of 1.
  private static func run(_ operation: Operation, _ x: [Float]) -> (y: [Float], dx: [Float]) {
    let output = operation.output(of: [Tensor(x)])
    let pass = Operation.Pass(inputs: [Tensor(x)], output: output, gradient: .ones([x.count]))
    return (output.data, operation.backward(pass)[0]?.data ?? [])
  }
}
