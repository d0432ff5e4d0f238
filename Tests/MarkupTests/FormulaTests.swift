import Terminal
import Testing

@testable import Markup

struct FormulaTests {
  @Test(arguments: [
    ("x_i^2", "xᵢ²", "x_i^2"),
    ("\\frac{\\partial L}{\\partial w}", "∂L/∂w", "dL/dw"),
    ("\\frac{1}{n}\\sum_{i=1}^{n} x_i", "(1/n) ∑ᵢ₌₁ⁿ xᵢ", "(1/n) sum_(i=1)^n x_i"),
    ("\\frac{a+b}{2n}", "(a + b)/(2n)", "(a + b)/(2n)"),
    ("w \\leftarrow w - \\eta\\nabla L(w)", "w ← w − η∇L(w)", "w <- w - eta grad L(w)"),
    ("\\nabla_\\theta J", "∇_θJ", "grad_theta J"),
    ("\\log\\frac{p(x)}{q(x)}", "log (p(x)/q(x))", "log (p(x)/q(x))"),
    ("\\tanh\\left(x\\right)", "tanh(x)", "tanh(x)"),
    ("a = \\left(b\\right)", "a = (b)", "a = (b)"),
    ("\\forall x", "∀x", "for all x"),
    ("\\sqrt{x}", "√x", "sqrt(x)"),
    ("\\sqrt{x+1}", "√(x + 1)", "sqrt(x + 1)"),
    ("\\sqrt[3]{x}", "³√x", "root(3, x)"),
    ("QK^\\top", "QKᵀ", "QK^T"),
    ("W^{(l)}", "W⁽ˡ⁾", "W^(l)"),
    ("\\bar{\\alpha}_t", "α\u{304}ₜ", "alpha_bar_t"),
    ("\\binom{n}{k} \\times 2", "C(n, k) × 2", "C(n, k) * 2"),
    ("\\frac{\\exp(x)}{2}", "exp(x)/2", "exp(x)/2"),
    ("\\hat{y}_i", "y\u{302}ᵢ", "y_hat_i"),
    ("\\bar{xy}", "bar(xy)", "bar(xy)"),
    ("-\\log p_\\theta(x)", "−log p_θ(x)", "-log p_theta(x)"),
    ("a - -b", "a − −b", "a - -b"),
    ("\\alpha\\beta x", "αβx", "alpha beta x"),
    ("x \\in \\mathbb{R}^d", "x ∈ ℝᵈ", "x in R^d"),
    ("\\mathcal{L}(\\theta)", "ℒ(θ)", "L(theta)"),
    ("f'(x)", "f′(x)", "f'(x)"),
    ("h_T, W_{i,j}", "h_T, W_(i,j)", "h_T, W_(i,j)"),
    ("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", "(a, b; c, d)", "(a, b; c, d)"),
    (
      "\\begin{cases} x & x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}", "{ x x > 0; 0 otherwise }",
      "{ x x > 0; 0 otherwise }"
    ),
    ("\\operatorname{softmax}(z)_i", "softmax(z)ᵢ", "softmax(z)_i"),
    ("\\left\\| x \\right\\|_2", "‖x‖₂", "||x||_2"),
    ("a \\not= b \\ne c", "a ≠ b ≠ c", "a != b != c"),
    ("\\underbrace{wx}_{\\text{signal}} + b", "wx [signal] + b", "wx [signal] + b"),
    ("x \\odot y \\approx \\infty", "x ⊙ y ≈ ∞", "x (.) y ~= inf"),
    ("\\text{损失} = 1", "损失 = 1", "损失 = 1"),
  ])
  func `a formula is one row of text`(latex: String, unicode: String, ascii: String) throws {
    let formula = try Formula(latex)
    #expect(formula.linear() == unicode)
    #expect(formula.linear(glyphs: .ascii) == ascii)
  }

  @Test(arguments: [
    ("\\foo", FormulaError.Kind.unknownCommand("foo", near: nil), 0),
    ("x + \\thta", .unknownCommand("thta", near: "theta"), 4),
    ("\\frac{1}", .missingArgument("\\frac"), 8),
    ("x^", .missingArgument("^"), 1),
    ("{a", .unclosedGroup, 0),
    ("a}", .unexpected("}"), 1),
    ("x_1_2", .doubleScript("_"), 3),
    ("x^1^2", .doubleScript("^"), 3),
    ("\\left( x", .unclosedDelimiter, 0),
    ("x \\right)", .unexpected("\\right"), 2),
    ("\\begin{foo}x\\end{foo}", .unknownEnvironment("foo"), 0),
    ("a \\begin{cases}x", .unclosedEnvironment("cases"), 2),
    ("\\begin{cases}x\\end{pmatrix}", .unclosedEnvironment("cases"), 0),
    ("\\text{a", .unclosedGroup, 5),
  ])
  func `a fault names its kind and its column`(latex: String, kind: FormulaError.Kind, column: Int) {
    #expect(throws: FormulaError(kind, column: column)) { try Formula(latex) }
  }

  @Test func `nesting beyond any lesson's is refused, not overflowed`() {
    for piece in ["{", "\\hat", "\\frac{1}{", "x^{", "\\left(", "\\sqrt{"] {
      let latex = String(repeating: piece, count: 5000)
      #expect(throws: FormulaError.self) { try Formula(latex) }
    }
  }

  @Test func `every command of the tables can be read and set in both glyph tiers`() throws {
    for name in LatexCommands.names {
      let formula = try Formula("a \\\(name) b")
      #expect(!formula.linear().isEmpty)
      let ascii = formula.display(width: 40, glyphs: .ascii).joined()
      #expect(ascii.unicodeScalars.allSatisfy { $0.value <= 0x7E }, "\(name): \(ascii)")
    }
  }
}
