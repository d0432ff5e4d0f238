import Support
import Terminal
import Testing

@testable import Tutor

@Suite struct RandomWalkTests {
  private static let keys: [Key] =
    " .,+-rsSdaptvwcbfo/nNgGhjklLq?xuiKJ:<>123456789abz中é~*^".map { .character($0) } + [
      .up, .down, .left, .right, .enter, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .home, .end,
      .pageUp, .pageDown, .function(1), .function(5), .control("a"), .control("k"), .control("u"), .alt("b"), .altLeft,
      .altRight, .control("p"),
      .control("f"), .function(2),
    ]

  @Test(arguments: 1...4)
  func `no keys, clicks, pastes or sizes break the tutor`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var learner = Learner(.first)
    for step in 0..<2000 {
      learner.session.handle(Self.event(learner.size, &random))
      if learner.session.isOver { learner = Learner.again(at: learner.home, size: learner.size) }
      if Int.random(in: 0..<100, using: &random) == 0 { learner.size = Self.size(&random) }
      guard step % 8 == 0 else { continue }
      let surface = learner.surface
      #expect(surface.size == learner.size)
      #expect(Picture.faults(surface).isEmpty, "seed \(seed), step \(step)")
    }
    learner.session.handle(.terminate)
    #expect(learner.session.isOver)
  }

  @Test(arguments: 1...8)
  func `wherever keys have led, Esc leads out, and what is drawn depends on nothing drawn before`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let home = Home()
    for walk in 0..<6 {
      let learner = walk == 0 ? Learner(.first, home: home) : Learner.again(at: home)
      for _ in 0..<50 where !learner.session.isOver { learner.session.handle(Self.event(learner.size, &random)) }
      #expect(learner.settle())
      let surface = learner.surface
      _ = learner.session.draw(Self.size(&random))
      #expect(
        learner.settle() && learner.surface == surface, "seed \(seed), walk \(walk): drawn again it looks the same")
      learner.press(.escape, times: 12)
      #expect(learner.session.isOver, "seed \(seed), walk \(walk): stuck at\n\(learner.surface.text)")
    }
  }

  private static func event(_ size: Size, _ random: inout SplitMix) -> InputEvent {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return .wake
    case 1: return .paste("x = \u{1B}[2J 1,5 中文 \u{202E}abc")
    case 2, 3:
      let actions: [MouseEvent.Action] = [.press, .release, .drag, .wheelUp, .wheelDown]
      let action = actions.randomElement(using: &random) ?? .press
      let point = Point(
        x: Int.random(in: -1...size.width, using: &random), y: Int.random(in: -1...size.height, using: &random))
      return .mouse(MouseEvent(action, at: point))
    case 4: return .focus(Bool.random(using: &random))
    default: return .key(keys.randomElement(using: &random) ?? .enter)
    }
  }

  private static func size(_ random: inout SplitMix) -> Size {
    Size(width: Int.random(in: 1...140, using: &random), height: Int.random(in: 1...45, using: &random))
  }
}
