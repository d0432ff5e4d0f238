/// Says a formula in words, without brackets and signs that a voice would skip.
///
/// What a listener could not tell apart gets an end: "the square root of x plus 1, end root".
struct SpokenFormula {
  private let language: SpokenLanguage

  init(_ language: SpokenLanguage) { self.language = language }

  func text(_ node: FormulaNode) -> String { tidy(said(node)) }

  // MARK: Nodes

  private func said(_ node: FormulaNode) -> String {
    switch node {
    case .row(let nodes): row(nodes)
    case .symbol(let symbol): SpokenSymbols.word(symbol, language)
    case .text(let words): words
    case .space: ""
    case .fraction(let over, let under): fraction(over, under)
    case .root(let radicand, let index): root(radicand, index)
    case .scripts(let base, let sub, let sup): scripts(base, sub, sup)
    case .accent(let accent, let base): self.accent(accent, base)
    case .delimited(let left, let body, let right): delimited(left, said(body), right)
    case .middle(let delimiter): delimiter == "|" ? say("given", "在给定条件下：") : ""
    case .grid(let grid): self.grid(grid)
    case .brace(_, let body, let label):
      said(body) + (label.map { say(", which is ", "，即 ") + said($0) + say(",", "，") } ?? "")
    case .stacked(let base, let isOver, let mark): stacked(base, isOver, mark)
    case .arrow(_, let above, let below): arrow([above, below].compactMap { $0 })
    case .boxed(let body): said(body)
    }
  }

  /// Numbers of several digits are one word; a minus before its only operand is "minus" as well.
  private func row(_ nodes: [FormulaNode]) -> String {
    var line = ""
    var isInNumber = false
    for node in nodes {
      line += (isInNumber && node.beginsWithDigit ? "" : " ") + said(node)
      isInNumber = node.isDigit
    }
    return line
  }

  private func say(_ english: String, _ chinese: String) -> String { language == .english ? english : chinese }

  // MARK: Fractions and roots

  private func fraction(_ over: FormulaNode, _ under: FormulaNode) -> String {
    let (top, bottom) = (said(over), said(under))
    if over.isShortToSay && under.isShortToSay { return say("\(top) over \(bottom)", "\(bottom) 分之 \(top)") }
    return say("the fraction \(top), over \(bottom), end fraction,", "分式，分子 \(top)，分母 \(bottom)，分式完，")
  }

  private func root(_ radicand: FormulaNode, _ index: FormulaNode?) -> String {
    let body = said(radicand)
    let end = radicand.isShortToSay ? "" : say(", end root,", "，根号完，")
    guard let index else { return say("the square root of \(body)", "根号 \(body)") + end }
    return say("the root of order \(said(index)) of \(body)", "\(said(index)) 次根号 \(body)") + end
  }

  // MARK: Scripts

  private func scripts(_ base: FormulaNode, _ sub: FormulaNode?, _ sup: FormulaNode?) -> String {
    switch base.role {
    case .large, .integral: large(base, sub, sup)
    case .limitFunction where sup == nil: limit(base, sub)
    default: said(base) + (sub.map(lowered) ?? "") + (sup.map(raised) ?? "")
    }
  }

  private func large(_ base: FormulaNode, _ sub: FormulaNode?, _ sup: FormulaNode?) -> String {
    let name = said(base)
    switch (sub.map { said($0) }, sup.map { said($0) }) {
    case (let low?, let high?): return say("\(name) from \(low) to \(high) of", "从 \(low) 到 \(high) \(name)：")
    case (let low?, nil): return say("\(name) over \(low) of", "对 \(low) \(name)：")
    case (nil, let high?): return say("\(name) up to \(high) of", "到 \(high) \(name)：")
    default: return say("\(name) of", "\(name)：")
    }
  }

  private func limit(_ base: FormulaNode, _ sub: FormulaNode?) -> String {
    let name = said(base)
    guard let sub else { return name }
    return say("\(name) over \(said(sub)) of", "对 \(said(sub)) 取 \(name)：")
  }

  private func lowered(_ sub: FormulaNode) -> String { say(" sub ", " 下标 ") + said(sub) + end(sub) }

  private func raised(_ sup: FormulaNode) -> String {
    let plain = LinearFormula(glyphs: .ascii).text(sup, isTight: true)
    if let known = Self.powers[plain] { return " " + say(known.0, known.1) }
    if plain.allSatisfy({ $0 == "'" }) { return String(repeating: say(" prime", " 撇"), count: plain.count) }
    if case .row(let nodes) = sup, nodes.count > 2, nodes.first?.role == .opening, nodes.last?.role == .closing {
      return say(" superscript ", " 上标 ") + row(Array(nodes.dropFirst().dropLast())) + say(",", "，")
    }
    return language == .english ? " to the power " + said(sup) + end(sup) : " 的 " + said(sup) + " 次方"
  }

  private static let powers = [
    "2": ("squared", "的平方"), "3": ("cubed", "的立方"), "T": ("transpose", "的转置"), "-1": ("inverse", "的逆"),
    "*": ("star", "星"), "+": ("plus", "加号"), "-": ("minus", "减号"),
  ]

