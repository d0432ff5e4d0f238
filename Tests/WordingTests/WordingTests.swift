import Testing

@testable import Wording

@Suite struct LanguageTests {
  @Test func `each language has the other`() {
    #expect(Language.en.other == .zh)
    #expect(Language.zh.other == .en)
    #expect(Language.allCases.map(\.name) == ["English", "中文"])
  }

  @Test func `a bilingual text gives the language asked for`() {
    let text = Bilingual(en: "loss", zh: "损失")
    #expect(text[.en] == "loss")
    #expect(text[.zh] == "损失")
    #expect(Bilingual(both: "GPT")[.en] == Bilingual(both: "GPT")[.zh])
  }
}

@Suite struct NumberTextTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (0.1, "0.1"), (0.30000000000000004, "0.3"), (1500, "1500"), (123456, "123456"),
      (1.23456, "1.235"), (0.000123456, "0.0001235"), (0.0000123456, "1.235e-05"), (1_234_567, "1.235e+06"),
      (-2.5, "-2.5"), (999_999.6, "1000000"), (9.99996e-5, "1e-04"), (9.9999e6, "1e+07"), (1e300, "1e+300"),
      (-1e-300, "-1e-300"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"),
    ] as [(Double, String)])
  func `a number is short and honest`(value: Double, text: String) {
    #expect(NumberText.short(value) == text)
  }

  @Test(
    arguments: [
      (1.005, 1, "1.0"), (-0.04, 1, "0.0"), (2.675, 2, "2.68"), (0, 3, "0.000"), (12, 0, "12"), (-1.5, 1, "-1.5"),
      (1e20, 2, "1e+20"), (.nan, 2, "nan"),
    ] as [(Double, Int, String)])
  func `a fixed number has the decimals asked for`(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test func `a short number reads back within its digits`() throws {
    for exponent in -12...12 {
      for mantissa in [1.0, 1.5, 2.345, 9.999, 9.9999999] {
        var value = mantissa
        for _ in 0..<abs(exponent) { value = exponent < 0 ? value / 10 : value * 10 }
        let read = try #require(Double(NumberText.short(value)))
        #expect(abs(read - value) <= 6e-4 * value, "\(value)")
      }
    }
  }
}

@Suite struct StringTableTests {
  private func table(_ en: String, _ zh: String) throws -> StringTable { try StringTable(yaml: [.en: en, .zh: zh]) }

  @Test func `placeholders are filled, and what fills them is left alone`() throws {
    let table = try table("row: '{a} of {b}'", "row: '共 {b}，第 {a}'")
    #expect(table("row", .en, ["a": "{b}", "b": "3"]) == "{b} of 3")
    #expect(table("row", .zh, ["a": "1", "b": "3"]) == "共 3，第 1")
    #expect(table("row", .en, ["a": "1"]) == "1 of {b}")
    #expect(table.placeholders("row", .zh) == ["a", "b"])
  }

  @Test func `what a table lacks is taken from English, then from the key`() throws {
    let table = try table("a: words", "b: 词")
    #expect(table("a", .zh) == "words")
    #expect(table("none", .zh) == "none")
    #expect(table.keys(.zh) == ["b"])
  }

  @Test func `a brace without its partner is a brace`() throws {
    #expect(try table("a: 'x { y'", "")("a", .en, ["y": "1"]) == "x { y")
  }

  @Test func `what is no table of texts is refused with its line`() {
    #expect(throws: StringTableError.notText(.en, line: 2)) { try table("a: x\nb: [1]", "") }
    #expect(throws: StringTableError.self) { try table("a: [", "") }
  }
}
