import Terminal
import Testing

@testable import Curses

/// ncurses is one a process, so its tests take turns.
@Suite(.serialized)
struct CursesScreenTests {
  private func screen(_ term: String, width: Int = 20, height: Int = 3, colors: ColorTier? = nil) throws -> CursesScreen
  {
    let screen = try CursesScreen(options: CursesOptions(colors: colors) { $0 == "TERM" ? term : nil })
    screen.resize(Size(width: width, height: height))
    return screen
  }

  private func frame(_ screen: CursesScreen, _ draw: (inout Surface) -> Void) -> String {
    var surface = Surface(width: 20, height: 3)
    draw(&surface)
    screen.begin()
    for y in 0..<surface.height {
      for x in 0..<surface.width where !surface[x, y].isContinuation { screen.put(surface[x, y], x: x, y: y) }
    }
    return String(decoding: screen.finish(cursor: nil), as: UTF8.self)
  }

  @Test func `a frame holds what changed and nothing else`() throws {
    let screen = try screen("xterm-256color")
    #expect(frame(screen) { $0.write("loss 0.51 梯度", x: 0, y: 0) }.contains("loss 0.51 梯度"))
    #expect(frame(screen) { $0.write("loss 0.51 梯度", x: 0, y: 0) } == "")
    let change = frame(screen) { $0.write("loss 0.50 梯度", x: 0, y: 0) }
    #expect(change.contains("0") && !change.contains("loss") && !change.contains("梯"))
    #expect(change.utf8.count < 16)
    _ = screen.leave()
  }

  @Test func `forgetting repaints everything`() throws {
    let screen = try screen("xterm-256color")
    _ = frame(screen) { $0.write("whole", x: 2, y: 1) }
    screen.forget()
    let again = frame(screen) { $0.write("whole", x: 2, y: 1) }
    #expect(again.contains("\u{1B}[2J") && again.contains("whole"))
    _ = screen.leave()
  }

  @Test func `the palette is used and never changed`() throws {
    let screen = try screen("xterm-256color")
    let bytes = frame(screen) { $0.write("x", x: 0, y: 0, style: Style(.rgb(255, 0, 0), on: .indexed(44))) }
    #expect(bytes.contains("38;5;196") && bytes.contains("48;5;44"))
    #expect(!bytes.contains("\u{1B}]"))
    _ = screen.leave()
  }

  @Test func `more pairs than 256 keep their colours`() throws {
    let screen = try screen("xterm-256color")
    for i in 0..<600 {
      let bytes = frame(screen) {
        $0.put("x", x: 0, y: 0, style: Style(.indexed(UInt8(16 + i % 200)), on: .indexed(UInt8(16 + i / 3))))
      }
      #expect(bytes.contains("38;5;\(16 + i % 200)") || bytes.contains("48;5;\(16 + i / 3)"))
    }
    _ = screen.leave()
  }

  @Test(arguments: [("vt100", false), ("linux", true), ("xterm-256color", true)])
  func `colour is sent where the terminal has it`(term: String, isColoured: Bool) throws {
    let screen = try screen(term)
    let bytes = frame(screen) { $0.write("x", x: 0, y: 0, style: Style(.rgb(255, 80, 80), on: .standard, .bold)) }
    #expect((bytes.contains("31m") || bytes.contains("38;5")) == isColoured)
    #expect((screen.colors != .none) == isColoured)
    _ = screen.leave()
  }

  @Test func `without colour attributes stay`() throws {
    let screen = try screen("xterm-256color", colors: ColorTier.none)
    let bytes = frame(screen) {
      $0.write("x", x: 0, y: 0, style: Style(.indexed(1), on: .indexed(2), [.bold, .underline]))
    }
    #expect(!bytes.contains("38;5") && !bytes.contains("31m") && !bytes.contains("42m"))
    #expect(bytes.contains("1;4mx"))
    _ = screen.leave()
  }

  @Test func `a character whose width the C library disputes is replaced by one that it knows`() throws {
    let screen = try screen("xterm-256color")
    let bytes = frame(screen) { $0.write("\u{1F1E8}\u{1F1F3}|", x: 0, y: 0) }
    #expect(bytes.contains("? ? |"))
    _ = screen.leave()
  }

  @Test func `widths agree with the C library wherever lessons write`() throws {
    let screen = try screen("xterm-256color")
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x370...0x3FF, 0x2010...0x2027, 0x2030...0x205E, 0x2070...0x208E,
      0x2100...0x218B,
      0x2190...0x2319, 0x2500...0x25FC, 0x2800...0x28FF, 0x3001...0x3029, 0x3041...0x3096, 0x4E00...0x9FFF,
      0xFF01...0xFF60,
    ]
    for scalar in ranges.joined().compactMap(Unicode.Scalar.init)
    where scalar.properties.generalCategory != .unassigned {
      #expect(screen.isExact(scalar.value), "\(String(scalar.value, radix: 16))")
    }
    _ = screen.leave()
  }

  @Test func `a terminal without a movable cursor is refused`() {
    #expect(throws: CursesError.terminalTooPlain(name: "dumb")) { try screen("dumb") }
    #expect(throws: CursesError.terminalUnset) { try screen("") }
  }

  @Test func `an unknown terminal is treated as xterm and said so`() throws {
    let screen = try screen("xterm-nonesuch")
    #expect(screen.notice == .unknownTerminal(name: "xterm-nonesuch", standIn: "xterm-256color"))
    #expect(screen.colors == .ansi256)
    _ = screen.leave()
  }

  @Test(arguments: [(1, 1), (3, 5), (200, 2), (500, 200)])
  func `any size is drawn to its last cell`(width: Int, height: Int) throws {
    let screen = try screen("xterm-256color", width: width, height: height)
    screen.begin()
    screen.put(Cell(scalar: 0x58), x: width - 1, y: height - 1)
    #expect(String(decoding: screen.finish(cursor: nil), as: UTF8.self).contains("X"))
    _ = screen.leave()
  }
}
