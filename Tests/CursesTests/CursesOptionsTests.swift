import Terminal
import Testing

@testable import Curses

struct CursesOptionsTests {
  private func options(_ environment: [String: String], colors: ColorTier? = nil) -> CursesOptions {
    CursesOptions(colors: colors) { environment[$0] }
  }

  @Test(arguments: [
    (0, ColorTier.none), (-1, .none), (8, .ansi16), (16, .ansi16), (88, .ansi16), (256, .ansi256),
    (0x100_0000, .ansi256),
  ])
  func `the tier is what the terminal describes`(count: Int, tier: ColorTier) {
    #expect(options([:]).tier(describedColors: count) == tier)
  }

  @Test(arguments: [("1", ColorTier.none), ("0", .none), ("", .ansi256)])
  func `NO_COLOR counts where it is not empty`(value: String, tier: ColorTier) {
    #expect(options(["NO_COLOR": value]).tier(describedColors: 256) == tier)
  }

  @Test func `an explicit tier wins but never exceeds the terminal`() {
    #expect(options(["NO_COLOR": "1"], colors: .ansi16).tier(describedColors: 256) == .ansi16)
    #expect(options([:], colors: .truecolor).tier(describedColors: 8) == .ansi16)
    #expect(options([:], colors: ColorTier.none).tier(describedColors: 256) == .none)
  }

  @Test(arguments: [
    (["TERM": "xterm"], ["xterm"]),
    (["TERM": "xterm", "COLORTERM": "truecolor"], ["xterm-256color", "xterm"]),
    (["TERM": "xterm-256color", "COLORTERM": "24bit"], ["xterm-256color"]),
    (["TERM": "xterm-direct"], ["xterm-256color", "xterm-direct"]),
    (["TERM": "tmux-256color", "TMUX": "/tmp/x", "TERM_PROGRAM": "tmux"], ["xterm-256color", "tmux-256color"]),
    (["TERM": "screen", "TMUX": "/tmp/x", "TERM_PROGRAM": "tmux"], ["xterm-256color", "screen"]),
    (["TERM": "screen", "TMUX": "/tmp/x", "TERM_PROGRAM": "tmux", "STY": "1.pts"], ["screen"]),
    (["TERM": "tmux-256color", "TMUX": "/tmp/x"], ["tmux-256color"]),
    (["TERM": ""], []),
    ([:], []),
  ])
  func `a description of 256 colours is preferred to a direct or a poorer one`(
    environment: [String: String], names: [String]
  ) {
    #expect(options(environment).terminalNames == names)
  }
}
