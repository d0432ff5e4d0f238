import Testing
import Wording

@testable import Tutor

@Suite struct SpokenTextTests {
  @Test(arguments: [
    ("w ← w − η∇f(w)", "w becomes w minus η nabla f(w)"),
    ("x² + y³", "x squared + y cubed"),
    ("10⁻³", "10 to the power of minus 3"),
    ("xᵢ", "x sub i"),
    ("Aᵀ", "A transposed"),
    ("m\u{302}/√v\u{302}", "m hat / the square root of v hat"),
    ("y = −0.8", "y = minus 0.8"),
    ("q · k", "q times k"),
    ("3×4", "3 times 4"),
    ("a ≤ b", "a at most b"),
    ("x → ∞", "x to infinity"),
    ("plain ASCII - as it is", "plain ASCII - as it is"),
  ])
  func `a formula is said as a person would`(formula: String, words: String) {
    #expect(SpokenText(language: .en, isFormula: true).of(formula) == words)
  }

  @Test(arguments: [
    ("w ← w − η∇f(w)", "w 变为 w 减 η nabla f(w)"),
    ("x²", "x 的平方"),
    ("10⁻³", "10 的负 3 次方"),
    ("y = −0.8", "y = 负 0.8"),
    ("q · k", "q 乘以 k"),
  ])
  func `and so in Chinese`(formula: String, words: String) {
    #expect(SpokenText(language: .zh, isFormula: true).of(formula) == words)
  }

  @Test func `in prose a raised dot parts, and names keep theirs apart`() {
    #expect(SpokenText(language: .en).of("step 3 · seed 1") == "step 3, seed 1")
    #expect(SpokenText(language: .zh).of("`.` 下一阶段 · `,` 退一步") == "`.` 下一阶段， `,` 退一步")
  }

  @Test func `pictures are left out`() {
    let text = SpokenText(language: .en).of("│ ⣿ ▀ ● ▶ ─ word ⇶")
    #expect(text.filter { !$0.isWhitespace } == "word")
    #expect(!text.unicodeScalars.contains { SpokenSigns.isDrawing($0) })
  }

  @Test(arguments: [
    ("-0.5", "minus 0.5"), ("1.2e-05", "1.2 times 10 to the minus 5"), ("3e+12", "3 times 10 to the 12"),
    ("nan", "not a number"),
    ("-inf", "minus infinity"), ("at (-1, 2) x-1", "at (minus 1, 2) x-1"), ("word", "word"),
  ])
  func `numbers are said as a person would`(text: String, words: String) {
    #expect(SpokenNumber(language: .en).inText(text) == words)
  }

  @Test func `numbers in Chinese`() {
    #expect(SpokenNumber(language: .zh).inText("损失 -1.2e-05") == "损失 负 1.2 乘以 10 的负 5 次方")
    #expect(SpokenNumber(language: .zh).of(.nan) == "不是数")
  }
}
