import Course
import Foundation
import Terminal
import Wording

@testable import Tutor

/// Somebody who types lines and hears lines, with a clock of their own.
final class LinearListener {
  let home: Home
  let context: TutorContext
  private(set) var session: LinearSession
  private let ear = Ear()
  private let clock = HandClock()

  init(
    _ start: Learner.Start = .roadmap, home: Home = Home(), store: ProgressStore? = nil, language: Language = .en,
    isInteractive: Bool = true
  ) {
    let store = store ?? home.store()
    Self.prepare(store, start, language)
    self.home = home
    let clock = clock
    context = TutorContext(
      strings: Repository.strings, course: Repository.course, folder: CourseFolder(Repository.lessons),
      progress: home.keeper(store), preferences: home.preferences(), judge: LiveRunJudge(), waker: TestWaker(),
      tier: .none, language: language)
    session = LinearSession(
      context: context, sink: ear, isInteractive: isInteractive, clock: { clock.look() })
    session.begin()
  }

  private static func prepare(_ store: ProgressStore, _ start: Learner.Start, _ language: Language) {
    if case .first = start { return }
    store.set("toured", to: "yes")
    store.set("language", to: language.rawValue)
    if case .lesson(let id, let pane, let block) = start {
      store.set("place", to: "lesson")
      store.savePosition(id, LessonPosition(block: block, offset: 0, tab: pane.rawValue))
    }
  }

  // MARK: Talking

  /// Types lines, each when nothing runs any more; returns what was said since the first.
  @discardableResult
  func type(_ lines: String...) -> [String] {
    let before = ear.lines.count
    for line in lines {
      session.hear(line)
      rest()
    }
    return Array(ear.lines[before...])
  }

  /// Types one line while something may be running, and lets it run on; returns what was said since.
  @discardableResult
  func interrupt(with line: String = "") -> [String] {
    let before = ear.lines.count
    session.hear(line)
    return Array(ear.lines[before...])
  }

  /// Lets so much time pass; returns what was said meanwhile.
  @discardableResult
  func wait(_ time: Duration) -> [String] {
    let before = ear.lines.count
    let end = clock.now + time
    while let due = session.due, due <= end {
      clock.now = max(clock.now, due)
      session.tick()
    }
    clock.now = max(clock.now, end)
    return Array(ear.lines[before...])
  }

  /// Lets what runs run to its end, for an hour at most.
  private func rest() {
    let end = clock.now + .seconds(3600)
    while let due = session.due, due <= end {
      clock.now = max(clock.now, due)
      session.tick()
    }
  }

  func leave() { session.leave() }

  // MARK: Hearing

  /// Everything said so far.
  var lines: [String] { ear.lines }
  var text: String { ear.lines.joined(separator: "\n") }
  var prompt: String {
    session.ask()
    return ear.prompt
  }

  func hears(_ text: String) -> Bool { self.text.contains(text) }

  func words(_ key: String, _ arguments: [String: String] = [:]) -> String { context.words(key, arguments) }

  private final class Ear: LineSink {
    var lines: [String] = []
    var prompt = ""

    func say(_ text: String) { lines.append(text) }
    func prompt(_ text: String) { prompt = text }
  }
}

/// A clock that goes on by a hand, and a little at each look.
private final class HandClock {
  var now = ContinuousClock.now

  func look() -> ContinuousClock.Instant {
    now += .milliseconds(1)
    return now
  }
}

extension [String] {
  /// Whether one of the lines holds a text.
  func say(_ text: String) -> Bool { contains { $0.contains(text) } }
}
