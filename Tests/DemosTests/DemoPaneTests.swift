import Support
import Terminal
import Testing
import Wording

@testable import Demos

@Suite struct DemoPaneTests {
  @Test func `the pane shows title, goal, picture, narration, metrics, knobs and player line`() {
    var player = DemoPlayer(CountingDemo.self)
    player.seek(to: 12)
    #expect(
      pane(player, Size(width: 60, height: 16), .en) == [
        "Counting                          goal: sum ≥ 10 in 20 steps",
        "sum 12.0", "", "", "", "", "", "", "", "", "",
        "The sum is 12.0.", "", "sum 12       seed 1", "[rate 1 (-10..10)]  start 0   mode: plain",
        "‖ paused  step 12  ✓ goal reached at step 10  10/s",
      ])
  }

  @Test(arguments: [(1, true), (2, true), (3, false), (30, false)])
  func `the pane says when the picture moves in jumps`(framesPerSecond: Int, isReduced: Bool) {
    let view = PlayerView(
      size: Size(width: 78, height: 16), language: .en, theme: .standard(colors: .none),
      framesPerSecond: framesPerSecond)
    var surface = Surface(view.size)
    DemoPane(DemoPlayer(CountingDemo.self).frame(view)).draw(on: &surface, in: surface.bounds, theme: view.theme)
    #expect(surface.lines.last?.contains("reduced motion") == isReduced)
    #expect(view.frameInterval == .nanoseconds(1_000_000_000 / framesPerSecond))
  }

  @Test func `the pane in Chinese says the same`() {
    let lines = pane(DemoPlayer(CountingDemo.self), Size(width: 60, height: 12), .zh)
    #expect(lines.first == "计数                                  目标：20 步内 sum ≥ 10")
    #expect(lines.last == "‖ 已暂停  第 0 步  … 尚未达标  10 步/秒")
  }

  @Test func `a low pane keeps the picture and gives up the rest one by one`() {
    let player = DemoPlayer(CountingDemo.self)
    #expect(pane(player, Size(width: 30, height: 2), .en) == ["sum 0.0", ""])
    #expect(pane(player, Size(width: 30, height: 5), .en)[3] == "The sum is 0.0.")
    #expect(pane(player, Size(width: 30, height: 8), .en)[6].hasPrefix("[rate 1"))
  }

  @Test func `two runs stand beside each other with the knobs in which they differ`() {
    var player = DemoPlayer(CountingDemo.self)
    player.toggleComparison()
    _ = player.turn("rate", to: .number(3))
    player.advance()
    let lines = pane(player, Size(width: 61, height: 16), .en)
    #expect(lines[1] == "  A  rate 1                   │> B  rate 3")
    #expect(lines[2] == "sum 1.0                       │sum 3.0")
  }

  @Test func `the ghost is drawn behind and named`() {
    var player = DemoPlayer(CountingDemo.self)
    player.seek(to: 3)
    player.restart()
    player.advance()
    let lines = pane(player, Size(width: 70, height: 16), .en)
    #expect(lines[2] == "ghost 1.0")
    #expect(lines.last?.hasSuffix("with ghost") == true)
  }

  @Test func `a refused text stands above the narration with carets under its fault`() {
    let theme = Theme.standard(colors: .none)
    let fault = InputFault(Bilingual(en: "a value is missing", zh: "缺少一个值"), at: 5..<6)
    let player = DemoPlayer(CountingDemo.self)
    func lines(_ text: String, _ columns: Int) -> [String] {
      let size = Size(width: columns, height: 16)
      let frame = player.frame(PlayerView(size: size, language: .en, theme: theme), fault: fault, refusedText: text)
      var surface = Surface(size)
      DemoPane(frame).draw(on: &surface, in: surface.bounds, theme: theme)
      return Array(surface.lines[9...11])
    }
    #expect(lines("x + (", 60) == ["x + (", "     ^", "! a value is missing"])
    #expect(lines("权重 * *", 60) == ["权重 * *", "       ^", "! a value is missing"])
    #expect(lines("012345678", 4)[0...1] == ["2345", "   ^"])
  }

  @Test(arguments: testSizes, [GlyphTier.unicode, .ascii])
  func `the selected knob is always in sight`(size: Size, glyphs: GlyphTier) {
    guard size.height >= 8 else { return }
    let player = DemoPlayer(CountingDemo.self)
    for selected in 0..<3 {
      let theme = Theme.standard(colors: .none, glyphs: glyphs)
      let frame = player.frame(PlayerView(size: size, language: .en, theme: theme), selectedKnob: selected)
      var surface = Surface(size)
      DemoPane(frame).draw(on: &surface, in: surface.bounds, theme: theme)
      #expect(surface.text.contains("[" + CountingDemo.card.knobs[selected].title.en))
    }
  }

  @Test(arguments: testSizes + [Size(width: 100, height: 19), Size(width: 80, height: 21)], Language.allCases)
  func `every knob comes into sight, with marks where there are more`(size: Size, language: Language) {
    guard size.height >= 8, size.width >= 40 else { return }
    let player = DemoPlayer(GradientDescentDemo.self)
    for (selected, knob) in GradientDescentDemo.card.knobs.enumerated() {
      let theme = Theme.standard(colors: .none)
      let frame = player.frame(PlayerView(size: size, language: language, theme: theme), selectedKnob: selected)
      var surface = Surface(size)
      DemoPane(frame).draw(on: &surface, in: surface.bounds, theme: theme)
      let text = surface.text
      #expect(text.contains("[" + knob.title[language]))
      let hidden = GradientDescentDemo.card.knobs.filter {
        !text.contains($0.title[language] + (language == .en ? ": " : "：")) && !text.contains($0.title[language] + " ")
      }
      #expect(hidden.isEmpty == !(text.contains("‹") || text.contains("›")), "\(hidden.map(\.id))")
      if size.height >= 20 && size.width >= 80 { #expect(hidden.isEmpty, "\(hidden.map(\.id))") }
    }
  }

  @Test func `the preset in force is named, shortened where it does not fit`() {
    var player = DemoPlayer(GradientDescentDemo.self)
    for _ in 0..<3 { _ = player.useNextPreset() }
    #expect(
      pane(player, Size(width: 60, height: 12), .en).last?.hasPrefix("‖ paused  step 0  preset 3/7: A rate too large")
        == true)
    #expect(pane(player, Size(width: 40, height: 12), .en).last == "‖ paused  step 0  preset 3/7: A rate to…")
    #expect(pane(player, Size(width: 60, height: 12), .zh).last?.contains("预设 3/7：学习率过大") == true)
  }

  @Test func `long Chinese narration is not broken before a closing mark`() {
    let lines = NarrationText.lines("学习率太大了，损失在增长，请减小。", columns: 12, rows: 4, glyphs: .unicode)
    #expect(lines == ["学习率太大", "了，损失在增", "长，请减小。"])
    #expect(NarrationText.lines("one two three", columns: 8, rows: 2, glyphs: .unicode) == ["one two", "three"])
    #expect(NarrationText.lines("one two three", columns: 6, rows: 1, glyphs: .ascii) == ["one..."])
  }

  private func pane(_ player: DemoPlayer, _ size: Size, _ language: Language) -> [String] {
    let theme = Theme.standard(colors: .none)
    var surface = Surface(size)
    DemoPane(player.frame(PlayerView(size: size, language: language, theme: theme)))
      .draw(on: &surface, in: surface.bounds, theme: theme)
    return surface.lines
  }
}
