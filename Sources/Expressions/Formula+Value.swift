#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Formula {
  /// The value with each variable set; nil where a variable has no value. Outside its domain a function is
  /// not-a-number, and a division by zero infinite, as in IEEE 754.
  public func value(_ variables: [String: Double]) -> Double? {
    switch self {
    case .number(let number): return number
    case .variable(let name): return variables[name]
    case .negated(let inner): return inner.value(variables).map { -$0 }
    case .call(let function, let inner): return inner.value(variables).map(function.value)
    case .binary(let operation, let left, let right):
      guard let a = left.value(variables), let b = right.value(variables) else { return nil }
      return operation.value(a, b)
    }
  }
}

extension FormulaOperator {
  public func value(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: pow(a, b)
    }
  }
}

extension FormulaFunction {
  public func value(_ x: Double) -> Double {
    switch self {
    case .tanh: _tanh(x)
    case .sigmoid: x >= 0 ? 1 / (1 + _exp(-x)) : _exp(x) / (1 + _exp(x))
    case .relu: x.isNaN ? x : max(0, x)
    case .exp: _exp(x)
    case .log: _log(x)
    case .sqrt: x.squareRoot()
    case .sin: _sin(x)
    case .cos: _cos(x)
    case .abs: Swift.abs(x)
    case .step: x.isNaN ? x : x > 0 ? 1 : 0
    case .sign: x > 0 ? 1 : x < 0 ? -1 : x
    }
  }
}

// The cases above hide the C functions of the same names.
private func _tanh(_ x: Double) -> Double { tanh(x) }
private func _exp(_ x: Double) -> Double { exp(x) }
private func _log(_ x: Double) -> Double { log(x) }
private func _sin(_ x: Double) -> Double { sin(x) }
private func _cos(_ x: Double) -> Double { cos(x) }
