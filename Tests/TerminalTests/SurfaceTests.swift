import Support
import Terminal
import Testing

struct SurfaceTests {
  @Test(arguments: testSizes)
  func `a new surface is blank`(size: Size) {
    let surface = Surface(size)
    #expect(surface.cells.count == size.width * size.height)
    #expect(surface.lines == Array(repeating: "", count: size.height))
  }

  @Test func `text is written where it was asked for`() {
    var surface = Surface(width: 12, height: 3)
    #expect(surface.write("loss 梯度", x: 2, y: 1) == 9)
    #expect(surface.lines == ["", "  loss 梯度", ""])
    #expect(surface[8, 1].isContinuation)
  }

  @Test(arguments: [-30, -3, -1, 0, 5, 11, 12, 40])
  func `what lies outside is clipped`(x: Int) {
    var surface = Surface(width: 12, height: 1)
    #expect(surface.write("梯度下降", x: x, y: 0) == 8)
    surface.write("above", x: x, y: -1)
    surface.write("below", x: x, y: 1)
    #expect(TextWidth.of(surface.lines[0]) <= 12)
    #expect(isWhole(surface))
  }

  @Test func `a wide character never stands half inside`() {
    var surface = Surface(width: 3, height: 1)
    surface.write("梯度", x: 0, y: 0)
    #expect(surface.lines == ["梯"])
    surface = Surface(width: 3, height: 1)
    surface.write("梯度", x: -1, y: 0)
    #expect(surface.lines == [" 度"])
  }

  @Test func `a clip cuts wide characters to blanks`() {
    var surface = Surface(width: 6, height: 1)
    surface.write("梯度下", x: 0, y: 0, clip: Rect(x: 1, y: 0, width: 4, height: 1))
    #expect(surface.lines == ["  度"])
  }

  @Test(arguments: [0, 1, 2, 3])
  func `where one half is overwritten the other becomes a blank`(x: Int) {
    var surface = Surface(width: 4, height: 1)
    surface.write("梯度", x: 0, y: 0)
    surface.put("a", x: x, y: 0)
    #expect(surface.lines == [["a 度", " a度", "梯a", "梯 a"][x]])
    #expect(isWhole(surface))
  }

  @Test func `a wide character over the seam of two leaves two blanks`() {
    var surface = Surface(width: 4, height: 1)
    surface.write("梯度", x: 0, y: 0)
    surface.write("下", x: 1, y: 0)
    #expect(surface.lines == [" 下"])
    #expect(isWhole(surface))
  }

  @Test(arguments: [(-1, 0), (0, 0), (1, 0), (2, 2), (3, 2), (4, 4), (.max, 4), (.max - 1, 4)])
  func `a limit of columns cuts before what does not fit`(columns: Int, taken: Int) {
    var surface = Surface(width: 10, height: 1)
    #expect(surface.write("梯度", x: 1, y: 0, columns: columns) == taken)
  }

  @Test func `a combining mark joins the character before it`() {
    var surface = Surface(width: 4, height: 1)
    #expect(surface.write("e\u{301}x", x: 0, y: 0) == 2)
    #expect(surface.lines == ["e\u{301}x"])
    #expect(surface[0, 0].mark == 0x301)
  }

  @Test func `variation selectors are left out`() {
    var surface = Surface(width: 4, height: 1)
    surface.write("\u{2764}\u{FE0F}!", x: 0, y: 0)
    #expect(surface.lines == ["\u{2764}!"])
  }

  @Test func `control characters are never drawn`() {
    var surface = Surface(width: 30, height: 1)
    surface.write("a\u{1B}[31m\u{9B}0m\u{7F}\n\t\u{202E}b", x: 0, y: 0)
    #expect(surface.lines == ["a[31m0mb"])
  }

  @Test func `drawing one surface onto another clips it and keeps it whole`() {
    var small = Surface(width: 4, height: 2)
    small.write("梯度", x: 0, y: 0)
    small.write("abcd", x: 0, y: 1)
    var large = Surface(width: 5, height: 2)
    large.blit(small, x: 2, y: 0)
    #expect(large.lines == ["  梯", "  abc"])
    large.blit(small, x: -1, y: 1)
    #expect(large.lines == ["  梯", " 度bc"])
    #expect(isWhole(large))
  }

  @Test func `filling and restyling stay inside their rectangle`() {
    var surface = Surface(width: 4, height: 3)
    surface.fill(Rect(x: 2, y: 1, width: 9, height: 9), with: "#")
    surface.restyle(Rect(x: -5, y: 1, width: 8, height: 1)) { $0.attributes.insert(.bold) }
    #expect(surface.lines == ["", "  ##", "  ##"])
    #expect((0..<4).map { surface[$0, 1].style.attributes == .bold } == [true, true, true, false])
    #expect(surface[0, 2].style == .plain)
  }

  @Test(arguments: 0..<20)
  func `random writing leaves no half of a wide character`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var surface = Surface(width: 9, height: 4)
    for _ in 0..<300 {
      let text = ["梯度", "ab", "e\u{301}", "下x降", "⣿"][Int(random.next() % 5)]
      surface.write(text, x: Int(random.next() % 14) - 3, y: Int(random.next() % 6) - 1)
    }
    #expect(isWhole(surface))
    #expect(surface.lines.allSatisfy { TextWidth.of($0) <= 9 })
  }

  /// Whether every wide character has its right half, and every right half its character.
  private func isWhole(_ surface: Surface) -> Bool {
    (0..<surface.height).allSatisfy { y in
      (0..<surface.width).allSatisfy { x in
        let isLead = TextWidth.of(surface[x, y].scalar) == 2
        let followed = x + 1 < surface.width && surface[x + 1, y].isContinuation
        let preceded = x > 0 && TextWidth.of(surface[x - 1, y].scalar) == 2
        return isLead == followed && (!surface[x, y].isContinuation || preceded)
      }
    }
  }
}
