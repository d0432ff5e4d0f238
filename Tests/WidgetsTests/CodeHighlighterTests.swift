import Terminal
import Testing

@testable import Widgets

struct CodeHighlighterTests {
  private let theme = Theme.standard(colors: .ansi256)

  private func runs(_ code: String, _ language: String) -> [StyledText.Run] {
    CodeHighlighter.lines(code, language: language, theme: theme).flatMap(\.runs)
  }

  @Test func `keywords, strings, numbers and comments of Swift are told apart`() {
    #expect(
      runs("let x = \"a\\\"b\" + 1.5 // why", "swift") == [
        .init("let", theme.accent), .init(" x = ", theme.text), .init("\"a\\\"b\"", theme.code),
        .init(" + ", theme.text),
        .init("1.5", theme.math), .init(" ", theme.text), .init("// why", theme.dim),
      ])
  }

  @Test func `Python has its own words and comments`() {
    #expect(
      runs("def f(let): # why", "python") == [
        .init("def", theme.accent), .init(" f(let): ", theme.text), .init("# why", theme.dim),
      ])
  }

  @Test func `other languages stay plain`() {
    #expect(runs("let x", "text") == [.init("let x", theme.code)])
  }

  @Test(arguments: ["swift", "python", "text"])
  func `nothing is lost, and tabs become blanks`(language: String) {
    let code = "a\tb = 'x\n\n  return \"open\n损失 = 1e-5\n"
    let lines = CodeHighlighter.lines(code, language: language, theme: theme).map(\.plain)
    #expect(lines == ["a    b = 'x", "", "  return \"open", "损失 = 1e-5"])
  }
}
