import Demos
import Language
import Support
import Terminal
import Testing
import Wording

/// What every demo of the catalogue keeps: the player, the lessons and the command line rely on it.
@Suite struct DemoContractTests {
  static let ids = DemoCatalogue.all.map { $0.card.id }

  init() { AssetFolder.set(SelfAttentionSupport.assets) }

  private func type(_ id: String) throws -> any Demo.Type { try #require(DemoCatalogue.demo(id)) }

  @Test func `ids are unique and kebab-case`() {
    #expect(Set(Self.ids).count == Self.ids.count)
    for id in Self.ids { #expect(isKebab(id), "\(id)") }
  }

  @Test(arguments: ids)
  func `the card is sound`(id: String) throws {
    let card = try type(id).card
    let names = card.knobs.map(\.id) + card.presets.map(\.id)
    for name in names { #expect(isKebab(name), "\(name)") }
    #expect(Set(card.knobs.map(\.id)).count == card.knobs.count)
    #expect(Set(card.presets.map(\.id)).count == card.presets.count)
    for knob in card.knobs {
      #expect(knob.accepts(knob.defaultValue), "\(knob.id): the default is out of range")
      expectBilingual(knob.title)
      expectSoundRange(knob)
    }
    for text in [card.title] + card.presets.map(\.title) + card.keys.map(\.title) { expectBilingual(text) }
    #expect(card.defaultSteps > 0)
    #expect(card.goal.steps > 0)
  }

  @Test(arguments: ids)
  func `its regions are in the program, and those that run are on the card`(id: String) throws {
    let card = try type(id).card
    #expect(!card.regions.isEmpty)
    for region in card.regions { #expect(SourceRegion.named(region) != nil, "\(region)") }
    var player = DemoPlayer(try type(id))
    for _ in 0..<card.goal.steps {
      guard let region = player.demo.activeRegion else { break }
      #expect(card.regions.contains(region), "\(region)")
      guard player.advance() else { break }
    }
    if player.isFinished { #expect(player.demo.activeRegion == nil) }
  }

  @Test(arguments: ids)
  func `the same seed gives the same numbers, and names stay`(id: String) throws {
    let one = try Array(HeadlessRun(type(id), steps: 30, seed: 5)).map(\.json)
    let other = try Array(HeadlessRun(type(id), steps: 30, seed: 5)).map(\.json)
    #expect(!one.isEmpty)
    #expect(one == other)
    let names = DemoPlayer(try type(id)).demo.metrics.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(isKebab(name), "\(name)") }
    for row in try HeadlessRun(type(id), steps: 30) { #expect(row.metrics.map(\.name) == names) }
  }

  @Test(arguments: ids)
  func `a copy is a checkpoint: going back and on gives the same numbers`(id: String) throws {
    var player = DemoPlayer(try type(id), seed: 2)
    var rows: [[Metric]] = [player.demo.metrics]
    while player.step < 12, player.advance() { rows.append(player.demo.metrics) }
    let last = player.step
    for step in [last, last / 2, 1, 0, last - 1, last] where step <= last && step >= 0 {
      player.seek(to: step)
      #expect(bits(player.demo.metrics) == bits(rows[step]), "step \(step)")
    }
  }

  @Test(arguments: ids, [1, 2, 3] as [UInt64])
  func `its goal is reached with the default knobs, by running`(id: String, seed: UInt64) throws {
    let goal = try type(id).card.goal
    var player = DemoPlayer(try type(id), seed: seed)
    #expect(player.demo.metric(goal.metric) != nil, "the goal's metric is none of the demo's")
    #expect(player.goalState == .notYet, "reached before the first step")
    while player.step < goal.steps, player.goalState == .notYet, player.advance() {}
    guard case .reached = player.goalState else {
      Issue.record(
        "\(goal.metric) is \(String(describing: player.demo.metric(goal.metric))) after \(player.step) steps")
      return
    }
  }

  @Test(arguments: ids)
  func `every end of every knob is survived for 20 steps, and a live turn too`(id: String) throws {
    let card = try type(id).card
    for knob in card.knobs {
      for value in ends(knob) {
        var settings = Settings(defaultsOf: card)
        try settings.set(knob.id, to: value, card: card)
        var player = DemoPlayer(try type(id), settings: settings)
        player.seek(to: 20)
        var turned = DemoPlayer(try type(id))
        turned.seek(to: 3)
        #expect(turned.turn(knob.id, to: value) == nil, "\(knob.id)")
        turned.seek(to: 10)
        draw(player, Size(width: 60, height: 20), .en, .standard(colors: .none))
        draw(turned, Size(width: 60, height: 20), .en, .standard(colors: .none))
      }
    }
  }

  @Test(arguments: ids)
  func `every preset is accepted and runs`(id: String) throws {
    for preset in try type(id).card.presets {
      var player = DemoPlayer(try type(id))
      #expect(player.use(preset) == nil, "\(preset.id)")
      let moved = player.advance()
      #expect(moved, "\(preset.id)")
      player.seek(to: 20)
    }
  }

  @Test(arguments: ids)
  func `its own text is accepted in both languages, and a longer one than it takes is refused`(id: String) throws {
    guard let input = try type(id).card.textInput else { return }
    for language in Language.allCases {
      var player = DemoPlayer(try type(id))
      #expect(input.initial[language].count <= input.limit)
      #expect(player.apply(.text(input.initial[language])) == nil)
      #expect(player.apply(.text(String(repeating: "x", count: input.limit + 1))) != nil)
    }
  }

  @Test(arguments: ids)
  func `narration speaks in both languages, Chinese in Chinese`(id: String) throws {
    var player = DemoPlayer(try type(id))
    repeat {
      let (english, chinese) = (player.demo.narration(.en), player.demo.narration(.zh))
      #expect(!english.isEmpty && english.last.map { ".!?…".contains($0) } == true, "\(english)")
      #expect(hasHan(chinese), "\(chinese)")
    } while player.step < 15 && player.advance()
  }

  @Test(arguments: ids)
  func `the table has rows of the width of its columns`(id: String) throws {
    var player = DemoPlayer(try type(id))
    player.seek(to: 5)
    for language in Language.allCases {
      let table = player.demo.table(language)
      #expect(!table.rows.isEmpty)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
  }

  @Test(arguments: ids, testSizes)
  func `it draws at every size, in both languages, without colour and in ASCII`(id: String, size: Size) throws {
    var player = DemoPlayer(try type(id))
    for steps in [0, 4, 15] {
      player.seek(to: steps)
      for language in Language.allCases {
        for theme in [
          Theme.standard(colors: .ansi256), .standard(colors: .none), .standard(colors: .none, glyphs: .ascii),
        ] {
          let surface = draw(player, size, language, theme)
          #expect(surface.size == size)
          expectClean(surface, language, theme)
        }
      }
    }
  }

  @Test(arguments: ids, [1, 2, 3] as [UInt64])
  func `random keys, texts, clicks and knobs never break it`(id: String, seed: UInt64) throws {
    var random = SplitMix(state: seed)
    var player = DemoPlayer(try type(id), seed: seed)
    for _ in 0..<120 {
      act(&player, &random)
      let size = Size(width: random.below(90), height: random.below(30))
      if random.below(6) == 0 { draw(player, size, .zh, .standard(colors: .ansi16)) }
      _ = player.demo.explanation(.en)
    }
    draw(player, testSizes[1], .en, .standard(colors: .none))
  }
}

// MARK: - What the claims are made of

private func act(_ player: inout DemoPlayer, _ random: inout SplitMix) {
  let keys: [Key] = [.up, .down, .left, .right, .enter, .delete, .home, .pageDown, .function(3)]
  let size = Size(width: random.below(90), height: random.below(30))
  let position = Point(x: random.below(100) - 5, y: random.below(35) - 5)
  switch random.below(9) {
  case 0, 1: player.advance()
  case 2: player.stepBack()
  case 3: _ = player.apply(.key(keys[random.below(keys.count)]))
  case 4: _ = player.apply(.key(.character(Character(Unicode.Scalar(UInt8(32 + random.below(95)))))))
  case 5: _ = player.apply(.mouse(MouseEvent([.press, .drag, .release][random.below(3)], at: position), in: size))
  case 6: _ = player.apply(.text(random.text()))
  case 7:
    guard let knob = player.card.knobs.randomElement(using: &random) else { return }
    _ = player.turn(
      knob.id, to: knob.turned(player.settings[knob.id] ?? knob.defaultValue, by: random.below(2) * 2 - 1))
  default: if random.below(4) == 0 { player.restart() } else { player.fork() }
  }
}

@discardableResult
private func draw(_ player: DemoPlayer, _ size: Size, _ language: Language, _ theme: Theme) -> Surface {
  var surface = Surface(size)
  player.demo.draw(on: &surface, context: DrawContext(language: language, theme: theme, ghost: player.demo))
  var pane = Surface(size)
  DemoPane(player.frame(PlayerView(size: size, language: language, theme: theme)))
    .draw(on: &pane, in: pane.bounds, theme: theme)
  return surface
}

private func expectClean(_ surface: Surface, _ language: Language, _ theme: Theme) {
  for cell in surface.cells where !cell.isContinuation {
    #expect(!Sanitizer.isForbidden(cell.scalar))
    if theme.glyphs == .ascii && cell.scalar > 0x7E {
      // Chinese is text, not decoration: a bilingual model may guess a Chinese word in an English picture.
      #expect(TextWidth.of(cell.scalar) == 2, "\(cell.text) in ASCII")
    }
    if theme.colors == .none {
      #expect(cell.style.foreground == .standard && cell.style.background == .standard, "\(cell.text) is coloured")
    }
  }
}

private func expectBilingual(_ text: Bilingual) {
  #expect(!text.en.isEmpty && !text.zh.isEmpty)
}

private func expectSoundRange(_ knob: Knob) {
  switch knob.range {
  case .choice(let choices): #expect(!choices.isEmpty && Set(choices.map(\.id)).count == choices.count)
  case .linear(_, let step): #expect(step > 0)
  case .logarithmic(let range, let stops):
    #expect(
      range.lowerBound > 0 && !stops.isEmpty && stops == stops.sorted() && stops.allSatisfy { $0 >= 1 && $0 < 10 })
  }
}

private func ends(_ knob: Knob) -> [KnobValue] {
  switch knob.range {
  case .choice(let choices): choices.map { .choice($0.id) }
  case .linear(let range, _), .logarithmic(let range, _): [.number(range.lowerBound), .number(range.upperBound)]
  }
}

private func bits(_ metrics: [Metric]) -> [UInt64] { metrics.map(\.value.bitPattern) }

private func hasHan(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }

private func isKebab(_ name: String) -> Bool {
  !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") } && name.first != "-"
}

/// Random numbers of the tests' own (SplitMix64).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func text() -> String {
    let alphabet = Array("xw1.+-*/^() tanh;=,（２\u{1b}中文猫 the\u{301}👩‍👧\u{202e}")
    return String((0..<below(20)).map { _ in alphabet[below(alphabet.count)] })
  }
}
