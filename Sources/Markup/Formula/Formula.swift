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

  /// Whether it can be set in two dimensions at a width, broken at spaces, relations and operators; where it cannot,
  /// `display` cuts one row of text.
  public func fits(width: Int, glyphs: GlyphTier = .unicode) -> Bool {
    FormulaBreaker(width: width, glyphs: glyphs).set(root) != nil
  }

  /// In words, to be read aloud: "the sum from i equals 1 to n of x sub i, squared".
  public func spoken(_ language: SpokenLanguage) -> String { SpokenFormula(language).text(root) }
}
