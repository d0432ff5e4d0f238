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

  /// Each line's characters by kind: `k` keyword, `s` string, `n` number, `c` comment, `.` anything else.
  private func kinds(_ code: String, _ language: String) -> [String] {
    guard let grammar = CodeGrammar(language: language) else { return [] }
    var scanner = CodeScanner(grammar)
    let signs: [CodeScanner.Kind: Character] = [.keyword: "k", .text: "s", .number: "n", .comment: "c", .plain: "."]
    return code.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      scanner.tokens(line).map { String(repeating: signs[$0.kind] ?? "?", count: $0.text.count) }.joined()
    }
  }

  @Test(arguments: [
    ("a /* b\n/* c */ d\ne */ let", ["..cccc", "ccccccccc", "cccc.kkk"]),
    ("\"\"\"\n\"let\" \\\"\"\"\n\"\"\" + 1", ["sss", "ssssssssss", "sss...n"]),
    ("#\"a\\\"# let \"b\\\"c\"", ["ssssss.kkk.ssssss"]),
    ("for i in 0..<5 { x[i] = 1.5e-3 }", ["kkk...kk.n...n..........nnnnnn.."]),
    ("0xFF_0 x2 2.max 1e5e", ["nnnnnn....n.....nnn."]),
    ("\"open\nlet", ["sssss", "kkk"]),
    ("// a /* b\nlet", ["ccccccccc", "kkk"]),
  ])
  func `Swift is told apart over several lines`(code: String, wanted: [String]) {
    #expect(kinds(code, "swift") == wanted)
  }

  @Test(arguments: [
    ("'''a\n# no \"\"\"\nb''' # yes", ["ssss", "ssssssss", "ssss.ccccc"]),
    ("f\"{x}\" + rb'\\'' if", ["ssssss...ssssss.kk"]),
    ("x = 1_000 # \"", ["....nnnnn.ccc"]),
    ("buffer = \"\"", [".........ss"]),
    ("a = 'open\ndef", ["....sssss", "kkk"]),
  ])
  func `Python is told apart over several lines`(code: String, wanted: [String]) {
    #expect(kinds(code, "python") == wanted)
  }
}
