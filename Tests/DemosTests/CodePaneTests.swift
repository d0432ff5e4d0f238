import Language
import Support
import Terminal
import Testing
import Wording

@testable import Demos

@Suite struct CodePaneTests {
  init() { AssetFolder.set(SelfAttentionSupport.assets) }

  private static let ids = DemoCatalogue.all.map { $0.card.id }
  private let twin = Bilingual(
    en: "import numpy as np\nw = w - 0.1 * g\n", zh: "import numpy as np\n# 更新\nw = w - 0.1 * g\n")

  private func player(_ id: String, preset: String? = nil) throws -> DemoPlayer {
    let type = try #require(DemoCatalogue.demo(id))
    var player = DemoPlayer(type)
    if let preset = type.card.presets.first(where: { $0.id == preset }) { _ = player.use(preset) }
    return player
  }

  private func draw(
    _ player: DemoPlayer, _ pane: inout CodePane, _ size: Size, language: Language = .en,
    theme: Theme = .standard(colors: .none)
  ) -> Surface {
    let frame = player.frame(PlayerView(size: size, language: language, theme: theme, showsCode: true))
    var surface = Surface(size)
    DemoPane(frame).draw(on: &surface, in: surface.bounds, theme: theme)
    pane.draw(frame, on: &surface, in: surface.bounds, theme: theme)
    return surface
  }

  @Test(arguments: ids)
  func `every figure and every active line is found beside exactly one line of the card's regions`(id: String) throws {
    let card = try player(id).card
    for preset in [nil] + card.presets.map(\.id) {
      var player = try player(id, preset: preset)
      for _ in 0..<40 {
        for figure in player.demo.figures {
          #expect(card.regions.contains(figure.region))
          #expect(SourceRegion.named(figure.region)?.line(with: figure.line) != nil, "\(figure)")
        }
        if let line = player.demo.activeLine {
          let region = SourceRegion.named(player.demo.activeRegion ?? "")
          #expect(region?.line(with: line) != nil, "\(line)")
        }
        if !player.advance() { break }
      }
      #expect(!player.demo.figures.isEmpty, "\(preset ?? "default")")
    }
  }

  @Test func `the figures are those of the run`() throws {
    var player = try player("gradient-descent", preset: "just-right")
    #expect(player.demo.figures.isEmpty)
    player.advance()
    // On the bowl from (4, 3) with rate 0.2: w = 0.8 w.
    let figures = player.demo.figures
    #expect(figures.first { $0.name == "g" }?.value == "(4, 3)")
    #expect(figures.first { $0.name == "w" }?.value == "(3.2, 2.4)")
  }

