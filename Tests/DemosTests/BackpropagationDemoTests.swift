import Demos
import Support
import Terminal
import Testing
import Wording

@Suite struct BackpropagationDemoTests {
  private func player(_ text: String? = nil, settings: [String: KnobValue] = [:]) throws -> DemoPlayer {
    var values = Settings(defaultsOf: BackpropagationDemo.card)
    for (id, value) in settings { try values.set(id, to: value, card: BackpropagationDemo.card) }
    var player = DemoPlayer(BackpropagationDemo.self, settings: values)
    if let text { #expect(player.apply(.text(text)) == nil) }
    return player
  }

  @Test(arguments: [
    "tanh(w1*x1 + w2*x2 + b)", "x*x + x; x = 3", "(a/b - c)^2*exp(-d)", "-log(sigmoid(w*x + b))", "relu(x) + abs(y)",
    "x^y; x = 2, y = 3",
    "sqrt(x)*sin(y) - cos(z)", "tanh(tanh(tanh(x)))", "a*a*a*a", "2x^3 - 4x + 1",
  ])
  func `after one pass every gradient equals its central difference`(text: String) throws {
    var player = try self.player(text)
    #expect(player.demo.metric("phase") == 0)
    while player.advance() {}
    let error = try #require(player.demo.metric("max-gradient-error"))
    #expect(error <= 1e-4, "\(text): \(error)")
    #expect(player.demo.metric("phase") == 2)
  }

  @Test func `one operation is computed a step, forward then backward`() throws {
    var player = try self.player("x*x + x; x = 3")
    #expect(player.demo.narration(.en) == "The leaves have their values. First, forward: #1 = x*x.")
    player.advance()
    #expect(player.demo.narration(.en) == "Forward: #1 = x*x = 3*3 = 9.")
    player.advance()
    #expect(player.demo.narration(.en).hasPrefix("Forward: #2 = #1 + x = 9 + 3 = 12. This is the output"))
    player.advance()
    #expect(player.demo.narration(.en).contains("∂L/∂L = 1"))
    player.advance()
    #expect(player.demo.narration(.en) == "#2: + passes the gradient on unchanged: ∂L/∂#1 = 1*1 = 1, ∂L/∂x = 1*1 = 1.")
    player.advance()
    #expect(
      player.demo.narration(.en)
        == "#1: * passes each input the gradient times the other's value: ∂L/∂x = 1 + 1*3 = 4, ∂L/∂x = 4 + 1*3 = 7. Shares from several paths add up."
    )
    player.advance()
    #expect(player.demo.narration(.en).hasPrefix("Checked: the gradient equals its central difference"))
    #expect(player.isFinished)
  }

  @Test func `descending makes the output fall pass by pass`() throws {
    var player = try self.player(
      "(w*x + b - y)^2; w = 0.5, x = 2, b = 0, y = 3",
      settings: ["then": .choice("descend"), "learning-rate": .number(0.03)])
    var outputs: [Double] = []
    while let updates = player.demo.metric("updates"), updates < 5 {
      player.advance()
      let output = try #require(player.demo.metric("output"))
      if outputs.last != output { outputs.append(output) }
    }
    #expect(outputs.count == 6)
    #expect(zip(outputs, outputs.dropFirst()).allSatisfy { $1 < $0 }, "\(outputs)")
    #expect(abs(outputs[1] - 4 * 0.7 * 0.7) < 1e-9, "w and b move by the rate times -8 and -4")
  }

  @Test func `a refused formula keeps the old one and points at the fault`() throws {
    var player = try self.player("x*y; x = 2, y = 5")
    let faults: [(String, Range<Int>)] = [
      ("tanh(w*x + )", 11..<12), ("x*y; z = 1", 5..<6), ("x; x = a", 6..<8), ("x; 3", 3..<4), ("tan(x)", 0..<3),
      ("x；x＝", 4..<5),
    ]
    for (text, range) in faults {
      let refusal = player.apply(.text(text))
      let fault = try #require(refusal, "\(text)")
      #expect(fault.range?.lowerBound == range.lowerBound, "\(text): \(String(describing: fault.range))")
      #expect(!fault.message.zh.isEmpty)
    }
    #expect(player.demo.metric("output") == 10)
  }

  @Test func `what a Chinese input method types is understood`() throws {
    let player = try self.player("（ｘ＋１）×２；ｘ＝３")
    #expect(player.demo.metric("output") == 8)
  }

