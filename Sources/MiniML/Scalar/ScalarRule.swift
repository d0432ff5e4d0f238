#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a node of a scalar graph computes from its inputs, and how fast its value follows each of them.
///
/// Source: Rumelhart, Hinton and Williams (1986), "Learning representations by back-propagating errors"; one scalar a
/// node after Karpathy (2020), micrograd.
public enum ScalarRule: String, CaseIterable, Hashable, Sendable {
  /// A given number: a variable or a constant.
  case leaf
  case add, subtract, multiply, divide, power
  case negate, tanh, sigmoid, relu, exp, log, sqrt, sin, cos, abs, step, sign

  /// How many inputs it takes.
  public var inputCount: Int {
    switch self {
    case .leaf: 0
    case .add, .subtract, .multiply, .divide, .power: 2
    default: 1
    }
  }

  // region: forward
  /// The value from the values of the inputs, as many as `inputCount`. Traps for a leaf, whose value is given.
  public func value(_ x: [Double]) -> Double {
    switch self {
    case .leaf: preconditionFailure("a leaf has no rule: its value is given")
    case .add: x[0] + x[1]
    case .subtract: x[0] - x[1]
    case .multiply: x[0] * x[1]
    case .divide: x[0] / x[1]
    case .power: pow(x[0], x[1])
    case .negate: -x[0]
    case .tanh: tangent(x[0])
    case .sigmoid: 1 / (1 + exponential(-x[0]))
    case .relu: x[0].isNaN ? x[0] : max(0, x[0])
    case .exp: exponential(x[0])
    case .log: logarithm(x[0])
    case .sqrt: x[0].squareRoot()
    case .sin: sine(x[0])
    case .cos: cosine(x[0])
    case .abs: Swift.abs(x[0])
    case .step: x[0].isNaN ? x[0] : x[0] > 0 ? 1 : 0
    case .sign: x[0] > 0 ? 1 : x[0] < 0 ? -1 : x[0]
    }
  }
  // endregion: forward

  // region: local-derivatives
  /// The derivative of the value `y` by each input: what the backward pass multiplies the incoming gradient with.
  public func localDerivatives(_ x: [Double], value y: Double) -> [Double] {
    switch self {
    case .leaf: []
    case .add: [1, 1]
    case .subtract: [1, -1]
    case .multiply: [x[1], x[0]]
    case .divide: [1 / x[1], -x[0] / (x[1] * x[1])]
    case .power: [x[1] * pow(x[0], x[1] - 1), x[0] > 0 ? y * logarithm(x[0]) : 0]
    case .negate: [-1]
    case .tanh: [1 - y * y]
    case .sigmoid: [y * (1 - y)]
    case .relu: [x[0] > 0 ? 1 : 0]
    case .exp: [y]
    case .log: [1 / x[0]]
    case .sqrt: [1 / (2 * y)]
    case .sin: [cosine(x[0])]
    case .cos: [-sine(x[0])]
    case .abs: [x[0] > 0 ? 1 : x[0] < 0 ? -1 : 0]
    case .step, .sign: [0]
    }
  }
  // endregion: local-derivatives
}

// The cases above hide the C functions of the same names.
private func tangent(_ x: Double) -> Double { tanh(x) }
private func exponential(_ x: Double) -> Double { exp(x) }
private func logarithm(_ x: Double) -> Double { log(x) }
private func sine(_ x: Double) -> Double { sin(x) }
private func cosine(_ x: Double) -> Double { cos(x) }
