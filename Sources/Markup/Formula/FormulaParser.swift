/// Reads LaTeX by recursive descent.
struct FormulaParser {
  /// Groups inside groups at most; the stack is finite.
  static let maximumDepth = 32

  let tokens: [FormulaLexer.Placed]
  var index = 0
  private var depth = 0
  private let length: Int
  private let latex: [Character]

  init(_ latex: String) {
    tokens = FormulaLexer.tokens(latex)
    length = latex.count
    self.latex = Array(latex)
  }

  /// Everything; several rows or cells at the top are aligned equations.
  mutating func parseAll() throws(FormulaError) -> FormulaNode {
    let rows = try parseCells { _ in false }
    guard index == tokens.count else { throw unexpected() }
    if rows.count == 1, rows[0].count == 1 { return rows[0][0] }
    return .grid(.init(style: .aligned, left: "", right: "", rows: rows))
  }

  // MARK: Rows and scripts

  /// Atoms up to the end of the group, of the cell, or to a token that `isEnd`.
  mutating func parseRow(until isEnd: (FormulaLexer.Token) -> Bool) throws(FormulaError) -> FormulaNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw FormulaError(.tooDeep, column: column) }
    var nodes: [FormulaNode] = []
    while let token = peek, token != .close, !isEnd(token) {
      if let node = try parseScripted() { nodes.append(node) }
    }
    return nodes.count == 1 ? nodes[0] : .row(nodes)
  }

  private mutating func parseScripted() throws(FormulaError) -> FormulaNode? {
    let startsWithScript = peek == .sub || peek == .sup
    guard let base = startsWithScript ? .row([]) : try parseAtom() else { return nil }
    return try parseScripts(of: base)
  }

  private mutating func parseScripts(of base: FormulaNode) throws(FormulaError) -> FormulaNode {
    var (sub, sup): (FormulaNode?, FormulaNode?) = (nil, nil)
    while let token = peek {
      switch token {
      case .command("limits"), .command("nolimits"): index += 1
      case .character("'"): sup = prime(after: sup)
      case .sub:
        guard sub == nil else { throw FormulaError(.doubleScript("_"), column: column) }
        sub = try parseArgument(of: "_")
      case .sup:
        if let sup, !isPrimes(sup) { throw FormulaError(.doubleScript("^"), column: column) }
        let next = try parseArgument(of: "^")
        sup = sup.map { .row([$0, next]) } ?? next
      default: return join(base, sub, sup)
      }
    }
    return join(base, sub, sup)
  }

  private func join(_ base: FormulaNode, _ sub: FormulaNode?, _ sup: FormulaNode?) -> FormulaNode {
    guard sub != nil || sup != nil else { return base }
    if case .brace(let isOver, let body, nil) = base { return .brace(isOver: isOver, body, label: isOver ? sup : sub) }
    return .scripts(base, sub: sub, sup: sup)
  }

  private mutating func prime(after sup: FormulaNode?) -> FormulaNode {
    index += 1
    let prime = FormulaNode.symbol(MathSymbol("′", "'"))
    return sup.map { .row([$0, prime]) } ?? prime
  }

  private func isPrimes(_ node: FormulaNode) -> Bool {
    switch node {
    case .symbol(let symbol): symbol.unicode == "′"
    case .row(let nodes): nodes.allSatisfy(isPrimes)
    default: false
    }
  }

  /// What follows a command: a group or one atom.
  mutating func parseArgument(of command: String) throws(FormulaError) -> FormulaNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw FormulaError(.tooDeep, column: column) }
    let start = column
    if peek == .sub || peek == .sup { index += 1 }
    guard let token = peek, token != .close, token != .ampersand, token != .sub, token != .sup else {
      throw FormulaError(.missingArgument(command), column: start)
    }
    guard let node = try parseAtom() else { throw FormulaError(.missingArgument(command), column: start) }
    return node
  }

  // MARK: Atoms

  /// One symbol, group or command; nil for a command that only sets the style.
  private mutating func parseAtom() throws(FormulaError) -> FormulaNode? {
    let start = column
    guard let token = peek else { return nil }
    switch token {
    case .open: return try parseGroup()
    case .command(let name):
      index += 1
      return try parseCommand(name, column: start)
    case .character(let character):
      index += 1
      return .symbol(PlainSymbols.symbol(character))
    case .close, .ampersand, .sub, .sup: throw unexpected()
    }
  }

  private mutating func parseGroup() throws(FormulaError) -> FormulaNode {
    let start = column
    index += 1
    let row = try parseRow { _ in false }
    guard peek == .close else { throw FormulaError(.unclosedGroup, column: start) }
    index += 1
    return row
  }

  /// The characters of a group as written, for words.
  mutating func parseWords(of command: String) throws(FormulaError) -> String {
    let start = column
    guard peek == .open else { throw FormulaError(.missingArgument("\\" + command), column: start) }
    var open = 0
    let from = start + 1
    while let token = peek {
      if token == .open { open += 1 }
      if token == .close { open -= 1 }
      index += 1
      if open == 0 { return words(latex[from..<tokens[index - 1].column]) }
    }
    throw FormulaError(.unclosedGroup, column: start)
  }

  private func words(_ characters: ArraySlice<Character>) -> String {
    var words = ""
    var isEscaped = false
    for character in characters {
      if isEscaped {
        words.append(",;: ".contains(character) ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "~" {
        words.append(" ")
      } else if character != "{" && character != "}" {
        words.append(character)
      }
    }
    return words
  }

  // MARK: Tokens

  var peek: FormulaLexer.Token? { index < tokens.count ? tokens[index].token : nil }

  /// Characters before the next token.
  var column: Int { index < tokens.count ? tokens[index].column : length }

  func unexpected() -> FormulaError {
    let text: String
    switch peek {
    case .command(let name)?: text = "\\" + name
    case .character(let character)?: text = String(character)
    case .open?: text = "{"
    case .close?: text = "}"
    case .sub?: text = "_"
    case .sup?: text = "^"
    case .ampersand?: text = "&"
    case nil: text = ""
    }
    return FormulaError(.unexpected(text), column: column)
  }
}
