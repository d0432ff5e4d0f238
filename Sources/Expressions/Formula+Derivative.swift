extension Formula {
  /// The derivative by a variable, simplified. At kinks (relu and abs at 0) the derivative from the functions `step`
  /// and `sign`: 0.
  public func derivative(by name: String) -> Formula { slope(name).simplified }

  private func slope(_ name: String) -> Formula {
    switch self {
    case .number: .number(0)
    case .variable(let other): .number(other == name ? 1 : 0)
    case .negated(let inner): .negated(inner.slope(name))
    case .call(let function, let inner): function.slope(of: inner) * inner.slope(name)
    case .binary(.add, let a, let b): a.slope(name) + b.slope(name)
    case .binary(.subtract, let a, let b): a.slope(name) - b.slope(name)
    case .binary(.multiply, let a, let b): a.slope(name) * b + a * b.slope(name)
    case .binary(.divide, let a, let b): a.slope(name) / b - a * b.slope(name) / b.raised(.number(2))
    case .binary(.power, let a, let b): Self.slopeOfPower(a, b, name)
    }
  }

  private static func slopeOfPower(_ a: Formula, _ b: Formula, _ name: String) -> Formula {
    guard b.contains(name) else { return b * a.raised(b - .number(1)) * a.slope(name) }
    let byExponent = a.raised(b) * .call(.log, a) * b.slope(name)
    guard a.contains(name) else { return byExponent }
    return byExponent + b * a.raised(b - .number(1)) * a.slope(name)
  }

  fileprivate func raised(_ exponent: Formula) -> Formula { .binary(.power, self, exponent) }

  fileprivate static func + (a: Formula, b: Formula) -> Formula { .binary(.add, a, b) }
  fileprivate static func - (a: Formula, b: Formula) -> Formula { .binary(.subtract, a, b) }
  fileprivate static func * (a: Formula, b: Formula) -> Formula { .binary(.multiply, a, b) }
  fileprivate static func / (a: Formula, b: Formula) -> Formula { .binary(.divide, a, b) }
}

extension FormulaFunction {
  /// The derivative by the argument.
  fileprivate func slope(of x: Formula) -> Formula {
    let own = Formula.call(self, x)
    switch self {
    case .tanh: return .number(1) - own.raised(.number(2))
    case .sigmoid: return own * (.number(1) - own)
    case .relu: return .call(.step, x)
    case .exp: return own
    case .log: return .number(1) / x
    case .sqrt: return .number(1) / (.number(2) * own)
    case .sin: return .call(.cos, x)
    case .cos: return .negated(.call(.sin, x))
    case .abs: return .call(.sign, x)
    case .step, .sign: return .number(0)
    }
  }
}
