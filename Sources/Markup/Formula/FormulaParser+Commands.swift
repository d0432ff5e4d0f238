extension FormulaParser {
  /// The command whose name was just read; nil where it only sets the style.
  mutating func parseCommand(_ name: String, column: Int) throws(FormulaError) -> FormulaNode? {
    switch name {
    case "displaystyle", "textstyle", "limits", "nolimits", "displaylimits", "nonumber", "notag", "!": return nil
    case ",", ":", ";", " ", ">", "thinspace", "enspace": return .space(1)
    case "quad": return .space(2)
    case "qquad": return .space(4)
    case "frac", "dfrac", "tfrac", "cfrac":
      return .fraction(try parseArgument(of: "\\" + name), try parseArgument(of: "\\" + name))
    case "binom", "dbinom", "tbinom": return try parseBinomial()
    case "sqrt": return try parseRoot()
    case "mathbf", "boldsymbol", "bm", "mathit", "mathsf", "mathtt", "mathfrak", "mathop", "mathbin", "mathrel":
      return try parseArgument(of: "\\" + name)
    case "boxed": return .boxed(try parseArgument(of: "\\boxed"))
    case "tag": return .row([.space(4), .text("(" + (try parseWords(of: "tag")) + ")")])
    case "mathbb", "mathbbm", "mathds": return try parseArgument(of: "\\" + name).mapped(LatexCommands.doubleStruck)
    case "mathcal", "mathscr": return try parseArgument(of: "\\" + name).mapped(LatexCommands.script)
    case "mathrm", "text", "textbf", "textit", "textrm": return .text(try parseWords(of: name))
    case "operatorname": return try parseOperatorName()
    case "pmod": return .row([.space(1), .text("(mod "), try parseArgument(of: "\\pmod"), .text(")")])
    case "left": return try parseDelimited(column: column)
    case "middle", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "bigm", "Bigl", "Bigr", "Bigm", "biggl", "biggr",
      "Biggl",
      "Biggr":
      return try parseSizedDelimiter(name)
    case "begin": return try parseEnvironment(column: column)
    case "underbrace", "overbrace":
      return .brace(isOver: name == "overbrace", try parseArgument(of: "\\" + name), label: nil)
    case "overset", "stackrel", "underset": return try parseStacked(name)
    case "substack": return try parseSubstack(column: column)
    case "not": return try parseNegation()
    case "right", "end", "\\": throw FormulaError(.unexpected("\\" + name), column: column)
    default:
      if let accent = LatexCommands.accents[name] { return .accent(accent, try parseArgument(of: "\\" + name)) }
      if let arrow = LatexCommands.arrows[name] { return try parseArrow(arrow, name) }
      return .symbol(try known(name, column: column))
    }
  }

  /// `\xrightarrow[below]{above}`.
  private mutating func parseArrow(_ arrow: FormulaNode.Arrow, _ name: String) throws(FormulaError) -> FormulaNode {
    let below = try parseOption()
    let above = try parseArgument(of: "\\" + name)
    return .arrow(arrow, above: above.isEmpty ? nil : above, below: below)
  }

  /// What stands in `[…]` before an argument; nil where nothing does.
  private mutating func parseOption() throws(FormulaError) -> FormulaNode? {
    guard peek == .character("[") else { return nil }
    let start = column
    index += 1
    let option = try parseRow { $0 == .character("]") }
    guard peek == .character("]") else { throw FormulaError(.unclosedGroup, column: start) }
    index += 1
    return option
  }

  private func known(_ name: String, column: Int) throws(FormulaError) -> MathSymbol {
    guard let symbol = LatexCommands.symbol(name) else {
      throw FormulaError(.unknownCommand(name, near: LatexCommands.near(name)), column: column)
    }
    return symbol
  }

  private mutating func parseRoot() throws(FormulaError) -> FormulaNode {
    let degree = try parseOption()
    return .root(try parseArgument(of: "\\sqrt"), index: degree)
  }

  private mutating func parseBinomial() throws(FormulaError) -> FormulaNode {
    let (over, under) = (try parseArgument(of: "\\binom"), try parseArgument(of: "\\binom"))
    return .grid(.init(style: .binomial, left: "(", right: ")", rows: [[over], [under]]))
  }

  private mutating func parseOperatorName() throws(FormulaError) -> FormulaNode {
    let isStarred = peek == .character("*")
    if isStarred { index += 1 }
    let name = try parseWords(of: "operatorname")
    return .symbol(MathSymbol(name, name, isStarred ? .limitFunction : .function))
  }

  private mutating func parseStacked(_ name: String) throws(FormulaError) -> FormulaNode {
    let mark = try parseArgument(of: "\\" + name)
    return .stacked(try parseArgument(of: "\\" + name), isOver: name != "underset", mark: mark)
  }

  private mutating func parseNegation() throws(FormulaError) -> FormulaNode {
    let node = try parseArgument(of: "\\not")
    guard case .symbol(let symbol) = node.unwrapped else { return .row([.text("not "), node]) }
    let negated = ["=": "≠", "∈": "∉", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "⊂": "⊄", "≡": "≢"][symbol.unicode]
    let ascii = symbol.unicode == "=" ? "!=" : "not " + symbol.ascii
    return .symbol(MathSymbol(negated ?? "not " + symbol.unicode, ascii, symbol.role))
  }

  // MARK: Delimiters

  private mutating func parseDelimited(column: Int) throws(FormulaError) -> FormulaNode {
    let left = try parseDelimiter("\\left")
    let body = try parseRow { $0 == .command("right") }
    guard peek == .command("right") else { throw FormulaError(.unclosedDelimiter, column: column) }
    index += 1
    return .delimited(left: left, body, right: try parseDelimiter("\\right"))
  }

  /// Empty for `.`, the delimiter that is none.
  private mutating func parseDelimiter(_ command: String) throws(FormulaError) -> String {
    let start = column
    defer { index += 1 }
    switch peek {
    case .character(".")?: return ""
    case .character(let character)?: return String(character)
    case .command(let name)?: return try known(name, column: start).unicode
    default: throw FormulaError(.missingArgument(command), column: start)
    }
  }

  private mutating func parseSizedDelimiter(_ name: String) throws(FormulaError) -> FormulaNode {
    let text = try parseDelimiter("\\" + name)
    if name == "middle" { return .middle(text) }
    let role = text.first.map(PlainSymbols.symbol)?.role ?? .ordinary
    return .symbol(MathSymbol(text, Delimiters.ascii(text), Self.side(name) ?? role))
  }

  /// `\bigl(` opens, `\bigr)` closes, whatever the delimiter.
  private static func side(_ name: String) -> MathSymbol.Role? {
    name.hasSuffix("l") ? .opening : name.hasSuffix("r") ? .closing : name.hasSuffix("m") ? .relation : nil
  }

  // MARK: Environments

  private mutating func parseEnvironment(column: Int) throws(FormulaError) -> FormulaNode {
    let name = try parseWords(of: "begin")
    guard LatexCommands.environments.contains(name) else {
      throw FormulaError(.unknownEnvironment(name), column: column)
    }
    let columns = name == "array" ? try parseWords(of: "begin{array}") : ""
    let rows = try parseCells { $0 == .command("end") }
    guard peek == .command("end") else { throw FormulaError(.unclosedEnvironment(name), column: column) }
    index += 1
    guard try parseWords(of: "end") == name else { throw FormulaError(.unclosedEnvironment(name), column: column) }
    // One equation is no grid: it can be broken like any other.
    if name.hasPrefix("equation") || name.hasPrefix("gather"), rows.count == 1, rows[0].count == 1 { return rows[0][0] }
    var grid = Self.grid(name, rows)
    grid.alignments = columns.compactMap { ["l": .left, "c": .centre, "r": .right][$0] }
    return .grid(grid)
  }

  private mutating func parseSubstack(column: Int) throws(FormulaError) -> FormulaNode {
    guard peek == .open else { throw FormulaError(.missingArgument("\\substack"), column: column) }
    index += 1
    let rows = try parseCells { _ in false }
    guard peek == .close else { throw FormulaError(.unclosedGroup, column: column) }
    index += 1
    return .grid(.init(style: .matrix, left: "", right: "", rows: rows))
  }

  mutating func parseCells(until isEnd: (FormulaLexer.Token) -> Bool) throws(FormulaError) -> [[FormulaNode]] {
    var rows: [[FormulaNode]] = [[]]
    while true {
      let cell = try parseRow { $0 == .ampersand || $0 == .command("\\") || isEnd($0) }
      rows[rows.count - 1].append(cell)
      if peek == .ampersand {
        index += 1
      } else if peek == .command("\\") {
        index += 1
        skipRowGap()
        rows.append([])
      } else {
        break
      }
    }
    if rows.count > 1, rows[rows.count - 1].allSatisfy(\.isEmpty) { rows.removeLast() }
    return rows
  }

  /// `\\[4pt]`: so much more room below a row, which a terminal has not.
  private mutating func skipRowGap() {
    guard peek == .character("["), index + 1 < tokens.count, case .character(let digit) = tokens[index + 1].token,
      digit.isNumber, let end = tokens[index...].firstIndex(where: { $0.token == .character("]") })
    else { return }
    index = end + 1
  }

  private static func grid(_ name: String, _ rows: [[FormulaNode]]) -> FormulaNode.Grid {
    switch name {
    case "pmatrix": .init(style: .matrix, left: "(", right: ")", rows: rows)
    case "bmatrix": .init(style: .matrix, left: "[", right: "]", rows: rows)
    case "Bmatrix": .init(style: .matrix, left: "{", right: "}", rows: rows)
    case "vmatrix": .init(style: .matrix, left: "|", right: "|", rows: rows)
    case "Vmatrix": .init(style: .matrix, left: "‖", right: "‖", rows: rows)
    case "cases", "dcases": .init(style: .cases, left: "{", right: "", rows: rows)
    case "rcases": .init(style: .cases, left: "", right: "}", rows: rows)
    case "matrix", "smallmatrix", "array": .init(style: .matrix, left: "", right: "", rows: rows)
    default: .init(style: .aligned, left: "", right: "", rows: rows)
    }
  }
}

extension FormulaNode {
  /// Letters exchanged by a table; those that it lacks stay.
  func mapped(_ table: [Character: String]) -> FormulaNode {
    switch self {
    case .symbol(let symbol):
      guard let letter = symbol.unicode.first, let other = table[letter] else { return self }
      return .symbol(MathSymbol(other, symbol.ascii, symbol.role))
    case .row(let nodes): return .row(nodes.map { $0.mapped(table) })
    default: return self
    }
  }
}