  @Test func `going back, the figures of a node are its share and what came of it`() throws {
    var player = try player("backpropagation")
    _ = player.type("x*x + x; x = 3")
    // Forward x*x, then the sum; the seed; then back through the sum and through the product.
    player.seek(to: 5)
    let figures = player.demo.figures
    #expect(
      figures.filter { $0.region.hasSuffix("#backward") }.map { "\($0.name) \($0.value)" } == [
        "node #1", "gradient 1", "byA 3", "byB 3", "∂L/∂x 7",
      ])
    #expect(figures.filter { $0.region.hasSuffix("#local-derivatives") }.allSatisfy { $0.line == "case .multiply:" })
  }

  @Test func `of attention the chosen number stands at every stage that has it`() throws {
    var player = try player("self-attention", preset: "crown")
    player.seek(to: 7)
    let figures = player.demo.figures
    let chosen = figures.filter { $0.name.contains("[her, queen]") }.map(\.name)
    #expect(chosen == ["S[her, queen]", "S/√d[her, queen]", "S+M[her, queen]", "A[her, queen]"])
    #expect(figures.first { $0.name == "X" }?.value.hasPrefix("[") == true)
    let weight = try #require(figures.first { $0.name == "A[her, queen]" }.flatMap { Double($0.value) })
    #expect(weight > 0.5 && weight < 1)
  }

  @Test func `an arrow marks the rule of the node that is computed next, and follows the run`() throws {
    var player = try player("backpropagation")
    var pane = CodePane(player.card)
    var marked: [String] = []
    for _ in 0..<4 {
      let lines = draw(player, &pane, testSizes[1]).lines
      marked.append(lines.first { $0.contains("▶") && $0.contains("case") } ?? "")
      player.advance()
    }
    #expect(marked[0].contains("case .multiply:") && marked[1].contains("case .multiply:"))
    #expect(marked[2].contains("case .add:"))
  }

  @Test func `it scrolls by itself to the region that runs, wherever that is`() throws {
    var player = try player("backpropagation")
    var pane = CodePane(player.card)
    repeat {
      let lines = draw(player, &pane, testSizes[1]).lines
      guard player.demo.activeRegion != nil else { break }
      #expect(lines.contains { $0.contains("▶ ") || $0.contains("┃ ") }, "step \(player.step)")
    } while player.advance()
  }

  @Test func `scrolled away it stays there, until the run goes on elsewhere`() throws {
    var player = try player("backpropagation")
    var pane = CodePane(player.card)
    let start = draw(player, &pane, testSizes[1])
    pane.page(by: 3)
    let away = draw(player, &pane, testSizes[1])
    #expect(away != start && draw(player, &pane, testSizes[1]) == away)
    pane.page(by: -100)
    #expect(draw(player, &pane, testSizes[1]) == start)
    pane.page(by: 100)
    player.seek(to: 3)
    #expect(draw(player, &pane, testSizes[1]).lines.contains { $0.contains("▶") && $0.contains("case") })
  }

  @Test func `on a wide pane picture, source and Python stand side by side`() throws {
    var player = try player("gradient-descent", preset: "zigzag")
    player.seek(to: 5)
    var pane = CodePane(player.card, twin: twin)
    let lines = draw(player, &pane, testSizes[3]).lines
    #expect(lines.contains { $0.contains("w -= rates.learningRate * g  ← w = (") })
    #expect(lines.contains { $0.contains("[sgd]") && $0.contains("The same in Python") })
    #expect(lines.contains { $0.contains("loss") })
    let hasTurned = pane.turn()
    #expect(!hasTurned, "nothing to turn to where both are shown")
  }

  @Test func `on a high pane the source stands below the picture, Python beside it`() throws {
    var player = try player("backpropagation")
    player.seek(to: 9)
    var pane = CodePane(player.card, twin: twin)
    let lines = draw(player, &pane, testSizes[2]).lines
    let picture = try #require(lines.firstIndex { $0.contains("#5 tanh") })
    let source = try #require(lines.firstIndex { $0.contains("[backward]") })
    #expect(picture < source && lines[source].contains("The same in Python"))
  }

  @Test func `on a small pane Python is the second page, in the learner's language`() throws {
    let player = try player("gradient-descent")
    var pane = CodePane(player.card, twin: twin)
    let source = draw(player, &pane, testSizes[1]).text
    #expect(source.contains("mutating func update") && !source.contains("numpy"))
    let hasTurned = pane.turn()
    #expect(hasTurned)
    let english = draw(player, &pane, testSizes[1]).text
    let chinese = draw(player, &pane, testSizes[1], language: .zh).text
    #expect(english.contains("import numpy") && !english.contains("mutating func"))
    #expect(chinese.contains("# 更新"))
    let hasTurnedAgain = pane.turn()
    #expect(!hasTurnedAgain, "the last page is followed by closing")
  }

  @Test(arguments: ids, testSizes)
  func `it draws at every size, and in ASCII with nothing above 0x7E but text`(id: String, size: Size) throws {
    var player = try player(id)
    var (pane, plain) = (CodePane(player.card, twin: twin), CodePane(player.card, twin: twin))
    for _ in 0..<12 {
      let surface = draw(player, &pane, size)
      #expect(surface.size == size)
      let ascii = draw(player, &plain, size, theme: .standard(colors: .none, glyphs: .ascii))
      #expect(ascii.cells.allSatisfy { $0.scalar <= 0x7E || TextWidth.of($0.scalar) == 2 })
      player.advance()
    }
  }
}
