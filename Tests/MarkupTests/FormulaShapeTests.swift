import Terminal
import Testing

@testable import Markup

/// The parts of formulas that the picture of a whole one would hide.
struct FormulaShapeTests {
  private func rows(_ latex: String, width: Int = 76, glyphs: GlyphTier = .unicode) throws -> [String] {
    try Formula(latex).display(width: width, glyphs: glyphs)
  }

  @Test func `an arrow is as long as what stands on it`() throws {
    #expect(try rows("A \\xrightarrow{\\text{softmax}} B") == ["   softmax", "A ────────→ B"])
    #expect(try rows("A \\xleftarrow[n]{f} B", glyphs: .ascii) == ["   f", "A <-- B", "   n"])
    #expect(try Formula("A \\xrightarrow{f} B").linear() == "A ─[f]─→ B")
  }

  @Test func `a delimiter in the middle grows with the brackets`() throws {
    #expect(
      try rows("P\\left(A \\middle| \\frac{a}{b}\\right)") == [
        " ⎛  │  a ⎞",
        "P⎜A │ ───⎟",
        " ⎝  │  b ⎠",
      ])
  }

  @Test func `an integral is tall, its limits at its ends`() throws {
    #expect(try rows("\\int_0^\\infty f \\, dx") == ["⌠∞", "⎮  f dx", "⌡0"])
  }

  @Test func `a small script stands over one that is not small`() throws {
    #expect(try rows("\\sigma_\\theta^2 x") == ["σ²x", " θ"])
  }

  @Test func `a line under letters stands under them`() throws {
    #expect(try rows("\\underline{ab} + \\overline{cd}") == ["     ──", "ab + cd", "──"])
  }

  @Test func `a result may stand in a frame`() throws {
    #expect(try rows("\\boxed{x = 1}") == ["┌───────┐", "│ x = 1 │", "└───────┘"])
  }

  @Test func `an array keeps its columns' sides`() throws {
    #expect(try rows("\\begin{array}{lr} aaa & b \\\\[4pt] c & ddd \\end{array}") == ["aaa    b", "c    ddd"])
  }

  @Test func `characters typed as such are the symbols that they look like`() throws {
    let commands = try rows("\\alpha \\le \\sum_{i} x_i", glyphs: .ascii)
    #expect(try rows("α ≤ ∑_{i} x_i", glyphs: .ascii) == commands)
    #expect(try Formula("a·b → c").linear(glyphs: .ascii) == "a * b -> c")
  }

  @Test func `what is too wide is broken at a wide space first, then at relations, at operators, in brackets`() throws {
    #expect(try rows("aaaaaaa = b \\quad ccccccc = d", width: 20) == ["aaaaaaa = b", "   ccccccc = d"])
    #expect(
      try rows("a = (bbbbbbbb + cccccccc + dddddddd)", width: 20) == [
        "a = (bbbbbbbb", "    + cccccccc", "    + dddddddd)",
      ])
  }

  @Test func `a formula fits where no part that cannot be broken is too wide`() throws {
    let formula = try Formula("y = \\frac{aaaaaaaaaa}{b} + c")
    #expect(formula.fits(width: 20) && formula.fits(width: 18) && !formula.fits(width: 11))
    #expect(formula.display(width: 11).allSatisfy { TextWidth.of($0) <= 11 })
  }
}
