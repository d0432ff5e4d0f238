import Course
import Foundation
import Support
import Terminal
import Testing

@testable import Tutor

@Suite struct ResumeTests {
  private func reading(_ rows: Int) -> Learner {
    let learner = Learner(.lesson("backpropagation"))
    learner.settle()
    learner.press(.down, times: rows)
    return learner
  }

  @Test(arguments: [0, 11, 57, 130])
  func `a new start opens the same lesson at the same line`(rows: Int) {
    let learner = reading(rows)
    let page = learner.lines
    learner.press(.control("c"))
    #expect(learner.session.isOver)
    let again = Learner.again(at: learner.home)
    again.settle()
    #expect(again.lines == page)
  }

  @Test(arguments: [LessonPane.demo, .quiz])
  func `a new start opens the same pane`(pane: LessonPane) {
    let learner = reading(20)
    while !learner.lines[0].contains("[\(learner.words("pane.\(pane.rawValue)"))") { learner.press(.tab) }
    learner.session.handle(.terminate)
    let again = Learner.again(at: learner.home)
    again.settle()
    #expect(again.lines[0].contains("[\(again.words("pane.\(pane.rawValue)"))"))
  }

  @Test func `a signal to end keeps the place and ends the session`() {
    let learner = reading(40)
    let page = learner.lines
    learner.session.handle(.terminate)
    #expect(learner.session.isOver)
    learner.session.handle(.key(.down))
    let again = Learner.again(at: learner.home)
    again.settle()
    #expect(again.lines == page)
  }

  @Test func `who went back to the roadmap begins there, the lesson keeping its line`() {
    let learner = reading(40)
    let page = learner.lines
    learner.press(.character("q"), .character("q"))
    let again = Learner.again(at: learner.home)
    #expect(again.statusLine.contains("lessons passed"))
    again.press(.enter)
    again.settle()
    #expect(again.lines == page)
  }

  @Test func `two windows on one folder keep both their answers`() {
    let home = Home()
    let first = Learner(.lesson("gradient-descent", .quiz), home: home)
    let second = Learner(.lesson("backpropagation", .quiz), home: home)
    let (one, two) = (Examinee(first, "gradient-descent"), Examinee(second, "backpropagation"))
    for _ in 0..<3 {
      one.answerRight()
      two.answerRight()
      first.press(.enter)
      second.press(.enter)
    }
    first.session.handle(.terminate)
    second.session.handle(.terminate)
    #expect(home.store().answers(lesson: "gradient-descent").count == 3)
    #expect(home.store().answers(lesson: "backpropagation").count == 3)
  }

  @Test func `without a folder to write to Gradus runs and counts in memory`() {
    let home = Home()
    let store = ProgressStore(.failure(.noHome))
    let learner = Learner(.roadmap, home: home, store: store)
    learner.press(.enter)
    learner.settle()
    learner.press(.backTab)
    let examinee = Examinee(learner, "gradient-descent")
    examinee.answerRight()
    #expect(learner.sees(learner.words("quiz.right")))
    #expect(learner.lines[0].contains("1/10"))
    #expect(learner.context.progress.fault != nil)
    learner.session.handle(.terminate)
    #expect(learner.session.isOver)
  }

  @Test func `progress that can't be saved is said in the status line`() {
    let learner = Learner(.roadmap, store: ProgressStore(.failure(.noHome)))
    learner.press(.down, .up)
    #expect(learner.statusLine.contains(learner.words("notice.unsaved")))
  }

  @Test func `a folder that is in fact a file is survived`() throws {
    let home = Home()
    try Data("not a folder".utf8).write(to: URL(filePath: home.path))
    let learner = Learner(.roadmap, home: home)
    learner.press(.enter, .tab, .tab)
    learner.settle()
    #expect(learner.sees("Question 1 of 10"))
  }
}
