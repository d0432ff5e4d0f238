extension Formula {
  /// The same value with fewer parts: constants worked out, zeros, ones and double signs taken away. Where a part was
  /// not a number (`0*log(-1)`), the simpler form may have a value.
  public var simplified: Formula {
    switch self {
    case .number, .variable: self
    case .negated(let inner): Self.negation(inner.simplified)
    case .call(let function, let inner): Self.called(function, inner.simplified)
    case .binary(let operation, let left, let right): Self.combined(operation, left.simplified, right.simplified)
    }
  }

  private static func negation(_ inner: Formula) -> Formula {
    switch inner {
    case .number(let number): .number(-number)
    case .negated(let twice): twice
    default: .negated(inner)
    }
  }

  private static func called(_ function: FormulaFunction, _ inner: Formula) -> Formula {
    if case .number(let number) = inner, isWhole(function.value(number)) { return .number(function.value(number)) }
    return .call(function, inner)
  }

  private static func combined(_ operation: FormulaOperator, _ a: Formula, _ b: Formula) -> Formula {
    if case .number(let x) = a, case .number(let y) = b, operation != .divide || isWhole(x / y) {
      return .number(operation.value(x, y))
    }
    switch operation {
    case .add: return sum(a, b)
    case .subtract: return difference(a, b)
    case .multiply: return product(a, b)
    case .divide: return a == .number(0) ? .number(0) : b == .number(1) ? a : .binary(.divide, a, b)
    case .power: return b == .number(1) ? a : b == .number(0) ? .number(1) : .binary(.power, a, b)
    }
  }

  private static func sum(_ a: Formula, _ b: Formula) -> Formula {
    if a == .number(0) { return b }
    if b == .number(0) { return a }
    if case .negated(let inner) = b { return .binary(.subtract, a, inner) }
    return a == b ? product(.number(2), a) : .binary(.add, a, b)
  }

  private static func difference(_ a: Formula, _ b: Formula) -> Formula {
    if b == .number(0) { return a }
    if a == .number(0) { return negation(b) }
    if case .negated(let inner) = b { return sum(a, inner) }
    return a == b ? .number(0) : .binary(.subtract, a, b)
  }

  private static func product(_ a: Formula, _ b: Formula) -> Formula {
    if a == .number(0) || b == .number(0) { return .number(0) }
    if a == .number(1) { return b }
    if b == .number(1) { return a }
    if case .number = b { return product(b, a) }
    if case .number(let x) = a, case .binary(.multiply, .number(let y), let rest) = b {
      return product(.number(x * y), rest)
    }
    return a == .number(-1) ? negation(b) : .binary(.multiply, a, b)
  }

  private static func isWhole(_ number: Double) -> Bool { number.isFinite && number == number.rounded() }
}
