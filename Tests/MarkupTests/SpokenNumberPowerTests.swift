import Testing

@testable import Markup

@Suite struct SpokenNumberPowerTests {
  @Test(arguments: [
    ("0.8^{20}", "0.8 to the power 20"), ("10^{-3}", "10 to the power minus 3"), ("12^2", "12 squared"),
    ("2 \\cdot 10^6", "2 times 10 to the power 6"),
  ])
  func `a power stands at its whole number`(latex: String, words: String) throws {
    #expect(try Formula(latex).spoken(.english) == words)
  }
}
