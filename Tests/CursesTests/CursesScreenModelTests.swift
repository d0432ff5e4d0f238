import Support
import Terminal
import Testing

@testable import Curses

/// ncurses is one a process: these take their turn with the other tests of its owner.
extension CursesScreenTests {
  /// A picture that changes as pictures do: a little, much, or scrolled.
  private static func change(_ surface: inout Surface, _ dice: inout SplitMix) {
    let words = ["loss 0.31", "梯度下降", "│", "▄▀▄", "⣀⠤⠒", "e\u{301}", "   ", "中a文b", "━━━━━━━━━━", "x", "🙂"]
    let colors: [Color] = [.standard, .indexed(1), .indexed(75), .indexed(203), .indexed(240), .indexed(15)]
    let attributes: [Attributes] = [[], .bold, .reverse, .underline, .dim, [.bold, .reverse]]
    func style() -> Style {
      Style(
        colors.randomElement(using: &dice) ?? .standard, on: colors.randomElement(using: &dice) ?? .standard,
        attributes.randomElement(using: &dice) ?? [])
    }
    let (width, height) = (surface.width, surface.height)
    switch Int.random(in: 0..<12, using: &dice) {
    case 0: surface = Surface(width: width, height: height)
    case 1:
      let before = surface
      surface = Surface(width: width, height: height)
      surface.blit(before, x: 0, y: Int.random(in: -2...2, using: &dice))
    case 2: surface.fill(surface.bounds, with: "▀", style: style())
    case 3:
      surface.fill(Rect(x: Int.random(in: 0..<width, using: &dice), y: 0, width: 6, height: height), style: style())
    default:
      for _ in 0..<Int.random(in: 1...12, using: &dice) {
        surface.write(
          words.randomElement(using: &dice) ?? "", x: Int.random(in: -2..<width, using: &dice),
          y: Int.random(in: 0..<height, using: &dice), style: style())
      }
    }
  }

  private static func paint(_ surface: Surface, instead before: Surface?, on screen: CursesScreen) -> [UInt8] {
    screen.begin()
    for y in 0..<surface.height {
      for x in 0..<surface.width where !surface[x, y].isContinuation && before?[x, y] != surface[x, y] {
        screen.put(surface[x, y], x: x, y: y)
      }
    }
    return screen.finish(cursor: nil)
  }

  /// The first cell in which two pictures differ.
  private static func difference(_ a: [[PictureTerminal.Mark]], _ b: [[PictureTerminal.Mark]]) -> String {
    for y in a.indices {
      for x in a[y].indices where a[y][x] != b[y][x] { return "\(x),\(y): \(a[y][x]) against \(b[y][x])" }
    }
    return "none"
  }

  /// Where a description has no way to switch wrapping off (screen, tmux), ncurses writes the last cell of the screen
  /// into the one before it and moves it by inserting, which cuts a wide character that stands there. The corner is
  /// kept narrow for them.
  private static func keepCornerNarrow(_ surface: inout Surface, _ term: String) {
    guard term.hasPrefix("screen") || term.hasPrefix("tmux") else { return }
    surface.write("ab", x: surface.width - 3, y: surface.height - 1)
  }

  @Test(
    arguments: ["xterm-256color", "xterm", "linux", "screen-256color", "tmux-256color", "vt100"],
    [Size(width: 40, height: 8), Size(width: 81, height: 24), Size(width: 7, height: 3)])
  func `whatever was drawn before, the picture is that of a full repaint`(term: String, size: Size) throws {
    let screen = try CursesScreen(options: CursesOptions { $0 == "TERM" ? term : nil })
    screen.resize(size)
    var dice = SplitMix(seed: UInt64(size.width))
    var (terminal, surface) = (PictureTerminal(size), Surface(size))
    terminal.feed(Self.paint(surface, instead: nil, on: screen))
    for frame in 0..<120 {
      let before = surface
      Self.change(&surface, &dice)
      Self.keepCornerNarrow(&surface, term)
      terminal.feed(Self.paint(surface, instead: before, on: screen))
      guard frame % 5 == 0 else { continue }
      let incremental = terminal.picture
      screen.forget()
      terminal.feed(Self.paint(surface, instead: nil, on: screen))
      let isSame = incremental == terminal.picture
      #expect(isSame, "\(term), frame \(frame): \(Self.difference(incremental, terminal.picture))")
      #expect(terminal.picture.map { $0.map(\.text).joined() } == texts(surface, screen), "\(term), frame \(frame)")
    }
    #expect(terminal.unknown == [])
    _ = screen.leave()
  }

  /// The rows as the screen shows them: what the C library disputes is a question mark.
  private func texts(_ surface: Surface, _ screen: CursesScreen) -> [String] {
    (0..<surface.height).map { y in
      (0..<surface.width).map { x in
        let cell = surface[x, y]
        guard !cell.isContinuation else { return screen.isExact(surface[x - 1, y].scalar) ? "" : " " }
        return screen.isExact(cell.scalar) ? cell.text : "?"
      }.joined()
    }
  }
}
