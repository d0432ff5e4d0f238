import Support
import Testing

@testable import Curses
@testable import Terminal

// Inside the suite whose tests take turns: ncurses is one a process.
extension CursesScreenTests {
  /// Random pictures, one after the other, through the real ncurses into an emulator: what stands there must be the last
  /// picture, whatever came before.
  struct RepaintModelTests {
    private struct Walk {
      var random: SplitMix
      let size: Size

      mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &random) }

      mutating func style() -> Style {
        let colors: [Color] = [
          .standard, .standard, .indexed(2), .indexed(9), .indexed(75), .indexed(234), .rgb(9, 99, 200),
        ]
        let attributes: [Attributes] = [[], [], .bold, .underline, .reverse, .italic, [.bold, .reverse], .dim]
        return Style(colors[below(colors.count)], on: colors[below(colors.count)], attributes[below(attributes.count)])
      }

      mutating func text() -> String {
        let texts = [
          "loss 0.51", "梯度下降", "中", " ", "─────────", "aaaaaaaaaaaaaaaaaaaa", "▀▄▀▄", "x\u{301}y", "⠿⠷⠾", "α·β → 1，2",
          "                    ", "🙂",
        ]
        return texts[below(texts.count)]
      }

      /// Changes a few things of a picture: writes, fills, moves a part, begins anew, paints.
      mutating func change(_ surface: inout Surface) {
        for _ in 0...below(6) {
          let (x, y) = (below(size.width + 4) - 2, below(size.height))
          switch below(10) {
          case 0...5: surface.write(text(), x: x, y: y, style: style())
          case 6: surface.fill(Rect(x: x, y: y, width: below(12), height: below(4)), style: style())
          case 7:
            let copy = surface
            surface.blit(copy, x: below(3) - 1, y: below(3) - 1)
          case 8: surface.restyle(Rect(x: x, y: y, width: below(20), height: 1)) { $0.attributes.insert(.reverse) }
          default: surface = Surface(size)
          }
        }
        if below(8) == 0 { surface.paint(.named(.light, colors: .ansi256)) }
      }
    }

    /// What of a style shows: of a blank only its background, underline and reverse.
    private struct Looks: Hashable {
      var foreground = -1
      var background = -1
      var attributes: UInt8 = 0
    }

    private func looks(_ glyph: TerminalEmulator.Glyph) -> Looks {
      let graphics = glyph.graphics
      return shown(
        Looks(
          foreground: index(graphics.foreground), background: index(graphics.background),
          attributes: graphics.attributes),
        of: glyph.scalar)
    }

    private func looks(_ cell: Cell, _ tier: ColorTier) -> Looks {
      let bits: [(Attributes, UInt8)] = [(.bold, 1), (.dim, 2), (.italic, 3), (.underline, 4), (.reverse, 7)]
      let attributes = bits.reduce(UInt8(0)) { cell.style.attributes.contains($1.0) ? $0 | 1 << $1.1 : $0 }
      return shown(
        Looks(
          foreground: index(cell.style.foreground.reduced(to: tier)),
          background: index(cell.style.background.reduced(to: tier)), attributes: attributes),
        of: cell.scalar)
    }

    private func shown(_ looks: Looks, of scalar: UInt32) -> Looks {
      guard scalar == 0x20 else { return looks }
      let visible = looks.attributes & (1 << 4 | 1 << 7)
      return visible == 0 ? Looks(background: looks.background) : looks
    }

    private func index(_ color: Color) -> Int {
      if case .indexed(let index) = color { Int(index) } else { -1 }
    }

    private func index(_ parameter: Int) -> Int {
      switch parameter {
      case 30...37: parameter - 30
      case 90...97: parameter - 82
      case 1000...: parameter - 1000
      default: -1
      }
    }

    private func expectSame(_ emulator: TerminalEmulator, _ surface: Surface, _ tier: ColorTier, _ step: Int) {
      for y in 0..<surface.height {
        for x in 0..<surface.width {
          let (glyph, cell) = (emulator.rows[y][x], surface[x, y])
          guard glyph.scalar == cell.scalar, glyph.mark == cell.mark,
            cell.isContinuation || looks(glyph) == looks(cell, tier)
          else {
            Issue.record("step \(step), column \(x), row \(y): \(glyph) instead of \(cell)")
            return
          }
        }
      }
    }

    /// The surface without a wide character that the last corner would tear.
    private func cornered(_ surface: Surface) -> Surface {
      var cornered = surface
      let y = surface.height - 1
      for x in max(0, surface.width - 3)..<surface.width where TextWidth.of(surface[x, y].scalar) == 2 {
        cornered.write("  ", x: x, y: y, style: surface[x, y].style)
      }
      return cornered
    }

    @Test(
      arguments: ["xterm-256color", "tmux-256color"],
      [Size(width: 80, height: 24), Size(width: 13, height: 7), Size(width: 2, height: 3), Size(width: 1, height: 1)])
    func `after any pictures the screen shows the last one`(term: String, size: Size) throws {
      // In a single column tmux's corner can't be filled by inserting before it.
      if term.hasPrefix("tmux"), size.width == 1 { return }
      for seed in UInt64(1)...3 {
        let screen = try CursesScreen(options: CursesOptions { $0 == "TERM" ? term : nil })
        screen.resize(size)
        var emulator = TerminalEmulator(size)
        var walk = Walk(random: SplitMix(seed: seed), size: size)
        var surface = Surface(size)
        var shown: Surface?
        for step in 0..<150 {
          walk.change(&surface)
          if walk.below(20) == 0 { shown = nil }
          screen.begin()
          screen.draw(surface, over: shown, in: size)
          emulator.feed(screen.finish(cursor: walk.below(2) == 0 ? nil : Point(x: 0, y: 0)))
          shown = surface
          expectSame(emulator, screen.fillsCorner ? surface : cornered(surface), screen.colors, step)
        }
        _ = screen.leave()
      }
    }

    @Test(arguments: ["xterm", "linux", "screen-256color", "vt100"])
    func `where fewer colours are described a full repaint changes nothing either`(term: String) throws {
      let size = Size(width: 41, height: 12)
      let screen = try CursesScreen(options: CursesOptions { $0 == "TERM" ? term : nil })
      screen.resize(size)
      var emulator = TerminalEmulator(size)
      var walk = Walk(random: SplitMix(seed: 7), size: size)
      var surface = Surface(size)
      var shown: Surface?
      for step in 0..<150 {
        walk.change(&surface)
        screen.begin()
        screen.draw(surface, over: shown, in: size)
        emulator.feed(screen.finish(cursor: nil))
        shown = surface
        guard step % 5 == 0 else { continue }
        let before = emulator.rows
        screen.forget()
        screen.begin()
        screen.draw(surface, over: nil, in: size)
        emulator.feed(screen.finish(cursor: nil))
        #expect(before.map { $0.map(\.scalar) } == emulator.rows.map { $0.map(\.scalar) }, "step \(step)")
        #expect(before.map { $0.map(looks) } == emulator.rows.map { $0.map(looks) }, "step \(step)")
      }
      _ = screen.leave()
    }
  }
}
