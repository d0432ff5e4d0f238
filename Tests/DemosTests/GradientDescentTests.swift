import Support
import Terminal
import Testing
import Wording

@testable import Demos

/// A run of the demo with knobs as typed: `surface=ravine learning-rate=0.1`.
private func run(_ knobs: String, steps: Int, seed: UInt64 = 1) throws -> GradientDescentDemo {
  let card = GradientDescentDemo.card
  var settings = Settings(defaultsOf: card)
  for pair in knobs.split(separator: " ") {
    let parts = pair.split(separator: "=")
    try settings.set(String(parts[0]), toText: String(parts[1]), card: card)
  }
  var demo = GradientDescentDemo(settings: settings, seed: seed)
  for _ in 0..<steps { demo.step() }
  return demo
}

@Suite struct GradientDescentTests {
  private static let pathTolerance = 1e-5

  @Test(arguments: try DescentRecord.runs())
  func `every path is the one that PyTorch takes`(record: DescentRecord) throws {
    let (x, y) = (record.start[0], record.start[1])
    var demo = try run(
      "surface=\(record.surface) optimizer=\(record.optimizer) learning-rate=\(record.rate) start-x=\(x) start-y=\(y)",
      steps: 0)
    for (step, place) in record.path.enumerated() {
      demo.step()
      let marble = demo.leader
      #expect(
        abs(marble.w.x - place[0]) <= Self.pathTolerance && abs(marble.w.y - place[1]) <= Self.pathTolerance,
        "step \(step + 1): \(marble.w) against \(place)")
    }
    let error = try #require(demo.metric("reference-error"))
    #expect(error <= Self.pathTolerance)
  }

  @Test(arguments: DescentSurface.allCases, DescentOptimizer.allCases)
  func `every optimiser lowers the loss, and would not with the sign flipped`(
    surface: DescentSurface, optimizer: DescentOptimizer
  ) throws {
    let isAdaptive = optimizer == .rmsprop || optimizer == .adam
    let rate = surface == .rosenbrock && !isAdaptive ? 0.0002 : 0.05
    let demo = try run(
      "surface=\(surface.rawValue) optimizer=\(optimizer.rawValue) learning-rate=\(rate) start-x=2 start-y=1.5",
      steps: 60)
    #expect(demo.leader.loss < 0.9 * demo.leader.losses[0])
    // The same rule fed with the gradient of the other sign climbs.
    var (rule, w) = (optimizer.rule, Vector(2, 1.5))
    for _ in 0..<10 { rule.update(&w, gradient: -surface.gradient(w), demo.rates) }
    let climbed = surface.loss(w)
    #expect(climbed > demo.leader.losses[0] || !climbed.isFinite)
  }

  @Test(arguments: DescentSurface.allCases)
  func `the gradient by hand is the one of dual numbers and of central differences`(surface: DescentSurface) {
    let h = 1e-5
    for place in [Vector(0.3, -0.7), Vector(-2, 1.5), Vector(1, 1), Vector(4, -3)] {
      let hand = surface.gradient(place)
      #expect((hand - surface.dualGradient(place)).length <= 1e-12 * max(1, hand.length))
      let central = Vector(
        (surface.loss(place + Vector(h, 0)) - surface.loss(place - Vector(h, 0))) / (2 * h),
        (surface.loss(place + Vector(0, h)) - surface.loss(place - Vector(0, h))) / (2 * h))
      #expect((hand - central).length <= 1e-4 * max(1, hand.length))
    }
  }

  @Test(arguments: DescentSurface.allCases)
  func `the minima are flat and lower than all around, the saddle is not`(surface: DescentSurface) {
    let around = [Vector(0.01, 0), Vector(-0.01, 0), Vector(0, 0.01), Vector(0, -0.01)]
    for minimum in surface.minima {
      #expect(surface.gradient(minimum).length <= 1e-12)
      #expect(around.allSatisfy { surface.loss(minimum + $0) > surface.loss(minimum) })
    }
    #expect(surface.minima.allSatisfy { surface.loss($0) >= surface.loss(surface.minima[0]) })
    if let saddle = surface.saddlePoint {
      #expect(surface.gradient(saddle).length <= 1e-12)
      #expect(Set(around.map { surface.loss(saddle + $0) > surface.loss(saddle) }).count == 2)
    }
  }

  @Test(arguments: [("bowl", 2.0), ("ravine", 0.1)])
  func `plain descent converges just below the critical rate and diverges just above`(surface: String, rate: Double)
    throws
  {
    #expect(DescentSurface(rawValue: surface)?.criticalRate == rate)
    let below = try run("surface=\(surface) optimizer=sgd learning-rate=\(rate * 0.97)", steps: 400)
    #expect(below.metric("diverged") == 0 && below.leader.loss < 1e-3)
    guard rate < 2 else {
      // The knob ends at 2, where the marble swings for ever.
      let at = try run("surface=bowl optimizer=sgd learning-rate=2", steps: 400)
      #expect(at.leader.loss == at.leader.losses[0] && DescentNarration(at).verdict == .swinging)
      return
    }
    let above = try run("surface=\(surface) optimizer=sgd learning-rate=\(rate * 1.03)", steps: 400)
    #expect(above.metric("diverged") == 1 && above.isFinished)
  }

  @Test func `on the ravine each weight shrinks by its own factor`() throws {
    let demo = try run("surface=ravine optimizer=sgd learning-rate=0.09 start-x=4 start-y=1", steps: 20)
    #expect(abs(demo.leader.w.x - 4 * power(0.91, 20)) <= 1e-12)
    #expect(abs(demo.leader.w.y - power(-0.8, 20)) <= 1e-12)
  }

  @Test(arguments: [
    ("optimizer=sgd learning-rate=0.1", 100, 10.0), ("optimizer=sgd learning-rate=0.05", 2, 6.51605),
    ("optimizer=sgd learning-rate=0.09", 50, 0.000642), ("optimizer=adam learning-rate=0.1", 1, 15.705),
  ])
  func `the ravine gives the numbers worked out by hand`(knobs: String, steps: Int, loss: Double) throws {
    let demo = try run("surface=ravine start-x=4 start-y=1 " + knobs, steps: steps)
    #expect(abs(demo.leader.loss - loss) <= 1e-3 * loss)
  }

  @Test func `momentum bears a rate that throws plain descent off`() throws {
    let demo = try run("surface=ravine optimizer=momentum learning-rate=0.11 start-x=4 start-y=1", steps: 100)
    #expect(demo.leader.losses[1] > demo.leader.losses[0] && demo.leader.loss <= 0.001)
  }

  @Test func `a diverged marble stands still, and the others go on`() throws {
    var demo = try run("surface=ravine learning-rate=0.125", steps: 100)
    let sgd = demo.marbles[0]
    let step = try #require(sgd.divergedAt)
    #expect(sgd.losses.count == step + 1 && sgd.loss > Marble.limit)
    #expect(!demo.isFinished)
    let before = demo.marbles.map(\.losses.count)
    demo.step()
    #expect(demo.marbles.map(\.losses.count) == [before[0]] + before[1...].map { $0 + 1 })
  }

  @Test func `noise comes from the seed`() throws {
    let knobs = "noise=0.5 optimizer=all"
    let (one, same, other) = (
      try run(knobs, steps: 50, seed: 3), try run(knobs, steps: 50, seed: 3), try run(knobs, steps: 50, seed: 4)
    )
    #expect(one.metrics == same.metrics)
    #expect(one.metric("loss") != other.metric("loss"))
    #expect(try #require(one.metric("reference-error")) <= Self.pathTolerance)
  }

  @Test func `a copy is a checkpoint`() throws {
    var demo = try run("noise=0.3", steps: 20)
    var copy = demo
    for _ in 0..<30 { demo.step() }
    for _ in 0..<30 { copy.step() }
    #expect(demo.metrics == copy.metrics)
  }

  @Test func `turning rate and momentum on the way keeps the paths at the reference`() throws {
    var demo = try run("surface=ravine", steps: 10)
    demo.apply(.knob("learning-rate", .number(0.02)))
    demo.apply(.knob("momentum", .number(0.5)))
    demo.apply(.knob("beta2", .number(0.9)))
    for _ in 0..<60 { demo.step() }
    #expect(demo.stepCount == 70)
    #expect(try #require(demo.metric("reference-error")) <= 1e-12)
  }
}

