import Terminal

/// A LaTeX formula, read: it can be set in one row or in two dimensions.
public struct Formula: Hashable, Sendable {
  let root: FormulaNode

  /// Reads LaTeX without its dollars. The fault's column counts characters of `latex`.
  public init(_ latex: String) throws(FormulaError) {
    var parser = FormulaParser(latex)
    root = try parser.parseAll()
  }

  /// One row: `∂L/∂w = xᵢ²`.
  public func linear(glyphs: GlyphTier = .unicode) -> String {
    LinearFormula(glyphs: glyphs).text(root)
  }

  /// In two dimensions, in rows that are at most `width` columns wide: broken at relations, then at operators, then set
  /// in one row and cut.
  public func display(width: Int, glyphs: GlyphTier = .unicode) -> [String] {
    FormulaBreaker(width: width, glyphs: glyphs).lines(root)
  }
}
