import Recording
import Terminal
import Testing

@Suite struct StyledLinesTests {
  @Test func `a row changes style where the picture does, and ends in the terminal's own`() {
    var surface = Surface(width: 8, height: 2)
    surface.write("ab", x: 0, y: 0, style: Style(.indexed(75), on: .standard, .bold))
    surface.write("cd", x: 2, y: 0)
    surface.write("e", x: 4, y: 0, style: Style(.indexed(9), on: .indexed(234)))
    #expect(
      surface.styledLines(.ansi256) == ["\u{1B}[1;38;5;75mab\u{1B}[0mcd\u{1B}[91;48;5;234me\u{1B}[39;49m", ""])
  }

  @Test func `without colours only attributes are left, and a fewer-coloured terminal gets what it has`() {
    var surface = Surface(width: 2, height: 1)
    surface.write("x", x: 0, y: 0, style: Style(.rgb(255, 0, 0), on: .standard, .underline))
    #expect(surface.styledLines(.none) == ["\u{1B}[4mx\u{1B}[0m"])
    #expect(surface.styledLines(.ansi16) == ["\u{1B}[4;91mx\u{1B}[0m"])
    #expect(surface.styledLines(.truecolor) == ["\u{1B}[4;38;2;255;0;0mx\u{1B}[0m"])
  }

  @Test func `blanks at the end stay where they are seen`() {
    var surface = Surface(width: 4, height: 1)
    surface.write("  ", x: 0, y: 0, style: Style(.standard, on: .indexed(4)))
    surface.write("  ", x: 2, y: 0, style: Style(.indexed(4)))
    #expect(surface.styledLines(.ansi16) == ["\u{1B}[44m  \u{1B}[49m"])
  }

  @Test func `a wide character is written once`() {
    var surface = Surface(width: 5, height: 1)
    surface.write("中文", x: 0, y: 0)
    #expect(surface.styledLines(.ansi256) == ["中文"])
  }
}