@Suite struct GradientDescentInputTests {
  @Test(arguments: [
    (Key.left, 3.75, 1.0), (.right, 4.25, 1), (.up, 4, 1.25), (.down, 4, 0.75), (.character("k"), 4, 1.25),
  ])
  func `a key moves the start and begins again from there`(key: Key, x: Double, y: Double) throws {
    var demo = try run("", steps: 5)
    #expect(demo.apply(.key(key)) == nil)
    #expect(demo.stepCount == 0 && demo.leader.w == Vector(x, y))
  }

  @Test func `the start stays inside the knob's range`() throws {
    var demo = try run("start-x=5", steps: 0)
    demo.apply(.key(.right))
    #expect(demo.leader.w.x == 5)
  }

  @Test(arguments: [Size(width: 80, height: 18), Size(width: 40, height: 12), Size(width: 60, height: 40)])
  func `a click puts the marble under the pointer`(size: Size) throws {
    var demo = try run("surface=bowl optimizer=sgd", steps: 9)
    let cell = Point(x: 20, y: 5)
    #expect(demo.apply(.mouse(MouseEvent(.press, at: cell), in: size)) == nil)
    #expect(demo.stepCount == 0)
    var picture = Surface(size)
    demo.draw(on: &picture, context: DrawContext(language: .en, theme: .standard(colors: .none)))
    #expect(picture[cell.x, cell.y].text == "●")
  }

