import Support
import Terminal
import Testing

@testable import Widgets

let mono = Theme.standard(colors: .none)
let ascii = Theme.standard(colors: .none, glyphs: .ascii)

struct ListViewTests {
  private func picture(_ list: ListView, _ width: Int, _ height: Int, theme: Theme = mono) -> [String] {
    var surface = Surface(width: width, height: height)
    list.draw(on: &surface, in: surface.bounds, theme: theme)
    return surface.lines
  }

  private let list = ListView([
    ListRow(StyledText("Gradient descent"), mark: StyledText("✓"), detail: StyledText("done")),
    ListRow(StyledText("反向传播"), mark: StyledText("·"), detail: StyledText("due")),
  ])

  @Test func `the selected row has a pointer, details stand at the right`() {
    #expect(picture(list, 30, 3) == ["❯ ✓ Gradient descent      done", "  · 反向传播               due", ""])
  }

  @Test func `a detail goes before the text is cut`() {
    #expect(picture(list, 18, 2) == ["❯ ✓ Gradient des…", "  · 反向传播   due"])
  }

  @Test func `the selected row is marked by reverse over its whole width`() {
    var surface = Surface(width: 30, height: 2)
    list.draw(on: &surface, in: surface.bounds, theme: mono)
    #expect((0..<30).allSatisfy { surface[$0, 0].style.attributes.contains(.reverse) })
    #expect((0..<30).allSatisfy { !surface[$0, 1].style.attributes.contains(.reverse) })
  }

  @Test func `keys move the selection and stop at the ends`() {
    var list = ListView((0..<30).map { ListRow("row \($0)") })
    for (key, selected) in [
      (Key.up, 0), (.down, 1), (.character("j"), 2), (.character("k"), 1), (.pageDown, 11), (.end, 29), (.down, 29),
      (.pageUp, 19), (.character("g"), 0),
    ] {
      let used = list.handle(key)
      #expect(used && list.selected == selected)
    }
    let used = list.handle(.enter)
    #expect(!used)
  }

  @Test(arguments: 0..<30)
  func `the selected row is on the screen`(selected: Int) {
    let list = ListView((0..<30).map { ListRow("row \($0)") }, selected: selected)
    #expect(picture(list, 40, 7).contains { $0.hasPrefix("❯ row \(selected)") })
  }

  @Test func `long options wrap under their text`() {
    let list = ListView([ListRow("学习率太大会发散"), ListRow("b")], selected: 1, wraps: true)
    #expect(picture(list, 11, 4, theme: ascii) == ["  学习率太", "  大会发散", "> b", ""])
  }

  @Test func `a click finds its row`() {
    let rect = Rect(x: 2, y: 1, width: 20, height: 4)
    #expect(list.index(at: Point(x: 3, y: 2), in: rect, theme: mono) == 1)
    #expect(list.index(at: Point(x: 3, y: 4), in: rect, theme: mono) == nil)
    #expect(list.index(at: Point(x: 0, y: 1), in: rect, theme: mono) == nil)
  }

  @Test func `fewer rows bring the selection back inside`() {
    var list = ListView((0..<5).map { ListRow("\($0)") }, selected: 4)
    list.rows = [ListRow("only")]
    #expect(list.selected == 0)
    list.rows = []
    #expect(list.selected == 0)
  }

  @Test(arguments: testSizes)
  func `a list is drawn at any size, empty too`(size: Size) {
    _ = picture(list, size.width, size.height)
    #expect(picture(ListView([]), size.width, size.height).joined() == "")
  }
}
