import Support
import Terminal
import Testing

@testable import Widgets

/// The widgets that have little or no state, as pictures.
struct WidgetPictureTests {
  private func picture(_ width: Int, _ height: Int, _ draw: (inout Surface) -> Void) -> [String] {
    var surface = Surface(width: width, height: height)
    draw(&surface)
    return surface.lines
  }

  // MARK: Frame

  @Test func `a border carries its title, heavier where the keys go`() {
    let plain = picture(16, 3) { Frame(title: "损失 Loss").draw(on: &$0, in: $0.bounds, theme: mono) }
    #expect(plain == ["╭─ 损失 Loss ──╮", "│              │", "╰──────────────╯"])
    let focused = picture(12, 3) { Frame(title: "Demo", isFocused: true).draw(on: &$0, in: $0.bounds, theme: mono) }
    #expect(focused == ["┏━ Demo ━━━┓", "┃          ┃", "┗━━━━━━━━━━┛"])
    let plainASCII = picture(12, 3) { Frame(title: "Demo", footer: "q").draw(on: &$0, in: $0.bounds, theme: ascii) }
    #expect(plainASCII == ["+- Demo ---+", "|          |", "+------ q -+"])
  }

  @Test(arguments: [(0, 0), (1, 1), (1, 5), (5, 1), (2, 2), (3, 3)])
  func `a border survives any size`(width: Int, height: Int) {
    var surface = Surface(width: width, height: height)
    let inside = Frame(title: "long title").draw(on: &surface, in: surface.bounds, theme: mono)
    #expect(inside.width == max(0, width - 2) || inside.isEmpty)
  }

  // MARK: Tabs

  @Test func `the chosen tab stands in brackets and Tab goes round`() {
    var tabs = Tabs(["Theory", "演示", "Quiz"])
    _ = tabs.handle(.tab)
    #expect(picture(24, 1) { tabs.draw(on: &$0, in: $0.bounds, theme: mono) } == [" Theory  [演示]  Quiz"])
    _ = tabs.handle(.backTab)
    _ = tabs.handle(.backTab)
    #expect(tabs.selected == 2)
    let used = tabs.handle(.character("x"))
    #expect(!used)
  }

  @Test func `the chosen tab is on the screen where room is short, and clicks find tabs`() {
    let tabs = Tabs(["Theory", "Demo", "Quiz"], selected: 2)
    #expect(picture(8, 1) { tabs.draw(on: &$0, in: $0.bounds, theme: mono) } == ["[Quiz]"])
    let wide = Rect(x: 0, y: 0, width: 40, height: 1)
    #expect(tabs.index(at: Point(x: 10, y: 0), in: wide) == 1)
    #expect(tabs.index(at: Point(x: 39, y: 0), in: wide) == nil)
  }

  // MARK: Gauge

  @Test(arguments: [
    (0.0, "╌╌╌╌ 1/2"), (0.5, "━━╌╌ 1/2"), (1.0, "━━━━ 1/2"), (7.0, "━━━━ 1/2"), (-1.0, "╌╌╌╌ 1/2"), (.nan, "╌╌╌╌ 1/2"),
    (.infinity, "━━━━ 1/2"),
  ])
  func `a gauge is filled by its fraction`(fraction: Double, row: String) {
    #expect(picture(8, 1) { Gauge(fraction, text: "1/2").draw(on: &$0, in: $0.bounds, theme: mono) } == [row])
  }

  @Test func `a gauge in ASCII has brackets`() {
    #expect(picture(10, 1) { Gauge(0.5, text: "x").draw(on: &$0, in: $0.bounds, theme: ascii) } == ["[###...] x"])
  }

  // MARK: Status line

  private let status = StatusLine(
    message: StyledText("Saved"), hints: [KeyHint("q", "back"), KeyHint("?", "help"), KeyHint("Space", "play")])

  @Test(arguments: [
    (40, "Saved       q back · ? help · Space play"), (34, "Saved              q back · ? help"),
    (14, "Saved   q back"),
    (8, "  q back"), (3, "Sa…"),
  ])
  func `hints are dropped from the end`(width: Int, row: String) {
    let shown = picture(width, 1) { status.draw(on: &$0, in: $0.bounds, theme: mono) }
    #expect(shown == [row])
  }

  // MARK: Overlay