  @Test func `a click beside the map, a text and a bad knob change nothing`() throws {
    var demo = try run("", steps: 5)
    let size = Size(width: 80, height: 18)
    #expect(demo.apply(.mouse(MouseEvent(.press, at: Point(x: 79, y: 17)), in: size)) == nil)
    #expect(demo.apply(.text("x*x")) != nil)
    #expect(demo.apply(.knob("learning-rate", .number(-1))) != nil)
    #expect(demo.apply(.knob("nothing", .number(1))) != nil)
    #expect(demo.stepCount == 5)
  }
}

@Suite struct GradientDescentWordsTests {
  @Test(arguments: [
    ("", 0, DescentNarration.Verdict.waiting), ("surface=bowl optimizer=sgd learning-rate=0.2", 5, .descending),
    ("surface=bowl optimizer=sgd learning-rate=0.2", 60, .arrived),
    ("surface=ravine optimizer=sgd learning-rate=0.0005", 200, .crawling),
    ("surface=ravine optimizer=sgd learning-rate=0.09", 10, .zigzagging),
    ("surface=ravine optimizer=sgd learning-rate=0.1", 100, .swinging),
    ("surface=ravine optimizer=sgd learning-rate=0.11", 12, .growing),
    ("surface=ravine optimizer=sgd learning-rate=0.11", 40, .diverged),
    ("surface=saddle optimizer=sgd start-x=0.5 start-y=0.01", 20, .atSaddle),
    ("surface=two-minima optimizer=sgd start-x=2.5 start-y=1", 400, .wrongValley),
    ("surface=two-minima optimizer=sgd start-x=-2.5 start-y=1", 400, .arrived),
  ])
  func `the narration says what is happening`(knobs: String, steps: Int, verdict: DescentNarration.Verdict) throws {
    let narration = DescentNarration(try run(knobs, steps: steps))
    #expect(narration.verdict == verdict)
    #expect(narration.sentence.zh.unicodeScalars.contains { $0.value >= 0x4E00 && $0.value <= 0x9FFF })
  }

