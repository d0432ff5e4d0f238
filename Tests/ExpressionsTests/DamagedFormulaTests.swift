import Expressions
import Support
import Testing

@Suite struct DamagedFormulaTests {
  private static let formulas = [
    "1 + 2*3", "(1 + 2)*3^2^x", "-x^2 + tanh(w*x + b)", "2(1 + 3)(x - .5)", "sigmoid(-x)/(1e-3 + y)", "２＊（ｘ＋１）",
    "√(16) × w₁", "relu(exp(ln(x)))", "[a + b]*c", "权重*输入 + 偏置",
  ]
  private static let pieces = ["(", ")", "^", "-", "*", "1e", ".", "tanh(", "²", "（", "，", " ", "\u{1B}[2J", "x1", "中"]

  @Test(arguments: 0..<400)
  func `a damaged formula reads back as itself, or is refused inside its text`(seed: Int) {
    var mutation = Mutation(seed: seed)
    for formula in Self.formulas {
      let text = mutation.damaged(formula, count: mutation.number(1...5), pieces: Self.pieces)
      do {
        let read = try Formula(parsing: text, lengthLimit: 400)
        #expect((try? Formula(parsing: read.description, lengthLimit: 4000)) == read, "\(text)")
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.count + 1, "\(text): \(error)")
        #expect(!error.english.isEmpty && !error.chinese.isEmpty)
      }
    }
  }
}