  @Test func `nudging a value works the pass out anew to where it stands`() throws {
    var player = try self.player("x*y; x = 2, y = 5")
    player.seek(to: 3)
    #expect(player.apply(.key(.character("]"))) == nil)
    #expect(abs(player.demo.metric("output")! - 10.5) < 1e-9)
    #expect(player.demo.metric("max-gradient-error")! < 1e-4)
    #expect(player.demo.explanation(.en)?.first?.hasPrefix("x = 2.1") == true)
    let frame = player.frame(PlayerView(size: testSizes[1], language: .en, theme: .standard(colors: .none)))
    #expect(frame.text == "x*y; x = 2.1, y = 5", "what is offered for typing is what is in force")
    player.restart()
    #expect(player.text == "x*y; x = 2.1, y = 5", "starting again keeps what the keys did")
    #expect(abs((player.demo.metric("output") ?? 0) - 10.5) < 1e-9)
  }

  @Test func `the first variable is chosen at the start, and only variables can be turned`() throws {
    var player = try self.player("2*x + y; x = 3, y = 1")
    #expect(player.demo.explanation(.en)?.first?.hasPrefix("x = 3: a given value") == true)
    _ = player.apply(.key(.right))
    let fault = player.apply(.key(.character("]")))
    #expect(fault?.message.en == "only variables can be turned: choose one with the arrows")
    #expect(player.demo.metric("output") == 7)
  }

  @Test(arguments: [
    ("log(x); x = -1", "log of a negative number has no value"), ("log(x); x = 0", "minus infinity"),
    ("sqrt(x); x = -4", "sqrt of a negative number"), ("1/x; x = 0", "Dividing by 0"), ("x/x; x = 0", "0 divided by 0"),
    ("x^0.5; x = -1", "no such power"), ("exp(x); x = 1000", "too large for the machine"),
  ])
  func `a value that does not exist is told at the step where it appears`(text: String, reason: String) throws {
    var player = try self.player(text)
    player.advance()
    #expect(player.demo.narration(.en).contains(reason), "\(player.demo.narration(.en))")
    while player.advance() {}
    #expect(player.demo.narration(.en).hasPrefix("There is nothing to check"))
    var surface = Surface(width: 60, height: 14)
    player.demo.draw(on: &surface, context: DrawContext(language: .en, theme: .standard(colors: .none)))
    #expect(surface.text.contains("= nan") || surface.text.contains("= inf") || surface.text.contains("= -inf"))
  }

  @Test func `the explanation unfolds a gradient into the paths that it came by`() throws {
    var player = try self.player("x*x + x; x = 3")
    while player.advance() {}
    #expect(
      player.demo.explanation(.en) == [
        "x = 3: a given value ([ ] change it)", "∂L/∂x = ∂L/∂#1 * ∂#1/∂x + ∂L/∂#2 * ∂#2/∂x", "  #1 *: 1*3 = 3",
        "  #1 *: 1*3 = 3", "  #2 +: 1*1 = 1", "  = 7", "central difference: 7",
      ])
  }

  @Test func `a formula without variables or with a value that does not exist is told honestly`() throws {
    var constant = try player("1 + 2")
    while constant.advance() {}
    #expect(constant.demo.narration(.en).contains("no variables"))
    var broken = try player("log(x); x = -1")
    while broken.advance() {}
    #expect(broken.demo.metric("output")?.isNaN == true)
    #expect(broken.demo.metric("max-gradient-error")?.isNaN == true)
    #expect(broken.goalState != .reached(step: broken.step))
    var single = try player("x; x = 4")
    while single.advance() {}
    #expect(single.demo.metric("max-gradient-error")! < 1e-9)
  }

  @Test func `a node is chosen with arrows and with the mouse`() throws {
    var player = try self.player("x*y; x = 2, y = 5")
    _ = player.apply(.key(.right))
    #expect(player.demo.explanation(.en)?.first == "#1 = x*y: not computed yet")
    let size = Size(width: 60, height: 14)
    var surface = Surface(size)
    player.demo.draw(on: &surface, context: DrawContext(language: .en, theme: .standard(colors: .none)))
    let row = try #require(surface.lines.firstIndex { $0.contains("y──") })
    let column = try #require(surface.lines[row].firstIndex(of: "y")).utf16Offset(in: surface.lines[row])
    _ = player.apply(.mouse(MouseEvent(.press, at: Point(x: column, y: row)), in: size))
    #expect(player.demo.explanation(.en)?.first?.hasPrefix("y = 5") == true)
  }

  @Test func `the picture shows value and gradient in each node`() throws {
    var player = try self.player("x*y; x = 2, y = 5")
    while player.advance() {}
    var surface = Surface(width: 44, height: 9)
    player.demo.draw(on: &surface, context: DrawContext(language: .en, theme: .standard(colors: .none)))
    #expect(
      surface.lines == [
        "L = x*y          = value  ∂ = ∂L/∂# gradient",
        "       ┌x───────┐",
        "       │= 2     │",
        "       │∂ 5     │───────┐ ╔#1 *════╗",
        "       └────────┘       │ ║= 10    ║",
        "       ┌y───────┐       ├▸║∂ 1     ║",
        "       │= 5     │       │ ╚════════╝",
        "       │∂ 2     │───────┘",
        "       └────────┘",
      ])
  }
}
