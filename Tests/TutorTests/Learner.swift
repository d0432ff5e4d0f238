import Course
import Foundation
import Support
import Terminal
import Wording

@testable import Tutor

/// Somebody at the tutor: presses keys, looks at the screen, waits for what other threads owe.
final class Learner {
  let home: Home
  let context: TutorContext
  var session: TutorSession
  var size: Size
  private let waker = TestWaker()

  /// Where a start begins: at the first start's questions, on the roadmap, or in a lesson.
  enum Start {
    case first, roadmap
    case lesson(String, LessonPane = .theory, block: Int = 0)
  }

  init(
    _ start: Start = .roadmap, home: Home = Home(), store: ProgressStore? = nil, lessons: String = Repository.lessons,
    size: Size = Size(width: 80, height: 24), tier: ColorTier = .ansi256, language: Language = .en, look: Look? = nil
  ) {
    let store = store ?? home.store()
    Self.prepare(store, start, language, look)
    let folder = CourseFolder(lessons)
    guard let course = lessons == Repository.lessons ? Repository.course : folder.course().value else {
      preconditionFailure("the course of \(lessons) can be read")
    }
    self.home = home
    self.size = size
    context = TutorContext(
      strings: Repository.strings, course: course, folder: folder, progress: home.keeper(store),
      preferences: home.preferences(), judge: LiveRunJudge(), waker: waker, tier: tier, language: language,
      isASCII: look == .ascii)
    session = TutorSession(context: context)
  }

  /// The same learner, starting the program again.
  static func again(at home: Home, size: Size = Size(width: 80, height: 24)) -> Learner {
    Learner(.first, home: home, size: size)
  }

  private static func prepare(_ store: ProgressStore, _ start: Start, _ language: Language, _ look: Look?) {
    if case .first = start { return }
    store.set("toured", to: "yes")
    store.set("language", to: language.rawValue)
    if let look { store.set("look", to: look.rawValue) }
    if case .lesson(let id, let pane, let block) = start {
      store.set("place", to: "lesson")
      store.savePosition(id, LessonPosition(block: block, offset: 0, tab: pane.rawValue))
    }
  }

  // MARK: Doing

  func press(_ keys: Key...) { press(keys) }

  func press(_ keys: [Key]) { for key in keys { session.handle(.key(key)) } }

  func press(_ key: Key, times: Int) { press(Array(repeating: key, count: times)) }

  func type(_ text: String) { press(text.map { .character($0) }) }

  /// Empties a text field of what stands in it.
  func clearField() { press(.backspace, times: 200) }

  // MARK: Looking

  /// What is on the screen now.
  var surface: Surface { session.draw(size).surface }
  var lines: [String] { surface.lines }
  /// Without blanks, so that a wrapped sentence is found whatever the width.
  var run: String { Self.run(surface.text) }
  var statusLine: String { lines.last ?? "" }

  /// Whether a text field has the keys, so that only Esc leads out of it.
  var isInField: Bool { statusLine.contains("Esc ") || sees(words("palette.title")) }

  /// The step of the demo shown; -1 where none is.
  var step: Int {
    for line in lines where line.contains(/[‖▶■]/) {
      if let match = line.firstMatch(of: /step (\d+)|第 (\d+) 步/) { return Int(match.1 ?? match.2 ?? "") ?? -1 }
    }
    return -1
  }

  func sees(_ text: String) -> Bool { surface.text.contains(text) || run.contains(Self.run(text)) }

  func words(_ key: String, _ arguments: [String: String] = [:]) -> String { context.words(key, arguments) }

  private static func run(_ text: String) -> String { text.filter { !$0.isWhitespace && !"│|█▐║".contains($0) } }

  // MARK: Waiting

  /// Draws and hands over wakes until no other thread owes anything. False after 30 seconds.
  @discardableResult
  func settle() -> Bool { wait { !$0.session.isBusy } }

  /// Draws and hands over wakes until something holds. False after 30 seconds.
  @discardableResult
  func wait(until isSo: (Learner) -> Bool) -> Bool {
    let deadline = Date(timeIntervalSinceNow: 30)
    while true {
      let seen = waker.wakes
      session.handle(.wake)
      _ = session.draw(size)
      if isSo(self) { return true }
      guard waker.wait(past: seen, until: deadline) else { return false }
    }
  }
}
