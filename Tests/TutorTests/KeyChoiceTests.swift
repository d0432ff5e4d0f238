import Terminal
import Testing
import Wording

@testable import Tutor

/// The keys that a learner chose, in use.
@Suite struct KeyChoiceTests {
  private func learner(_ start: Learner.Start, _ config: String) -> Learner {
    let home = Home()
    home.config = config
    return Learner(start, home: home)
  }

  @Test func `a chosen key acts, and the old one does not`() {
    let learner = learner(.lesson("gradient-descent", .demo), "keys: {step: z}\n")
    learner.settle()
    learner.press(.character("z"), .character("z"))
    learner.settle()
    #expect(learner.step == 2)
    learner.press(.character("."))
    learner.settle()
    #expect(learner.step == 2)
  }

  @Test func `help and status line name the chosen key`() {
    let learner = learner(.roadmap, "keys: {help: [f3, \"!\"], next-written: w}\n")
    #expect(learner.statusLine.contains("F3 \(learner.words("key.help"))"))
    learner.press(.function(3))
    #expect(learner.lines.contains { $0.contains("F3 !") && $0.contains(learner.words("key.help")) })
    #expect(learner.lines.contains { $0.contains("w ") && $0.contains(learner.words("key.next-written")) })
  }

  @Test func `a key taken from another command leaves it its other keys`() {
    let table = KeyTable.roadmap.customised([.settings: [.character("k")]])
    #expect(table.command(for: .character("k")) == .settings)
    #expect(table.command(for: .up) == .up && table.keys(of: .up) == [.up])
    #expect(KeyChoice.faults([.settings: [.character("k")]]).isEmpty)
  }

  @Test func `a character is never taken out of a text field`() {
    let table = KeyTable.typing.customised([.back: [.character("b")], .help: [.character("h"), .function(4)]])
    #expect(table.command(for: .character("b")) == nil && table.command(for: .escape) == .back)
    #expect(table.command(for: .function(4)) == .help && table.command(for: .character("h")) == nil)
  }

  @Test func `Esc and Ctrl-C always lead out`() {
    let learner = learner(.lesson("gradient-descent"), "keys: {back: b, quit: Q}\n")
    learner.settle()
    learner.press(.escape)
    #expect(learner.statusLine.contains("lessons passed"))
    learner.press(.control("c"))
    #expect(learner.session.isOver)
  }

  @Test func `with keys chosen at random the learner still gets out`() {
    for seed in 1...20 {
      var keys = Command.allCases
      keys.rotate(by: seed)
      let chosen = Dictionary(
        uniqueKeysWithValues: zip(keys, "abcdefghijklmnopqrstuvwxyz").map { ($0, [Key.character($1)]) })
      for (place, table) in KeyTable.places {
        #expect(table.customised(chosen).command(for: .control("c")) == .quit, "\(place)")
        #expect(table.customised(chosen).command(for: .escape) == table.command(for: .escape), "\(place)")
      }
    }
  }

  @Test func `a key that means nothing here says where it does`() {
    let learner = Learner()
    learner.press(.character("t"))
    #expect(learner.statusLine.contains("t does “type text” elsewhere"), "\(learner.statusLine)")
    learner.press(.character("ß"))
    #expect(!learner.statusLine.contains("elsewhere"))
  }

  @Test func `a key that can do nothing says why`() {
    let learner = Learner(.lesson("gradient-descent", .demo))
    learner.settle()
    learner.press(.character(","))
    #expect(learner.statusLine.contains(learner.words("why.first-step")))
    learner.press(.character("b"))
    #expect(learner.statusLine.contains(learner.words("why.one-run").prefix(30)))
  }
}

extension Array {
  fileprivate mutating func rotate(by places: Int) { self = Array(self[places...] + self[..<places]) }
}
