/// The tree of a formula.
indirect enum FormulaNode: Hashable, Sendable {
  case row([FormulaNode])
  case symbol(MathSymbol)
  /// Words: `\text{if }`, `\mathrm{loss}`.
  case text(String)
  case fraction(FormulaNode, FormulaNode)
  case root(FormulaNode, index: FormulaNode?)
  case scripts(FormulaNode, sub: FormulaNode?, sup: FormulaNode?)
  case accent(Accent, FormulaNode)
  /// Delimiters that grow with what is between them; empty for none.
  case delimited(left: String, FormulaNode, right: String)
  /// A delimiter that grows with the brackets around it: `\middle|`.
  case middle(String)
  case grid(Grid)
  /// A horizontal brace with a label.
  case brace(isOver: Bool, FormulaNode, label: FormulaNode?)
  /// `\overset`, `\underset`.
  case stacked(FormulaNode, isOver: Bool, mark: FormulaNode)
  /// `\xrightarrow`: an arrow as long as what stands above and below it.
  case arrow(Arrow, above: FormulaNode?, below: FormulaNode?)
  /// In a frame.
  case boxed(FormulaNode)
  /// So many blanks.
  case space(Int)

  enum Accent: String, Hashable, Sendable {
    case hat, bar, tilde, vec, dot, ddot, check, breve, acute, grave, ring, under
  }

  enum Arrow: Hashable, Sendable {
    case right, left, both, doubleRight, doubleLeft, mapsTo
  }

  /// Cells in rows: matrices, cases, aligned equations.
  struct Grid: Hashable, Sendable {
    enum Style: Hashable, Sendable {
      case matrix, cases, aligned
      /// One number over another in brackets.
      case binomial
    }

    var style: Style
    var left: String
    var right: String
    var rows: [[FormulaNode]]
    /// Of an `array`; the style's own where there is none for a column.
    var alignments: [MathBox.Alignment] = []
  }
}

/// One symbol of a formula.
struct MathSymbol: Hashable, Sendable {
  enum Role: Hashable, Sendable {
    case ordinary, binary, relation, opening, closing, punctuation
    /// A plus or minus before its only operand.
    case sign
    /// A name set upright, `log`.
    case function
    /// `max`: what is under it stands below in a display.
    case limitFunction
    /// A sum: its limits stand above and below in a display.
    case large
    case integral
    /// Something built, as a fraction.
    case inner
    /// Brackets and what is between them.
    case bracketed
  }

  let unicode: String
  let ascii: String
  let role: Role

  init(_ unicode: String, _ ascii: String, _ role: Role = .ordinary) {
    self.unicode = unicode
    self.ascii = ascii
    self.role = role
  }
}

extension FormulaNode {
  /// How the node stands to its neighbours.
  var role: MathSymbol.Role {
    switch self {
    case .symbol(let symbol): symbol.role
    case .scripts(let base, _, _), .brace(_, let base, _), .stacked(let base, _, _): base.role
    case .fraction, .grid, .boxed: .inner
    case .middle, .arrow: .relation
    case .delimited(let left, _, _): left.isEmpty ? .inner : .bracketed
    case .row(let nodes): nodes.count == 1 ? nodes[0].role : .ordinary
    case .text, .root, .accent, .space: .ordinary
    }
  }

  /// The node itself, out of rows that hold nothing else.
  var unwrapped: FormulaNode {
    if case .row(let nodes) = self, nodes.count == 1 { return nodes[0].unwrapped }
    return self
  }

  var isEmpty: Bool { self == .row([]) }
}