  private func end(_ script: FormulaNode) -> String { script.isShortToSay ? "" : say(",", "，") }

  // MARK: Marks

  private func accent(_ accent: FormulaNode.Accent, _ base: FormulaNode) -> String {
    let words: (String, String) =
      switch accent {
      case .hat: ("hat", "帽")
      case .bar: ("bar", "横")
      case .tilde: ("tilde", "波浪")
      case .vec: ("vector", "向量")
      case .dot: ("dot", "点")
      case .ddot: ("double dot", "双点")
      case .check: ("check", "倒帽")
      case .breve: ("breve", "弧")
      case .acute: ("acute", "锐音符")
      case .grave: ("grave", "钝音符")
      case .ring: ("ring", "圈")
      case .under: ("underlined", "下划线")
      }
    return said(base) + " " + say(words.0, words.1)
  }

  private func stacked(_ base: FormulaNode, _ isOver: Bool, _ mark: FormulaNode) -> String {
    if base.role == .limitFunction, !isOver { return limit(base, mark) }
    return say(
      "\(said(base)) with \(said(mark)) \(isOver ? "above" : "below")",
      "\(said(base))（\(isOver ? "上" : "下")方为 \(said(mark))）")
  }

  private func arrow(_ marks: [FormulaNode]) -> String {
    let words = marks.map { said($0) }.joined(separator: ", ")
    return words.isEmpty ? say("goes to", "趋向") : say("goes by \(words) to", "经 \(words) 变为")
  }

  // MARK: Brackets and grids

  private func delimited(_ left: String, _ body: String, _ right: String) -> String {
    switch (left, right) {
    case ("|", "|"): say("the absolute value of \(body), end value,", "\(body) 的绝对值")
    case ("⌊", "⌉"): say("\(body) rounded,", "\(body) 四舍五入，")
    case ("‖", "‖"): say("the norm of \(body), end norm,", "\(body) 的范数")
    default: bracket(left) + " " + body + " " + bracket(right)
    }
  }

  private func bracket(_ delimiter: String) -> String {
    delimiter.isEmpty ? "" : SpokenSymbols.word(PlainSymbols.delimiter(delimiter), language)
  }

  private func grid(_ grid: FormulaNode.Grid) -> String {
    let rows = grid.rows.map { cells in cells.map { said($0) } }
    let columns = rows.map(\.count).max() ?? 0
    switch grid.style {
    case .aligned: return rows.map { $0.joined(separator: " ") }.joined(separator: say("; ", "；"))
    case .cases:
      let lines = rows.map { $0.joined(separator: say(", ", "，")) }.joined(separator: say("; ", "；"))
      return say("cases: \(lines); end cases", "分情况：\(lines)；完")
    case .binomial:
      let (n, k) = (rows.first?.first ?? "", rows.last?.first ?? "")
      return say("\(n) choose \(k),", "从 \(n) 个中取 \(k) 个的组合数，")
    case .matrix:
      let lines = rows.enumerated().map {
        say("row \($0 + 1): ", "第 \($0 + 1) 行：") + $1.joined(separator: say(", ", "，"))
      }
      return say(
        "matrix of \(rows.count) by \(columns): \(lines.joined(separator: "; ")); end matrix",
        "\(rows.count) 行 \(columns) 列的矩阵：\(lines.joined(separator: "；"))；矩阵完")
    }
  }

  // MARK: Blanks and commas

  /// One blank between words, none before a mark, no mark at the end.
  private func tidy(_ text: String) -> String {
    var words = text.split(separator: " ").joined(separator: " ")
    for mark in [",", ";", "，", "；", "：", "）"] { words = words.replacing(" " + mark, with: mark) }
    for mark in ["，", "；", "：", "（"] { words = words.replacing(mark + " ", with: mark) }
    for (twice, once) in [(",,", ","), ("，，", "，"), (",;", ";"), ("，；", "；")] {
      words = words.replacing(twice, with: once)
    }
    while let last = words.last, ",，;；".contains(last) { words.removeLast() }
    return words
  }
}

extension FormulaNode {
  /// Needs no end to be heard as one thing.
  fileprivate var isShortToSay: Bool {
    switch unwrapped {
    case .symbol, .text, .accent: true
    case .scripts(let base, let sub, let sup):
      base.isShortToSay && sub?.isShortToSay != false && sup?.isShortToSay != false
    case .row(let nodes):
      nodes.allSatisfy(\.isDigit) || nodes.count == 2 && nodes.allSatisfy { $0.isShortToSay && $0.role == .ordinary }
    default: false
    }
  }

  fileprivate var beginsWithDigit: Bool {
    if case .scripts(let base, _, _) = self { base.isDigit } else { isDigit }
  }

  fileprivate var isDigit: Bool {
    if case .symbol(let symbol) = self { symbol.unicode.allSatisfy { $0.isNumber || $0 == "." } } else { false }
  }
}
