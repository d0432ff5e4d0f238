import Demos
import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct DemoStatusTests {
  @Test func `while a demo plays the status line says how far it is`() {
    let learner = Learner(.lesson("gradient-descent", .demo), size: Size(width: 120, height: 40))
    learner.settle()
    learner.press(.character(" "))
    let goal = DemoCatalogue.demo("gradient-descent")?.card.goal.steps ?? 0
    #expect(learner.wait { $0.statusLine.contains("of \(goal)") }, "\(learner.statusLine)")
    learner.press(.character(" "))
    learner.settle()
    #expect(!learner.statusLine.contains("training"))
  }

  @Test func `the time left is told once it is known`() {
    let learner = Learner(.lesson("self-attention", .demo), size: Size(width: 120, height: 40))
    learner.settle()
    learner.press(.character("-"), .character("-"), .character("-"))
    learner.press(.character(" "))
    #expect(learner.wait { $0.statusLine.contains(" left") || !$0.statusLine.contains("of ") && $0.step > 8 })
  }

  @Test func `the status line says what a key did`() {
    let learner = Learner(.lesson("gradient-descent", .demo))
    learner.settle()
    learner.press(.character("+"))
    #expect(learner.statusLine.contains("steps a second"))
    learner.press(.character("d"))
    #expect(learner.statusLine.contains(": "), "\(learner.statusLine)")
    learner.press(.character("r"))
    #expect(learner.statusLine.contains(learner.words("echo.restart").prefix(13)))
  }

  @Test func `g and G go to the first and the newest step`() {
    let learner = Learner(.lesson("gradient-descent", .demo))
    learner.settle()
    for _ in 0..<7 { learner.press(.character(".")) }
    learner.settle()
    learner.press(.character("g"))
    learner.settle()
    #expect(learner.step == 0)
    learner.press(.character("G"))
    learner.settle()
    #expect(learner.step == 7)
    learner.press(.character("G"))
    #expect(learner.statusLine.contains(learner.words("why.newest-step").prefix(20)))
  }

  @Test func `the letters of moving move in every demo`() {
    for (letter, arrow) in [("h", Key.left), ("j", .down), ("k", .up), ("l", .right)] {
      for lesson in ["gradient-descent", "self-attention", "backpropagation"] {
        let (one, two) = (Learner(.lesson(lesson, .demo)), Learner(.lesson(lesson, .demo)))
        for learner in [one, two] {
          learner.settle()
          learner.press(.character("."), .character("."), .right, .down)
          learner.settle()
        }
        one.press(.character(Character(letter)))
        two.press(arrow)
        one.settle()
        two.settle()
        #expect(one.lines == two.lines, "\(letter) in \(lesson)")
      }
    }
  }
}