  @Test func `divergence is said with the limit of the surface`() throws {
    let sentence = try run("surface=ravine optimizer=sgd learning-rate=0.11", steps: 40).narration(.en)
    #expect(
      sentence
        == "SGD diverged at step 32: the rate 0.11 is above 0.1, the most this surface bears; every step lands higher on the other side."
    )
  }

  @Test func `growth is said in per cent`() throws {
    let sentence = try run("surface=ravine optimizer=sgd learning-rate=0.11 start-x=0 start-y=1", steps: 5).narration(
      .en)
    #expect(sentence == "SGD: the rate 0.11 is too large: the loss grew 519 % in the last 5 steps.")
  }

  @Test func `the explanation unfolds the last step into numbers`() throws {
    let demo = try run("surface=ravine optimizer=sgd learning-rate=0.09 start-x=4 start-y=1", steps: 1)
    #expect(
      demo.explanation(.en) == [
        "Step 1, SGD, from (4, 1):", "slope g = (4, 20)", "x − η·g = 4 − 0.09·4 = 3.64",
        "y − η·g = 1 − 0.09·20 = (-0.8)",
      ])
    for optimizer in DescentOptimizer.allCases {
      let lines = try run("optimizer=\(optimizer.rawValue)", steps: 3).explanation(.zh) ?? []
      #expect(lines.count >= 4 && lines.last?.hasPrefix("y") == true)
    }
  }

  @Test func `every region on the card is in the source`() {
    for id in GradientDescentDemo.card.regions { #expect(SourceRegion.named(id)?.lines.isEmpty == false, "\(id)") }
  }
}

@Suite struct GradientDescentPictureTests {
  @Test(arguments: testSizes + [Size(width: 64, height: 8), Size(width: 30, height: 30)])
  func `the picture stands every size, terminal and run`(size: Size) throws {
    let demos = [
      try run("", steps: 0), try run("surface=rosenbrock learning-rate=0.08", steps: 9), try run("noise=1", steps: 300),
    ]
    for demo in demos {
      for language in Language.allCases {
        for tier in GlyphTier.allCases {
          for colors in ColorTier.allCases {
            var picture = Surface(size)
            let theme = Theme.standard(colors: colors, glyphs: tier)
            demo.draw(on: &picture, context: DrawContext(language: language, theme: theme, ghost: demos[0]))
            if tier == .ascii && language == .en {
              #expect(picture.text.unicodeScalars.allSatisfy { $0.value <= 0x7E })
            }
          }
        }
      }
    }
  }

  @Test(arguments: [Size(width: 39, height: 13), Size(width: 80, height: 18), Size(width: 120, height: 34)])
  func `a pane half of 80 columns wide has a loss chart too`(size: Size) throws {
    var picture = Surface(size)
    try run("", steps: 30).draw(on: &picture, context: DrawContext(language: .en, theme: .standard(colors: .none)))
    #expect(picture.lines.filter { $0.contains("└") }.joined().filter { $0 == "└" }.count == 2)
  }

  @Test func `four marbles are told apart without colour`() throws {
    let demo = try run("surface=bowl learning-rate=0.2 start-x=4 start-y=3", steps: 6)
    var picture = Surface(width: 80, height: 20)
    demo.draw(on: &picture, context: DrawContext(language: .en, theme: .standard(colors: .none)))
    let map = picture.lines.map { String($0.prefix(44)) }.joined()
    for glyph in ["●", "◆", "▲", "■"] { #expect(map.contains(glyph), "\(glyph)") }
    #expect(picture.text.contains("RMSProp") && picture.text.contains("loss"))
  }
}
