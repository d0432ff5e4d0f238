import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct FirstStartTests {
  @Test func `three Enters at most lead from the first start to a still roadmap`() {
    let learner = Learner(.first)
    #expect(learner.sees(learner.words("welcome.title")))
    learner.press(.enter)
    #expect(learner.sees(learner.words("colours.title")))
    learner.press(.enter)
    #expect(learner.sees(learner.words("tour.1.title")))
    learner.press(.enter)
    #expect(learner.sees("Gradient descent"))
    let first = learner.surface
    learner.session.handle(.wake)
    #expect(learner.surface == first)
    #expect(!learner.session.isBusy)
  }

  @Test func `the language chosen at the start is the language from then on`() {
    let learner = Learner(.first)
    learner.press(.down)
    #expect(learner.sees("欢迎"))
    learner.press(.enter, .enter, .enter)
    #expect(learner.sees("梯度下降"))
    #expect(Learner.again(at: learner.home).context.language == .zh)
  }

  @Test(arguments: Look.allCases)
  func `the colours chosen at the start hold at the next start`(look: Look) {
    let learner = Learner(.first)
    learner.press(.enter)
    for _ in 0..<3 where learner.context.look != look { learner.press(.down) }
    learner.press(.enter, .enter)
    let again = Learner.again(at: learner.home)
    #expect(again.context.look == look)
    #expect(again.context.theme.glyphs == (look == .ascii ? .ascii : .unicode))
    #expect((again.context.theme.colors == .none) == (look != .full))
  }

  @Test func `without colours in the terminal the choice begins at none`() {
    #expect(Learner(.first, tier: .none).context.look == .none)
  }

  @Test func `the tour turns its pages and goes back`() {
    let learner = Learner(.first)
    learner.press(.enter, .enter, .right, .right, .right, .right)
    #expect(learner.sees(learner.words("tour.4.title")))
    learner.press(.left)
    #expect(learner.sees(learner.words("tour.3.title")))
    learner.press(.escape)
    #expect(learner.sees(learner.words("colours.title")))
    learner.press(.escape)
    #expect(learner.sees(learner.words("welcome.title")))
    learner.press(.escape)
    #expect(learner.session.isOver)
  }

  @Test func `a start after the tour begins on the roadmap`() {
    let learner = Learner(.first)
    learner.press(.enter, .enter, .enter, .character("q"))
    #expect(learner.session.isOver)
    let again = Learner.again(at: learner.home)
    #expect(again.sees("Gradient descent") && !again.sees(again.words("welcome.title")))
  }

  @Test func `a tour that was not finished is offered again`() {
    let learner = Learner(.first)
    learner.press(.enter, .character("q"), .character("q"))
    #expect(learner.session.isOver)
    let again = Learner.again(at: learner.home)
    #expect(again.sees(again.words("welcome.title")))
  }
}
