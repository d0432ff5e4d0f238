import Course
import Foundation
import Widgets

/// What the tutor keeps of a learner: a cache before the store, so that drawing never reads a file.
public final class ProgressKeeper {
  private let store: ProgressStore
  private let clock: () -> Date
  private var states: [String: LessonState]
  private var settings: [String: String] = [:]
  /// Grows whenever the state of a lesson changes.
  private(set) var revision = 0
  /// Why the last change could not be saved; nil once all is. Said in the status line.
  public private(set) var fault: ProgressError?

  public init(_ store: ProgressStore, clock: @escaping () -> Date = { Date() }) {
    self.store = store
    self.clock = clock
    states = store.lessonStates()
    fault = store.notice
  }

  /// Seconds since 1970, for measuring how long an answer took.
  func now() -> Double { clock().timeIntervalSince1970 }

  // MARK: Settings

  func setting(_ key: String) -> String? {
    if let known = settings[key] { return known }
    let value = store.setting(key)
    settings[key] = value
    return value
  }

  func set(_ key: String, to value: String) {
    settings[key] = value
    note(store.set(key, to: value))
  }

  // MARK: Lessons

  func state(of lesson: String) -> LessonState.Level { states[lesson]?.level ?? .new }

  func open(_ lesson: String) {
    note(store.markSeen(lesson))
    refresh(lesson)
  }

  /// Where the learner left a lesson; nil when never opened.
  func place(in lesson: String) -> LessonPlace? {
    states[lesson]?.position.map { LessonPlace(lesson: lesson, $0) }
  }

  /// The lesson that was open last, and where; nil once it was left for the roadmap.
  var lastPlace: LessonPlace? {
    guard setting("place") == "lesson" else { return nil }
    return store.lastPlace().map { LessonPlace(lesson: $0.lesson, $0.position) }
  }

  /// The lesson that was open last, wherever the learner is now.
  var lastLesson: String? { store.lastPlace()?.lesson }

  func keep(_ place: LessonPlace) {
    let position = LessonPosition(block: place.position.block, offset: place.position.offset, tab: place.pane.rawValue)
    note(store.savePosition(place.lesson, position))
    refresh(place.lesson)
  }

  /// The learner is on the roadmap, or in a lesson: where the next start begins.
  func keepScreen(_ name: String) {
    if setting("place") != name { set("place", to: name) }
  }

  // MARK: Bookmarks

  func bookmarks(in lesson: String) -> [Bookmark] { store.bookmarks(lesson: lesson) }

  /// A new bookmark, with a note or without.
  func addBookmark(_ lesson: String, at position: ReaderPosition, note: String = "") {
    let bookmark = Bookmark(
      lesson: lesson, block: position.block, offset: position.offset, note: note, made: clock())
    self.note(store.keep(bookmark))
  }

  func keep(_ bookmark: Bookmark) { note(store.keep(bookmark)) }

  func remove(_ bookmark: Bookmark) { note(store.removeBookmark(bookmark.id)) }

  // MARK: Demos

  /// How the learner left a lesson's demo; nil before the first time, or where it can't be read.
  func setup(in lesson: String) -> SavedSetup? {
    setting("demo.\(lesson)").flatMap { try? JSONDecoder().decode(SavedSetup.self, from: Data($0.utf8)) }
  }

  func keepSetup(_ setup: SavedSetup, in lesson: String) {
    guard let data = try? JSONEncoder().encode(setup) else { return }
    set("demo.\(lesson)", to: String(decoding: data, as: UTF8.self))
  }

  // MARK: Quizzes

  /// The taking of a lesson's quiz that is under way, with all that was answered in it.
  func quizSession(_ lesson: Lesson) -> QuizSession {
    let taking = taking(lesson.id)
    var session = QuizSession(lesson: lesson.id, quiz: lesson.quiz, seed: taking.seed)
    for record in store.answers(lesson: lesson.id) {
      let time = record.time.timeIntervalSince1970
      if time >= taking.since || taking.kept.contains(record.question) && time >= taking.keptSince {
        session.replay(record)
      }
    }
    for (index, question) in lesson.quiz.questions.enumerated()
    where setting(Self.revealKey(question.id)) == String(taking.seed) {
      session.go(to: index)
      session.reveal()
    }
    session.goToFirstOpen()
    return session
  }

  /// Another taking, with other orders of the options: what was answered well is kept, the rest is asked again.
  func retake(_ lesson: Lesson, after session: QuizSession) -> QuizSession {
    let old = taking(lesson.id)
    let kept = session.result.questions.filter { !$0.isMissed }.map(\.id)
    let next = QuizTaking(
      seed: old.seed + 1, since: now(), keptSince: old.kept.isEmpty ? old.since : old.keptSince, kept: Set(kept))
    set("quiz.\(lesson.id)", to: next.text)
    return quizSession(lesson)
  }

  /// Keeps the answer just taken, and what the whole comes to.
  func record(_ question: Question, _ session: QuizSession) {
    if let record = session.record(of: question.id, at: clock()) { note(store.save(record)) }
    note(store.markTried(session.lesson))
    keepResult(session)
  }

  /// The solution was shown: nothing more can be earned in this taking.
  func keepReveal(_ question: Question, _ session: QuizSession) {
    set(Self.revealKey(question.id), to: String(session.seed))
    keepResult(session)
  }

  /// Tries again to write what waits.
  public func flush() { note(store.flush()) }

  private func keepResult(_ session: QuizSession) {
    let result = session.result
    if session.isFinished { note(store.saveResult(session.lesson, score: result.score, isPassed: result.isPassed)) }
    refresh(session.lesson)
  }

  private func taking(_ lesson: String) -> QuizTaking {
    setting("quiz.\(lesson)").flatMap { QuizTaking($0) } ?? QuizTaking()
  }

  private static func revealKey(_ question: String) -> String { "reveal.\(question)" }

  private func refresh(_ lesson: String) {
    states[lesson] = store.lessonState(lesson)
    revision += 1
  }

  private func note(_ fault: ProgressError?) { self.fault = fault }
}

extension LessonPlace {
  init(lesson: String, _ position: LessonPosition) {
    self.init(
      lesson: lesson, pane: LessonPane(rawValue: position.tab) ?? .theory,
      position: ReaderPosition(block: position.block, offset: position.offset))
  }
}

extension QuizSession {
  /// Takes in an answer that was kept.
  mutating func replay(_ record: AnswerRecord) {
    guard let index = quiz.questions.firstIndex(where: { $0.id == record.question }) else { return }
    go(to: index)
    while state(of: record.question).hintsShown < record.hints, nextHint() != nil {}
    let (verdict, score): (Grade.Verdict, Double) =
      switch record.verdict {
      case .right: (.right, 1)
      case .partial: (.partial, record.earned)
      case .wrong: (.wrong, 0)
      }
    // The reasons come anew from the lesson; only a run's verdict stands as it was kept.
    let kept = Grade(verdict, score: score)
    let question = quiz.questions[index]
    submit(record.answer, question.isDecidedByRun ? kept : Grader.grade(question, record.answer))
  }

  mutating func goToFirstOpen() {
    go(to: quiz.questions.firstIndex { !state(of: $0.id).isDone } ?? 0)
  }
}
