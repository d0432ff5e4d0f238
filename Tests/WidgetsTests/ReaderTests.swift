import Markup
import Support
import Terminal
import Testing

@testable import Widgets

private func reader(_ text: String, width: Int, height: Int = 24, theme: Theme = mono) -> Reader {
  var reader = Reader(MarkdownParser.parse(text).document)
  reader.layOut(in: Size(width: width, height: height), theme: theme) { fence, width in
    [StyledText("[\(fence.kind) \(fence.arguments)]").truncated(to: width)]
  }
  return reader
}

private func picture(_ reader: Reader, width: Int, height: Int = 24, theme: Theme = mono) -> [String] {
  var surface = Surface(width: width, height: height)
  reader.draw(on: &surface, in: surface.bounds, theme: theme)
  var lines = surface.lines
  while lines.last == "" { lines.removeLast() }
  return lines
}

struct ReaderTests {
  static let english = """
    # Gradient descent

    The derivative $\\frac{\\partial L}{\\partial w}$ says how the loss changes; **walk downhill** in `small` steps.

    $$L = \\frac{1}{n}\\sum_{i=1}^{n} (y_i - t_i)^2$$

    - too small: it creeps
    - too large: it diverges, and the loss grows without end

    | Name | Rate |
    |:--|--:|
    | slow 慢 | 0.01 |
    | fast | 2 |

    ```demo gradient-descent
    ```

    > Try it.
    """

  static let chinese = """
    # 梯度下降

    导数 $\\frac{\\partial L}{\\partial w}$ 说明损失如何变化；**沿下坡**走小步，“一步一步来”，学习率（learning rate）太大就会发散。

    $$L = \\frac{1}{n}\\sum_{i=1}^{n} (y_i - t_i)^2$$

    - 太小：走得很慢
    - 太大：发散

    | 名称 | 学习率 |
    |:--|--:|
    | 慢 | 0.01 |
    | 快 | 2 |

    ```demo gradient-descent
    ```

    > 试一试。
    """

