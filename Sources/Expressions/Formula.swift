/// A typed formula as a tree.
public indirect enum Formula: Hashable, Sendable {
  case number(Double)
  case variable(String)
  case negated(Formula)
  case binary(FormulaOperator, Formula, Formula)
  case call(FormulaFunction, Formula)
}

/// An operation on two values.
public enum FormulaOperator: Character, CaseIterable, Hashable, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"
}

/// A function of one value, by the name under which it is typed.
public enum FormulaFunction: String, CaseIterable, Hashable, Sendable {
  case tanh, sigmoid, relu, exp
  /// The natural logarithm, also typed `ln`.
  case log
  case sqrt, sin, cos, abs
  /// 1 above zero, else 0: the derivative of relu.
  case step
  /// -1, 0 or 1: the derivative of abs.
  case sign

  /// The function of a typed name, `ln` and `σ` included; nil where there is none.
  public init?(typed name: String) {
    switch name {
    case "ln": self = .log
    case "σ": self = .sigmoid
    default: self.init(rawValue: name)
    }
  }
}

extension Formula {
  /// The variables, each once, in the order in which they first stand in the formula.
  public var variables: [String] {
    var names: [String] = []
    collect(&names)
    return names
  }

  public func contains(_ name: String) -> Bool { variables.contains(name) }

  private func collect(_ names: inout [String]) {
    switch self {
    case .number: break
    case .variable(let name): if !names.contains(name) { names.append(name) }
    case .negated(let inner), .call(_, let inner): inner.collect(&names)
    case .binary(_, let left, let right):
      left.collect(&names)
      right.collect(&names)
    }
  }
}
