import Expressions
import Testing

@Suite struct FormulaParserTests {
  @Test(arguments: [
    ("1 + 2*3", 7.0), ("(1 + 2)*3", 9), ("2^3^2", 512), ("-2^2", -4), ("2^-1", 0.5), ("6/2/3", 1), ("5 - 3 - 1", 1),
    ("2(1 + 3)", 8), ("(1 + 1)(2 + 2)", 8), ("2pi/pi", 2), ("3²", 9), ("2³ + 1", 9), ("1e-3*1000", 1), (".5 + 1.", 1.5),
    ("--3", 3), ("+3", 3), ("2**3", 8), ("[1 + 2]*2", 6), ("√(16)", 4), ("ln(exp(2))", 2),
  ])
  func `numbers are worked out by the usual rules of precedence`(text: String, expected: Double) throws {
    #expect(abs(try #require(Formula(parsing: text).value([:])) - expected) < 1e-12)
  }

  @Test(arguments: [
    ("２＊（ｘ＋１）", "2*(x + 1)"), ("w₁×x₁ ＋ b", "w1*x1 + b"), ("ｔａｎｈ（ｗ·ｘ）", "tanh(w*x)"), ("x－0。5", "x - 0.5"),
    ("σ(x÷2)", "sigmoid(x/2)"),
    ("权重*输入", "权重*输入"), ("2x^2", "2*x^2"), ("a − b", "a - b"),
  ])
  func `what a Chinese input method types reads like ASCII`(typed: String, plain: String) throws {
    #expect(try Formula(parsing: typed).description == plain)
  }

  @Test(arguments: [
    ("tanh(w*x + )", FormulaError.missingValue(at: 11..<12)), ("1 +", .missingValue(at: 3..<4)),
    ("tan(x)", .unknownFunction("tan", near: "tanh", at: 0..<3)), ("x y", .missingOperator(at: 2..<3)),
    ("(x + 1", .unclosedParenthesis(at: 0..<1)), ("x + 1)", .unopenedParenthesis(at: 5..<6)),
    ("tanh x", .missingArgument(.tanh, at: 0..<4)), ("x $ y", .unexpectedCharacter("$", at: 2..<3)),
    ("1.2.3", .malformedNumber("1.2.3", at: 0..<5)), ("", .empty(at: 0..<0)), ("  ", .empty(at: 0..<2)),
    ("x*/y", .missingValue(at: 2..<3)), ("f(x)", .unknownFunction("f", near: "relu", at: 0..<1)),
    ("()", .missingValue(at: 1..<2)),
    ("(", .unclosedParenthesis(at: 0..<1)), ("1e999", .malformedNumber("1e999", at: 0..<5)),
    ("（x", .unclosedParenthesis(at: 0..<1)),
  ])
  func `a fault is named with the characters it stands at`(text: String, fault: FormulaError) {
    switch fault {
    case .unknownFunction(let name, _, let range):
      #expect(throws: FormulaError.self) { try Formula(parsing: text) }
      guard case .unknownFunction(name, _, range)? = refusal(text) else {
        Issue.record("\(String(describing: refusal(text)))")
        return
      }
    default: #expect(refusal(text) == fault)
    }
  }

  @Test func `a mistyped function is met with the nearest one`() {
    #expect(refusal("tahn(x)") == .unknownFunction("tahn", near: "tanh", at: 0..<4))
    #expect(refusal("sigmod(x)") == .unknownFunction("sigmod", near: "sigmoid", at: 0..<6))
  }

  @Test func `a formula that is too long or too deep is refused, not crashed on`() {
    let long = String(repeating: "1+", count: 150) + "1"
    #expect(refusal(long) == .tooLong(count: 301, limit: 200))
    let deep = String(repeating: "(", count: 90) + "x" + String(repeating: ")", count: 90)
    guard case .tooDeep? = refusal(deep) else {
      Issue.record("\(String(describing: refusal(deep)))")
      return
    }
    guard case .tooDeep? = refusal(String(repeating: "-", count: 150) + "x") else {
      Issue.record("signs nest without end")
      return
    }
  }

  @Test func `every fault has a sentence in both languages and a range inside or just behind the text`() {
    for text in ["", "x y", "tanh(", "(x", "x)", "1..2", "tan(x)", "tanh", "x ? y", "x +"] {
      guard let fault = refusal(text) else {
        Issue.record("\(text) was read")
        continue
      }
      #expect(!fault.english.isEmpty)
      #expect(fault.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
      #expect(fault.range.upperBound <= text.count + 1)
    }
  }

  @Test func `random characters are read or refused`() {
    let alphabet = Array("x1.+-*/^() tanhe²（σ，;=\u{1b}中")
    var state: UInt64 = 7
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int(state % 24) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int((state >> 33) % UInt64(alphabet.count))])
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      if let formula = try? Formula(parsing: text) {
        #expect((try? Formula(parsing: formula.description)) == formula, "\(text)")
      }
    }
  }

  private func refusal(_ text: String) -> FormulaError? {
    do {
      _ = try Formula(parsing: text)
      return nil
    } catch { return error }
  }
}
