import Support
import Terminal
import Testing

@testable import Tutor

@Suite struct CodeViewTests {
  private func learner(_ size: Size = Size(width: 80, height: 24), lesson: String = "gradient-descent") -> Learner {
    let learner = Learner(.lesson(lesson, .demo), size: size)
    learner.settle()
    return learner
  }

  private func press(_ learner: Learner, _ keys: Key...) {
    learner.press(keys)
    learner.settle()
  }

  @Test func `x opens the source that runs, then the same in Python, then closes`() {
    let learner = learner()
    let before = learner.lines
    press(learner, .character("x"))
    #expect(learner.sees("mutating func update") && learner.sees("Optimizers.swift"))
    press(learner, .character("x"))
    #expect(learner.sees("import numpy as np") && !learner.sees("mutating func update"))
    press(learner, .character("x"))
    #expect(learner.lines.dropLast() == before.dropLast())
  }

  @Test func `a step goes on beside the open source, with its figures`() {
    let learner = learner()
    press(learner, .character("x"), .character("."), .character("."))
    #expect(learner.step == 2)
    #expect(learner.sees("← g = ("))
  }

  @Test func `q closes the source, and only then leaves`() {
    let learner = learner()
    press(learner, .character("x"), .character("q"))
    #expect(!learner.sees("mutating func update") && learner.step == 0)
  }

  @Test func `at 200x60 picture, source and Python stand side by side, and the tabs stay`() {
    let learner = learner(Size(width: 200, height: 60))
    press(learner, .character("x"))
    let lines = learner.lines
    #expect(lines[0].contains("[Demo]"))
    #expect(lines.contains { $0.contains("[sgd]") && $0.contains("Python") })
    #expect(learner.sees("loss") && learner.sees("curvature @ w**2"))
  }

  @Test func `the page keys scroll the source, and the wheel over it`() {
    let learner = learner()
    press(learner, .character("x"))
    let start = learner.lines
    press(learner, .pageDown)
    #expect(learner.lines != start)
    press(learner, .pageUp)
    #expect(learner.lines == start)
    learner.session.handle(.mouse(MouseEvent(.wheelDown, at: Point(x: 40, y: 8))))
    #expect(learner.lines != start)
  }

  @Test func `the other language shows its own Python`() {
    let learner = learner(lesson: "backpropagation")
    press(learner, .character("x"), .character("x"), .character("L"))
    #expect(learner.sees("证人"))
  }
}
