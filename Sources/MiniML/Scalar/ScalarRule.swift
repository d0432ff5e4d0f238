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
  @inline(__always) public var inputCount: Int {
    switch self {
    case .leaf: 0
    case .add, .subtract, .multiply, .divide, .power: 2
    default: 1
    }
  }

  // region: forward
  /// The value from the inputs' values `a` and `b`; a rule of one input looks at `a` alone. Traps for a leaf, whose
  /// value is given.
  @inline(__always) public func value(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .leaf: preconditionFailure("a leaf has no rule: its value is given")
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: pow(a, b)
    case .negate: -a
    case .tanh: tangent(a)
    case .sigmoid: 1 / (1 + exponential(-a))
    case .relu: a < 0 ? 0 : a
    case .exp: exponential(a)
    case .log: logarithm(a)
    case .sqrt: a.squareRoot()
    case .sin: sine(a)
    case .cos: cosine(a)
    case .abs: Swift.abs(a)
    case .step: a.isNaN ? a : a > 0 ? 1 : 0
    case .sign: a > 0 ? 1 : a < 0 ? -1 : a
    }
  }
  // endregion: forward

  // region: local-derivatives
  /// The derivatives of the value `y` by `a` and by `b`: what the backward pass multiplies the incoming gradient with.
  /// The second is 0 for a rule of one input.
  @inline(__always) public func localDerivatives(_ a: Double, _ b: Double, value y: Double) -> (Double, Double) {
    switch self {
    case .leaf: (0, 0)
    case .add: (1, 1)
    case .subtract: (1, -1)
    case .multiply: (b, a)
    case .divide: (1 / b, -a / (b * b))
    case .power: (b * pow(a, b - 1), a > 0 ? y * logarithm(a) : 0)
    case .negate: (-1, 0)
    case .tanh: (1 - y * y, 0)
    case .sigmoid: (y * (1 - y), 0)
    case .relu: (a > 0 ? 1 : 0, 0)
    case .exp: (y, 0)
    case .log: (1 / a, 0)
    case .sqrt: (1 / (2 * y), 0)
    case .sin: (cosine(a), 0)
    case .cos: (-sine(a), 0)
    case .abs: (a > 0 ? 1 : a < 0 ? -1 : 0, 0)
    case .step, .sign: (0, 0)
    }
  }
  // endregion: local-derivatives

  /// The derivatives by as many inputs as there are.
  public func localDerivatives(_ inputs: [Double], value: Double) -> [Double] {
    switch inputCount {
    case 0: return []
    case 1: return [localDerivatives(inputs[0], inputs[0], value: value).0]
    default:
      let (first, second) = localDerivatives(inputs[0], inputs[1], value: value)
      return [first, second]
    }
  }
}

// The cases above hide the C functions of the same names.
private func tangent(_ x: Double) -> Double { tanh(x) }
private func exponential(_ x: Double) -> Double { exp(x) }
private func logarithm(_ x: Double) -> Double { log(x) }
private func sine(_ x: Double) -> Double { sin(x) }
private func cosine(_ x: Double) -> Double { cos(x) }
