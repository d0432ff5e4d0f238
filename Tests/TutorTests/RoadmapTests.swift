import Course
import Foundation
import Support
import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct RoadmapTests {
  /// Every row of the whole tree, unfolded, read off the screen page by page.
  private func rows(_ learner: Learner) -> [String] {
    learner.size = Size(width: 120, height: 400)
    learner.press(.home)
    for _ in 0..<300 { learner.press(.right, .down) }
    return learner.lines
  }

  @Test(arguments: Language.allCases)
  func `the roadmap shows every row of the course, and says which are coming`(language: Language) {
    let learner = Learner(language: language)
    let lines = rows(learner)
    let coming = learner.words("roadmap.coming-short")
    for entry in learner.context.course.entries {
      let row = lines.first { $0.contains(entry.title[language]) && $0.contains(coming) != entry.isWritten }
      #expect(row != nil, "\(entry.id)")
    }
    for stage in learner.context.course.stages {
      #expect(lines.contains { $0.contains("\(stage.number)  \(stage.title[language])") })
    }
  }

  @Test func `the course stands as the curriculum has it`() {
    let course = Repository.course
    #expect(course.stages.count >= 5)
    #expect(course.entries.count >= 100)
    #expect(Set(course.entries.map(\.id)).count == course.entries.count)
    for id in ["gradient-descent", "backpropagation", "self-attention"] {
      #expect(course.entry(id)?.isWritten == true)
    }
  }

  @Test func `a lesson that is not written never opens, and says so`() {
    let learner = Learner()
    learner.press(.home)
    for _ in 0..<300 {
      learner.press(.right, .down)
      guard learner.lines.contains(where: { $0.contains("❯") || $0.contains("▌") || $0.contains(">") }) else {
        continue
      }
    }
    learner.press(.end)
    let before = learner.lines.dropLast()
    learner.press(.enter)
    #expect(learner.lines.dropLast() == before)
    #expect(learner.statusLine.contains(learner.words("roadmap.coming").prefix(20)))
  }

  @Test func `stages fold and unfold`() {
    let learner = Learner()
    learner.press(.home)
    let open = learner.lines
    learner.press(.left)
    #expect(learner.lines != open && !learner.lines.contains { $0.contains("What is machine learning?") })
    learner.press(.right)
    #expect(learner.lines == open)
  }

  @Test func `a click chooses a row, a second one opens it`() {
    let learner = Learner()
    let row = learner.lines.firstIndex { $0.contains("Gradient descent") } ?? 0
    learner.press(.home)
    _ = learner.surface
    let point = Point(x: 12, y: learner.lines.firstIndex { $0.contains("Gradient descent") } ?? row)
    learner.session.handle(.mouse(MouseEvent(.press, at: point)))
    _ = learner.surface
    let again = Point(x: 12, y: learner.lines.firstIndex { $0.contains("Gradient descent") } ?? row)
    learner.session.handle(.mouse(MouseEvent(.press, at: again)))
    learner.settle()
    #expect(learner.sees("First, a bet"))
  }
}
