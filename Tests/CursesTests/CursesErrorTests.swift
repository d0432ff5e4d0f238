import Curses
import Testing

struct CursesErrorTests {
  static let errors: [(CursesError, cure: String)] = [
    (.inputIsNoTerminal, "gradus show"), (.outputIsNoTerminal, "gradus show"),
    (.terminalUnset, "export TERM=xterm-256color"), (.terminalTooPlain(name: "dumb"), "export TERM=xterm-256color"),
    (.noDescription(name: "foo", standIn: "xterm-256color"), "ncurses-base"), (.noFrameBuffer(errno: 24), "ulimit -n"),
  ]

  @Test(arguments: errors, [false, true])
  func `every error tells its cure in both languages`(error: (CursesError, cure: String), chinese: Bool) {
    let sentence = error.0.sentence(chinese: chinese)
    #expect(sentence.contains(error.cure))
    #expect(sentence.contains { $0.unicodeScalars.contains { $0.value >= 0x4E00 } } == chinese)
  }

  @Test func `a plain terminal is named`() {
    #expect(
      CursesError.terminalTooPlain(name: "dumb").sentence(chinese: false)
        == "The terminal type \"dumb\" cannot move its cursor, so no screen can be drawn. Use another terminal, or run "
        + "`export TERM=xterm-256color` if yours is better than its name; `gradus --screen-reader` speaks in lines, and `gradus show` "
        + "prints lessons as plain text.")
  }

  @Test func `an unknown terminal is a notice, not an error`() {
    let notice = CursesNotice.unknownTerminal(name: "xterm-kitty", standIn: "xterm-256color")
    #expect(notice.sentence(chinese: false) == "Unknown terminal type \"xterm-kitty\": treated as xterm-256color.")
    #expect(notice.sentence(chinese: true) == "未知的终端类型“xterm-kitty”，已按 xterm-256color 处理。")
  }
}