  @Test func `an overlay stands in the middle over what is there`() {
    var overlay = Overlay(title: "Help", text: [StyledText("q  back"), StyledText("?  this")], footer: "Esc")
    overlay.layOut(in: Size(width: 20, height: 6))
    let shown = picture(20, 6) { surface in
      surface.fill(surface.bounds, with: ".")
      overlay.draw(on: &surface, in: surface.bounds, theme: ascii)
    }
    #expect(
      shown == [
        "....................",
        "....+= Help ===+....",
        "....| q  back  |....",
        "....| ?  this  |....",
        "....+==== Esc =+....",
        "....................",
      ])
  }

  @Test func `a long overlay scrolls and stops`() {
    var overlay = Overlay(title: "T", text: (0..<50).map { StyledText("row \($0)") })
    overlay.layOut(in: Size(width: 80, height: 24))
    #expect(picture(80, 24) { overlay.draw(on: &$0, in: $0.bounds, theme: mono) }.contains { $0.contains("row 0") })
    _ = overlay.handle(.end)
    let shown = picture(80, 24) { overlay.draw(on: &$0, in: $0.bounds, theme: mono) }
    #expect(shown.contains { $0.contains("row 49") } && shown.contains { $0.contains("row 28") })
    let used = overlay.handle(.enter)
    #expect(!used)
  }

  // MARK: Tables

  @Test func `a table has exact columns, numbers at the right`() {
    let table = TableView(columns: ["名称", "loss"], rows: [["慢", "0.5"], ["fast", "12.25"]])
    #expect(
      picture(20, 5) { table.draw(on: &$0, in: $0.bounds, theme: mono) } == [
        "名称   loss", "───────────", "慢      0.5", "fast  12.25", "",
      ])
  }

  @Test func `a table's rows scroll under its head`() {
    var table = TableView(columns: ["n"], rows: (0..<40).map { ["\($0)"] })
    _ = table.handle(.pageDown)
    #expect(picture(10, 4) { table.draw(on: &$0, in: $0.bounds, theme: mono) } == [" n", "──", "10", "11"])
    _ = table.handle(.end)
    #expect(picture(10, 4) { table.draw(on: &$0, in: $0.bounds, theme: mono) } == [" n", "──", "38", "39"])
  }

  @Test(arguments: [([5, 30, 8], 30, [5, 17, 8]), ([10, 10], 8, [4, 4]), ([3, 3], 1, [1, 1]), ([2], 9, [2])])
  func `wide columns give up room first`(natural: [Int], room: Int, expected: [Int]) {
    #expect(ColumnWidths.fitted(natural, room: room) == expected)
  }

  // MARK: The rest

  @Test(arguments: [(0, 0), (50, 9), (100, 9), (25, 4)])
  func `the scroll mark stands where the page does`(top: Int, row: Int) {
    let shown = picture(1, 20) {
      ScrollMark(top: top, visible: 100, total: 200).draw(on: &$0, in: $0.bounds, theme: ascii)
    }
    #expect(shown.filter { $0 == "#" }.count == 10)
    #expect((shown.firstIndex(of: "#") ?? -1) <= max(row, 10))
    #expect(top != 100 || shown.last == "#")
    #expect(top != 0 || shown.first == "#")
  }

  @Test func `a paragraph wraps and is cut at the bottom`() {
    let paragraph = Paragraph("梯度下降法 is simple")
    #expect(paragraph.height(width: 10) == 2)
    #expect(picture(6, 2) { paragraph.draw(on: &$0, in: $0.bounds, theme: mono) } == ["梯度下", "降法"])
  }

  @Test(arguments: testSizes, [mono, ascii, Theme.standard(colors: .truecolor)])
  func `every widget is drawn at any size`(size: Size, theme: Theme) {
    var surface = Surface(size)
    let all = surface.bounds
    var overlay = Overlay(title: "帮助 Help", text: [StyledText("一二三四五六七八九十")], footer: "Esc")
    overlay.layOut(in: size)
    status.draw(on: &surface, in: all, theme: theme)
    Tabs(["理论", "Demo"]).draw(on: &surface, in: all, theme: theme)
    TableView(columns: ["甲", "b"], rows: [["1", "2"], []]).draw(on: &surface, in: all, theme: theme)
    Gauge(0.3, text: "3/10").draw(on: &surface, in: all, theme: theme)
    overlay.draw(on: &surface, in: all, theme: theme)
    let isASCII = theme.glyphs == .ascii
    #expect(!isASCII || surface.cells.allSatisfy { $0.scalar <= 0x7E || TextWidth.of($0.scalar) == 2 })
  }
}
