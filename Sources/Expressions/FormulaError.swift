/// Why a typed formula was refused. Ranges count characters of the typed text, so that carets can stand under the fault.
public enum FormulaError: Error, Hashable, Sendable {
  case empty(at: Range<Int>)
  case tooLong(count: Int, limit: Int)
  /// More nested parentheses, signs or powers than the limit.
  case tooDeep(limit: Int, at: Range<Int>)
  case unexpectedCharacter(Character, at: Range<Int>)
  case malformedNumber(String, at: Range<Int>)
  /// A value was expected: after an operator, inside empty parentheses, at the end.
  case missingValue(at: Range<Int>)
  /// Two values stand side by side.
  case missingOperator(at: Range<Int>)
  /// The parenthesis that is never closed.
  case unclosedParenthesis(at: Range<Int>)
  /// The closing parenthesis without an opening one.
  case unopenedParenthesis(at: Range<Int>)
  /// A name before a parenthesis that is no function, and the nearest that is.
  case unknownFunction(String, near: String, at: Range<Int>)
  /// A function's name without its argument in parentheses.
  case missingArgument(FormulaFunction, at: Range<Int>)

  /// The characters at fault.
  public var range: Range<Int> {
    switch self {
    case .empty(let range), .tooDeep(_, let range), .unexpectedCharacter(_, let range),
      .malformedNumber(_, let range), .missingValue(let range), .missingOperator(let range),
      .unclosedParenthesis(let range), .unopenedParenthesis(let range), .unknownFunction(_, _, let range),
      .missingArgument(_, let range):
      range
    case .tooLong(let count, let limit): limit..<count
    }
  }
}
