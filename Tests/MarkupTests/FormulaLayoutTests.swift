import Terminal
import Testing

@testable import Markup

struct FormulaLayoutTests {
  private func rows(_ latex: String, width: Int = 76, glyphs: GlyphTier = .unicode) throws -> [String] {
    try Formula(latex).display(width: width, glyphs: glyphs)
  }

  @Test func `a sum has its limits above and below, a fraction its bar on the line`() throws {
    #expect(
      try rows("L = \\frac{1}{n}\\sum_{i=1}^{n} (y_i - t_i)^2") == [
        "     1   n",
        "L = ───  ∑  (yᵢ − tᵢ)²",
        "     n  i=1",
      ])
  }

  @Test func `tall brackets embrace what is between them`() throws {
    #expect(
      try rows("\\mathrm{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right)V") == [
        "       ⎛ QKᵀ ⎞",
        "softmax⎜─────⎟V",
        "       ⎝ √dₖ ⎠",
      ])
  }

  @Test func `a matrix stands in columns`() throws {
    #expect(
      try rows("\\begin{bmatrix} 1 & 20 \\\\ 300 & 4 \\end{bmatrix}") == [
        "⎡  1   20 ⎤",
        "⎣ 300  4  ⎦",
      ])
  }

  @Test func `cases are left-aligned behind a brace`() throws {
    #expect(
      try rows("f(x) = \\begin{cases} x & \\text{if } x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}") == [
        "       ⎧ x  if x > 0",
        "f(x) = ⎨",
        "       ⎩ 0  otherwise",
      ])
  }

  @Test func `aligned equations stand at their relations`() throws {
    #expect(
      try rows("\\begin{aligned} m_t &= a \\\\ \\theta_{t+1} &= b + c \\end{aligned}") == [
        "  mₜ = a",
        "θₜ₊₁ = b + c",
      ])
  }

  @Test func `a long root has a roof`() throws {
    #expect(
      try rows("\\sqrt{x+1}") == [
        " ┌──────",
        "√│ x + 1",
      ])
  }

  @Test func `exponents without small characters stand in a row above`() throws {
    #expect(
      try rows("e^{-x^2/2}") == [
        " −x²/2",
        "e",
      ])
  }

  @Test func `a brace carries its label`() throws {
    #expect(
      try rows("\\underbrace{w^\\top x}_{\\text{score}}") == [
        " wᵀx",
        " ╰┬╯",
        "score",
      ])
  }

  @Test func `ASCII needs no character beyond it`() throws {
    #expect(
      try rows("L = \\frac{1}{n}\\sum_{i=1}^{n} (y_i - \\hat{y}_i)^2", glyphs: .ascii) == [
        "     1   n",
        "L = --- sum (y_i - y_hat_i)^2",
        "     n  i=1",
      ])
  }

  @Test func `what is too wide is broken before a relation, outside brackets`() throws {
    #expect(
      try rows("abcdefgh = (c = d + e) = fgh", width: 20) == [
        "abcdefgh",
        "    = (c = d + e)",
        "    = fgh",
      ])
  }

  static let formulas = [
    "\\mathrm{Attention}(Q,K,V)=\\mathrm{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}} + M\\right)V",
    "\\theta_{t+1} = \\theta_t - \\eta\\,\\frac{\\hat m_t}{\\sqrt{\\hat v_t}+\\epsilon}",
    "\\begin{aligned} m_t &= \\beta_1 m_{t-1} + (1-\\beta_1) g_t \\\\ v_t &= \\beta_2 v_{t-1} + (1-\\beta_2) g_t^2 \\end{aligned}",
    "p(x) = \\frac{1}{\\sqrt{2\\pi\\sigma^2}} \\exp\\left(-\\frac{(x-\\mu)^2}{2\\sigma^2}\\right)",
    "\\begin{pmatrix} a_{11} & \\cdots & a_{1n} \\\\ \\vdots & \\ddots & \\vdots \\\\ a_{n1} & \\cdots & a_{nn} \\end{pmatrix}",
    "\\operatorname*{arg\\,min}_{\\theta \\in \\mathbb{R}^d} \\frac{1}{N} \\sum_{i=1}^N \\ell(f_\\theta(x_i), y_i) + \\lambda \\|\\theta\\|_2^2",
    "\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}",
    "\\text{损失函数的梯度} = \\overline{abc}^{x^{y^z}}_{\\frac{a}{b}}",
    "\\left\\{ \\binom{n}{k} \\mid k \\le n \\right\\}",
    "\\overset{\\text{def}}{=} \\underset{x}{\\max}\\ \\sqrt[n]{\\frac{a}{b}}",
  ]

  @Test(arguments: formulas, [GlyphTier.unicode, .ascii])
  func `no formula is wider than its width`(latex: String, glyphs: GlyphTier) throws {
    let formula = try Formula(latex)
    for width in [1, 2, 3, 5, 8, 13, 20, 34, 40, 60, 76, 120] {
      for row in formula.display(width: width, glyphs: glyphs) {
        // A character of two columns cannot be cut.
        #expect(TextWidth.of(row) <= max(width, 2), "\(width): \(row)")
      }
    }
  }

  @Test(arguments: formulas)
  func `every row of a box is as wide as the box`(latex: String) throws {
    let box = FormulaLayout(glyphs: .unicode).box(try Formula(latex).root)
    #expect(box.lines.allSatisfy { TextWidth.of($0) == box.width })
    #expect(box.lines.indices.contains(box.baseline))
  }
}
