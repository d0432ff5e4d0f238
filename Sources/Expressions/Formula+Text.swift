extension Formula: CustomStringConvertible {
  /// The formula as it would be typed, with no more parentheses than it needs. Reading it gives the same tree.
  public var description: String { text(above: 0) }

  /// Sums bind at 1, products at 2, signs at 3, powers at 4, values at 5.
  private var strength: Int {
    switch self {
    case .number(let number): number < 0 || (number == 0 && number.sign == .minus) ? 3 : 5
    case .variable, .call: 5
    case .negated: 3
    case .binary(.add, _, _), .binary(.subtract, _, _): 1
    case .binary(.multiply, _, _), .binary(.divide, _, _): 2
    case .binary(.power, _, _): 4
    }
  }

  private func text(above least: Int) -> String {
    strength < least ? "(" + bare + ")" : bare
  }

  private var bare: String {
    switch self {
    case .number(let number): return Self.digits(number)
    case .variable(let name): return name
    case .negated(.number(let number)): return "-(\(Self.digits(number)))"
    case .negated(let inner): return "-" + inner.text(above: 3)
    case .call(let function, let inner): return "\(function.rawValue)(\(inner.text(above: 0)))"
    case .binary(.power, let left, let right): return left.text(above: 5) + "^" + right.text(above: 3)
    case .binary(let operation, let left, let right):
      let sign = strength == 1 ? " \(operation.rawValue) " : String(operation.rawValue)
      return left.text(above: strength) + sign + right.text(above: strength + 1)
    }
  }

  /// 2 for 2.0, else the shortest form that reads back to the same bits.
  private static func digits(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
