import Terminal

/// A formula of a lesson: its LaTeX and, where that is well formed, its tree.
public struct Math: Hashable, Sendable {
  /// The LaTeX between the dollars, sanitised.
  public let source: String
  /// Where the LaTeX begins, after the dollars.
  public let place: SourcePlace
  /// Nil where the LaTeX has a fault.
  public let formula: Formula?

  public init(source: String, place: SourcePlace, formula: Formula?) {
    self.source = source
    self.place = place
    self.formula = formula
  }

  /// One row of text; the LaTeX itself where it has a fault.
  public func linear(glyphs: GlyphTier = .unicode) -> String {
    formula?.linear(glyphs: glyphs) ?? source.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Rows of at most `width` columns; the LaTeX itself where it has a fault.
  public func display(width: Int, glyphs: GlyphTier = .unicode) -> [String] {
    formula?.display(width: width, glyphs: glyphs) ?? HardWrap.lines(linear(glyphs: glyphs), width: width)
  }
}
