import Terminal
import Testing

@testable import Tutor

@Suite struct PlaceHistoryTests {
  private func lesson(_ id: String) -> TutorPlace { .lesson(LessonPlace(lesson: id)) }

  @Test func `back and forward retrace the way, and a new way cuts off what was ahead`() {
    var history = PlaceHistory()
    for place in [.roadmap(selected: nil), lesson("a"), lesson("b")] { history.visit(place) }
    #expect(history.move(by: -1) == lesson("a"))
    #expect(history.move(by: -1) == .roadmap(selected: nil))
    #expect(history.move(by: -1) == nil && history.index == 0)
    #expect(history.move(by: 1) == lesson("a"))
    history.visit(.settings)
    #expect(!history.canGoForward && history.places.count == 3)
    #expect(history.move(by: -1) == lesson("a"))
  }

  @Test func `coming back leads to where in the place one was`() {
    var history = PlaceHistory()
    history.visit(lesson("a"))
    var further = LessonPlace(lesson: "a")
    further.position.block = 7
    history.update(.lesson(further))
    history.visit(.settings)
    #expect(history.move(by: -1) == .lesson(further))
  }

  @Test func `the same place twice is one place, and a long way is cut at its beginning`() {
    var history = PlaceHistory()
    history.visit(lesson("a"))
    history.visit(lesson("a"))
    #expect(history.places.count == 1)
    for index in 0..<300 { history.visit(lesson("\(index)")) }
    #expect(history.places.count == PlaceHistory.limit && history.current == lesson("299"))
  }

  @Test func `the keys go back and forward through lessons, to the line`() {
    let learner = Learner(.lesson("gradient-descent"))
    learner.settle()
    learner.press(.down, times: 30)
    let page = learner.lines.dropLast()
    learner.press(.escape)
    #expect(learner.statusLine.contains("lessons passed"))
    learner.press(.altLeft)
    learner.settle()
    #expect(learner.lines.dropLast() == page)
    learner.press(.character(">"))
    #expect(learner.statusLine.contains("lessons passed"))
    learner.press(.character(">"))
    #expect(learner.statusLine.contains(learner.words("history.no-forward")))
  }
}
