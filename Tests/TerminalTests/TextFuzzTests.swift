import Support
import Terminal
import Testing

struct TextFuzzTests {
  @Test(arguments: 0..<200)
  func `any text is made harmless once and for all`(seed: Int) {
    var mutation = Mutation(seed: seed)
    let text = mutation.damaged(mutation.noise(200), count: 20)
    let clean = Sanitizer.clean(text)
    #expect(Sanitizer.clean(clean) == clean)
    #expect(!clean.unicodeScalars.contains { Sanitizer.isForbidden($0.value) })
  }

  @Test(arguments: 0..<40, GlyphTier.allCases)
  func `any text is cut to its columns and filled to its columns`(seed: Int, glyphs: GlyphTier) {
    var mutation = Mutation(seed: seed)
    let text = mutation.noise(mutation.number(0...60))
    for columns in 0...40 {
      #expect(TextWidth.of(text.truncated(to: columns, glyphs: glyphs)) <= columns)
      #expect(TextWidth.of(text.padded(to: columns, glyphs: glyphs)) == columns)
    }
  }

  @Test(arguments: 0..<100)
  func `whatever is written wherever, characters stay whole and harmless`(seed: Int) {
    var mutation = Mutation(seed: seed)
    var surface = Surface(width: mutation.number(1...30), height: mutation.number(1...6))
    for _ in 0..<60 { write(&mutation, on: &surface) }
    #expect(faults(surface) == [])
  }

  private func write(_ mutation: inout Mutation, on surface: inout Surface) {
    let (x, y) = (mutation.number(-8...surface.width + 8), mutation.number(-2...surface.height + 2))
    let rect = Rect(x: x, y: y, width: mutation.number(0...12), height: mutation.number(0...4))
    switch mutation.number(0...3) {
    case 0: surface.write(mutation.noise(12), x: x, y: y)
    case 1: surface.write(mutation.noise(12), x: x, y: y, columns: mutation.number(0...9), clip: rect)
    case 2: surface.fill(rect, with: ".")
    default: surface.blit(surface, x: x, y: y, clip: rect)
    }
  }

  private func faults(_ surface: Surface) -> [String] {
    (0..<surface.height).flatMap { y in
      (0..<surface.width).compactMap { x in
        let (cell, next) = (surface[x, y], surface[x + 1, y])
        if cell.isContinuation {
          return x > 0 && TextWidth.of(surface[x - 1, y].scalar) == 2 ? nil : "half at \(x),\(y)"
        }
        if cell.scalar < 0x20 || Sanitizer.isForbidden(cell.scalar) { return "\(cell.scalar) at \(x),\(y)" }
        return TextWidth.of(cell.scalar) == 2 && !(x + 1 < surface.width && next.isContinuation)
          ? "cut at \(x),\(y)" : nil
      }
    }
  }
}