  @Test func `an English lesson at 60 columns`() {
    #expect(
      picture(reader(Self.english, width: 60, height: 40), width: 60, height: 40) == [
        " Gradient descent",
        " ━━━━━━━━━━━━━━━━",
        "",
        " The derivative ∂L/∂w says how the loss changes; walk",
        " downhill in `small` steps.",
        "",
        "          1   n",
        "     L = ───  ∑  (yᵢ − tᵢ)²",
        "          n  i=1",
        "",
        " • too small: it creeps",
        " • too large: it diverges, and the loss grows without end",
        "",
        " Name    │ Rate",
        " ────────┼─────",
        " slow 慢 │ 0.01",
        " fast    │    2",
        "",
        " [demo gradient-descent]",
        "",
        " ▎ Try it.",
      ])
  }

  @Test func `a Chinese lesson at 40 columns`() {
    #expect(
      picture(reader(Self.chinese, width: 40, height: 40), width: 40, height: 40) == [
        " 梯度下降",
        " ━━━━━━━━",
        "",
        " 导数 ∂L/∂w 说明损失如何变化；沿下坡走",
        " 小步，“一步一步来”，学习率（learning",
        " rate）太大就会发散。",
        "",
        "        1   n",
        "   L = ───  ∑  (yᵢ − tᵢ)²",
        "        n  i=1",
        "",
        " • 太小：走得很慢",
        " • 太大：发散",
        "",
        " 名称 │ 学习率",
        " ─────┼───────",
        " 慢   │   0.01",
        " 快   │      2",
        "",
        " [demo gradient-descent]",
        "",
        " ▎ 试一试。",
      ])
  }

  @Test func `in ASCII nothing but the lesson's own text is beyond it`() {
    let lines = picture(reader(Self.english, width: 60, height: 40, theme: ascii), width: 60, height: 40, theme: ascii)
    #expect(lines.joined().unicodeScalars.allSatisfy { $0.value <= 0x7E || $0 == "慢" })
  }

  @Test(arguments: testSizes, [english, chinese])
  func `a lesson is drawn at any size`(size: Size, text: String) {
    let shown = reader(text, width: size.width, height: size.height)
    #expect(shown.page.lines.allSatisfy { $0.text.width <= max(2, Reader.textWidth(size.width)) || size.width < 8 })
    _ = picture(shown, width: size.width, height: size.height)
  }

  @Test func `text is at most 90 columns wide`() {
    let long = reader(String(repeating: "word ", count: 200), width: 200)
    #expect(long.page.lines.map(\.text.width).max() ?? 0 <= 90)
  }

  // MARK: Scrolling

  @Test func `keys scroll and stop at the ends`() {
    var shown = reader(Self.english, width: 40, height: 6)
    let last = shown.page.lines.count - 6
    let steps: [(Key, Bool, Int)] = [
      (.up, false, 0), (.down, true, 1), (.character(" "), true, 5), (.character("G"), true, last),
      (.pageDown, false, last), (.pageUp, true, last - 4), (.end, true, last), (.character("g"), true, 0),
      (.enter, false, 0),
    ]
    for (key, used, top) in steps {
      let answer = shown.handle(key)
      #expect(answer == used && shown.top == top, "\(key)")
    }
    shown.scroll(by: last)
    #expect(shown.progress == 1)
  }

  @Test func `the fences on the screen are known`() {
    var shown = reader(Self.english, width: 60, height: 6)
    #expect(shown.visibleFences.isEmpty)
    _ = shown.handle(.end)
    #expect(shown.visibleFences.map(\.arguments) == ["gradient-descent"])
  }

  // MARK: Place

  @Test func `every row is found again at the same width`() {
    let shown = reader(Self.english, width: 40, height: 5)
    for line in shown.page.lines.indices {
      #expect(shown.page.line(of: shown.page.position(ofLine: line)) == line)
    }
  }

  @Test(arguments: [30, 60, 120])
  func `another width keeps the block at the top`(width: Int) {
    var shown = reader(Self.english, width: 44, height: 5)
    while shown.page.lines[shown.top].block < 3 { shown.scroll(by: 1) }
    shown.layOut(in: Size(width: width, height: 5), theme: mono) { _, _ in [StyledText("x")] }
    #expect(shown.page.lines[shown.top].block == 3)
  }

  @Test func `the other language keeps the place`() {
    var shown = reader(Self.english, width: 60, height: 5)
    while shown.page.lines[shown.top].block < 4 { shown.scroll(by: 1) }
    shown.show(MarkdownParser.parse(Self.chinese).document)
    shown.layOut(in: Size(width: 60, height: 5), theme: mono) { _, _ in [StyledText("x")] }
    #expect(shown.page.lines[shown.top].block == 4)
    #expect(picture(shown, width: 60, height: 5).first?.contains("名称") == true)
  }

  @Test func `a saved place is restored before the first layout`() {
    var first = reader(Self.english, width: 60, height: 5)
    first.scroll(by: 9)
    var second = Reader(first.document)
    second.go(to: first.position)
    second.layOut(in: Size(width: 60, height: 5), theme: mono) { _, _ in [StyledText("x")] }
    #expect(second.top == first.top)
  }

  @Test(arguments: [
    ReaderPosition(block: 99, offset: 5), ReaderPosition(block: -1, offset: -7), ReaderPosition(block: 2, offset: 5000),
  ])
  func `a place that is not in the document is brought inside`(position: ReaderPosition) {
    var shown = reader(Self.english, width: 60, height: 5)
    shown.go(to: position)
    #expect((0...(shown.page.lines.count - 5)).contains(shown.top))
  }

  // MARK: Search

  @Test func `a search counts, goes to the first finding and steps around`() {
    var shown = reader(Self.english, width: 40, height: 6)
    let count = shown.search("IT ")
    #expect(count == 4 && shown.search?.current == 0)
    for (key, current) in [("n", 1), ("N", 0), ("N", 3)] as [(Character, Int)] {
      let used = shown.handle(.character(key))
      #expect(used && shown.search?.current == current)
    }
    #expect(picture(shown, width: 40, height: 6).contains { $0.contains("Try it") })
    shown.search("")
    let used = shown.handle(.character("n"))
    #expect(shown.search == nil && !used)
  }

  @Test func `a finding may go on in the next row`() {
    var shown = reader(Self.english, width: 60, height: 40)
    shown.search("walk downhill")
    #expect(shown.search?.findings.map(\.count) == [2])
    shown.search("沿下坡")
    #expect(shown.search?.findings.isEmpty == true)
  }

  @Test func `a finding in Chinese may go on in the next row, and words are not run together`() {
    var shown = reader("梯度下降梯度下降梯度下降\n\nis it", width: 12, height: 9)
    shown.search("下降梯度")
    #expect(shown.search?.findings.count == 2)
    shown.search("sit")
    #expect(shown.search?.findings.isEmpty == true)
  }

  @Test func `findings are marked without colour`() {
    var shown = reader("alpha beta", width: 40, height: 3)
    shown.search("beta")
    var surface = Surface(width: 40, height: 3)
    shown.draw(on: &surface, in: surface.bounds, theme: mono)
    #expect(surface[7, 0].style.attributes.contains(.reverse))
    #expect(!surface[6, 0].style.attributes.contains(.reverse))
  }

  @Test func `findings move with the width`() {
    var shown = reader(Self.english, width: 60, height: 40)
    shown.search("diverges")
    shown.layOut(in: Size(width: 30, height: 40), theme: mono) { _, _ in [] }
    let stretch = shown.search?.findings.first?.first
    let line = stretch.map { shown.page.lines[$0.line].text.plain }
    #expect(line?.contains("diverges") == true)
  }

  // MARK: Hostile text

  @Test(arguments: [
    "\u{1B}[31mred", "a\u{202E}b", "&#27;]0;x&#7;", "`\u{9B}2J`", "z\u{300}\u{301}\u{302}\u{303}\u{304}", "a\u{7F}b",
    "| \u{1B} |\n|---|\n| \u{8} |",
  ])
  func `no control character reaches a cell`(text: String) {
    let shown = reader(text, width: 40, height: 5)
    var surface = Surface(width: 40, height: 5)
    shown.draw(on: &surface, in: surface.bounds, theme: mono)
    for cell in surface.cells where !cell.isContinuation {
      #expect(
        cell.scalar >= 0x20 && !Sanitizer.isForbidden(cell.scalar) && !Sanitizer.isForbidden(cell.mark | 0x100_0000))
    }
  }
}
