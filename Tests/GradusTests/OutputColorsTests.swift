import Terminal
import Testing

@testable import gradus

@Suite struct OutputColorsTests {
  @Test(arguments: [
    (true, ["TERM": "xterm-256color"], ColorTier.ansi256), (true, ["TERM": "xterm"], .ansi16),
    (true, ["TERM": "xterm", "COLORTERM": "truecolor"], .truecolor), (true, ["TERM": "dumb"], .none),
    (true, [:], .none),
    (true, ["TERM": "xterm-256color", "NO_COLOR": "1"], .none),
    (true, ["TERM": "xterm-256color", "NO_COLOR": ""], .ansi256), (false, ["TERM": "xterm-256color"], .none),
  ])
  func `a command prints in colour only on a terminal that has it and where nobody objects`(
    isTerminal: Bool, environment: [String: String], tier: ColorTier
  ) {
    #expect(OutputColors.tier(isTerminal: isTerminal, environment: environment) == tier)
  }
}
