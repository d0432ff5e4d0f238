/// Reads a typed formula: numbers, names, `+ - * / ^` (also `**`), functions, parentheses, `2x` and `2(x + 1)` as
/// products, full-width characters. Powers bind tighter than a sign and from the right: `-x^2` is `-(x^2)`.
struct FormulaParser {
  static let depthLimit = 48

  private let tokens: [FormulaToken]
  private var position = 0
  private var depth = 0
  /// Where a value that is missing at the end would stand.
  private let end: Int

  init(_ characters: [Character], in range: Range<Int>) throws(FormulaError) {
    var lexer = FormulaLexer(characters, in: range)
    tokens = try lexer.tokens()
    guard let last = tokens.last else { throw .empty(at: range) }
    end = last.range.upperBound
  }

  /// The whole text as one formula.
  mutating func formula() throws(FormulaError) -> Formula {
    let formula = try sum()
    guard let extra = tokens[safe: position] else { return formula }
    if extra.kind == .close { throw .unopenedParenthesis(at: extra.range) }
    throw .missingOperator(at: extra.range)
  }

  private mutating func sum() throws(FormulaError) -> Formula {
    var left = try product()
    while let operation = operation(among: [.add, .subtract]) {
      left = .binary(operation, left, try product())
    }
    return left
  }

  private mutating func product() throws(FormulaError) -> Formula {
    var left = try signed()
    while true {
      if let operation = operation(among: [.multiply, .divide]) {
        left = .binary(operation, left, try signed())
      } else if startsImpliedFactor {
        left = .binary(.multiply, left, try power())
      } else {
        return left
      }
    }
  }

  /// Whether a product's sign is left out here: after a number or a closing parenthesis, before a name or an opening one.
  private var startsImpliedFactor: Bool {
    guard position > 0, let next = tokens[safe: position] else { return false }
    let isFactor =
      switch next.kind {
      case .name, .open: true
      default: false
      }
    switch tokens[position - 1].kind {
    case .number, .close, .raised: return isFactor
    default: return false
    }
  }

  private mutating func signed() throws(FormulaError) -> Formula {
    guard let sign = operation(among: [.add, .subtract]) else { return try power() }
    try descend()
    defer { depth -= 1 }
    let inner = try signed()
    guard sign == .subtract else { return inner }
    if case .number(let value) = inner { return .number(-value) }
    return .negated(inner)
  }

  private mutating func power() throws(FormulaError) -> Formula {
    var base = try value()
    while case .raised(let exponent)? = tokens[safe: position]?.kind {
      position += 1
      base = .binary(.power, base, .number(exponent))
    }
    guard operation(among: [.power]) != nil else { return base }
    try descend()
    defer { depth -= 1 }
    return .binary(.power, base, try signed())
  }

  private mutating func value() throws(FormulaError) -> Formula {
    guard let token = tokens[safe: position] else { throw .missingValue(at: end..<(end + 1)) }
    switch token.kind {
    case .number(let number):
      position += 1
      return .number(number)
    case .name(let name):
      position += 1
      return try named(name, at: token.range)
    case .open: return try parenthesised()
    case .operation, .close, .raised: throw .missingValue(at: token.range)
    }
  }

  private mutating func named(_ name: String, at range: Range<Int>) throws(FormulaError) -> Formula {
    let isCall = tokens[safe: position]?.kind == .open
    if let function = FormulaFunction(typed: name) {
      guard isCall else { throw .missingArgument(function, at: range) }
      return .call(function, try parenthesised())
    }
    if isCall { throw .unknownFunction(name, near: Self.nearestFunction(name), at: range) }
    return name == "pi" || name == "π" ? .number(.pi) : .variable(name)
  }

  private mutating func parenthesised() throws(FormulaError) -> Formula {
    let open = tokens[position].range
    position += 1
    try descend()
    defer { depth -= 1 }
    if tokens[safe: position] == nil { throw .unclosedParenthesis(at: open) }
    let inner = try sum()
    guard let close = tokens[safe: position] else { throw .unclosedParenthesis(at: open) }
    guard close.kind == .close else { throw .missingOperator(at: close.range) }
    position += 1
    return inner
  }

  private mutating func operation(among operations: [FormulaOperator]) -> FormulaOperator? {
    guard case .operation(let operation)? = tokens[safe: position]?.kind, operations.contains(operation) else {
      return nil
    }
    position += 1
    return operation
  }

  private mutating func descend() throws(FormulaError) {
    depth += 1
    if depth > Self.depthLimit { throw .tooDeep(limit: Self.depthLimit, at: tokens[position - 1].range) }
  }

  private static func nearestFunction(_ name: String) -> String {
    FormulaFunction.allCases.map(\.rawValue).min { distance($0, name) < distance($1, name) } ?? ""
  }

  /// The edits between two names (Levenshtein, 1966).
  private static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b.lowercased())
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let edited = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        (diagonal, row[j + 1]) = (row[j + 1], edited)
      }
    }
    return row[b.count]
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension Formula {
  /// Characters that a formula may have.
  public static let lengthLimit = 200

  /// Reads a typed formula.
  public init(parsing text: some StringProtocol, lengthLimit: Int = Formula.lengthLimit) throws(FormulaError) {
    let characters = Array(text)
    try self.init(parsing: characters, in: 0..<characters.count, lengthLimit: lengthLimit)
  }

  /// Reads a formula that stands inside a longer text; faults are placed in the whole text.
  public init(parsing characters: [Character], in range: Range<Int>, lengthLimit: Int = Formula.lengthLimit)
    throws(FormulaError)
  {
    guard range.count <= lengthLimit else { throw .tooLong(count: range.count, limit: lengthLimit) }
    var parser = try FormulaParser(characters, in: range)
    self = try parser.formula()
  }
}
