import Foundation
import GRDB
import Synchronization

/// What a learner did, in SQLite: every answer a transaction of its own.
///
/// Always usable. Where the file cannot be, everything works from memory and `notice` says why nothing is saved; what
/// could not be written is kept, counted as done by every reading, and tried again with the next change and `flush`.
/// Two programs may have the same file open; neither loses the other's answers. Safe from any thread.
public final class ProgressStore: Sendable {
  /// The file; nil where there is no folder to keep it in.
  public let path: String?
  /// What was wrong at opening: said once to the learner; nil where nothing was.
  public let notice: ProgressError?
  private let clock: @Sendable () -> Date
  private let patience: Double
  private let state: Mutex<State>

  private struct State {
    var queue: DatabaseQueue?
    /// Changes that the file does not hold yet, oldest first.
    var pending: [ProgressChange] = []
    /// Whether a later try at opening may succeed.
    var mayReopen = false
  }

  /// Opens `progress.sqlite` in a folder, which is made where it is missing.
  ///
  /// - Parameters:
  ///   - folders: where to save, or why nowhere.
  ///   - clock: the time, for what is saved; tests pass their own.
  ///   - patience: seconds to wait for another program that is writing.
  public init(
    _ folders: Result<Folders, FoldersError>, clock: @escaping @Sendable () -> Date = { Date() }, patience: Double = 2
  ) {
    self.clock = clock
    self.patience = patience
    do {
      let folder = try folders.get().data
      try Folders.make(folder)
      let path = "\(folder)/progress.sqlite"
      let opened = ProgressFile(path: path, clock: clock, patience: patience).open()
      self.path = path
      notice = opened.notice
      state = Mutex(State(queue: opened.queue, mayReopen: opened.notice?.mayPass == true))
    } catch {
      path = nil
      notice = .folder(error)
      state = Mutex(State())
    }
  }

  /// Whether answers reach the file.
  public var isSaving: Bool { state.withLock { $0.queue != nil } }

  /// How many changes wait in memory.
  public var waiting: Int { state.withLock { $0.pending.count } }

  // MARK: Saving

  /// Saves an answer. Returns why it could not; it is then kept and tried again.
  @discardableResult
  public func save(_ record: AnswerRecord) -> ProgressError? { apply(.answer(record)) }

  /// Notes that a lesson was opened.
  @discardableResult
  public func markSeen(_ lesson: String) -> ProgressError? { apply(lesson) { $0.seen = $1 } }

  /// Notes that an answer was tried.
  @discardableResult
  public func markTried(_ lesson: String) -> ProgressError? { apply(lesson) { $0.tried = $1 } }

  /// Notes the result of a quiz, 0 to 1.
  @discardableResult
  public func saveResult(_ lesson: String, score: Double, isPassed: Bool) -> ProgressError? {
    apply(lesson) { state, now in
      (state.tried, state.best) = (now, score)
      if isPassed { state.passed = now }
    }
  }

  /// Notes where the learner is in a lesson, and that this was the last place.
  @discardableResult
  public func savePosition(_ lesson: String, _ position: LessonPosition) -> ProgressError? {
    let fault = apply(lesson) { state, _ in state.position = position }
    return set("last-lesson", to: lesson) ?? fault
  }

  /// Keeps a setting: `language`, `colours`, `tour`.
  @discardableResult
  public func set(_ key: String, to value: String) -> ProgressError? { apply(.setting(key, value, at: clock())) }

  /// Keeps a bookmark or a note, or its change.
  @discardableResult
  public func keep(_ bookmark: Bookmark) -> ProgressError? { apply(.bookmark(bookmark)) }

  /// Takes a bookmark and its note away.
  @discardableResult
  public func removeBookmark(_ id: UUID) -> ProgressError? { apply(.removeBookmark(id)) }

  /// Forgets what was learned of one lesson, or of all (nil); settings, bookmarks and notes stay.
  @discardableResult
  public func reset(lesson: String?) -> ProgressError? { apply(.reset(lesson: lesson)) }

  /// Tries again to write what waits. Returns why it could not; nil where nothing waits any more.
  @discardableResult
  public func flush() -> ProgressError? { state.withLock { write(&$0) } }

  private func apply(_ lesson: String, _ body: (inout LessonState, Date) -> Void) -> ProgressError? {
    let now = clock()
    var state = LessonState()
    body(&state, now)
    return apply(.lesson(lesson, state, at: now))
  }

  private func apply(_ change: ProgressChange) -> ProgressError? {
    state.withLock { state in
      state.pending.add(change)
      return write(&state)
    }
  }

  /// Writes what waits, in order, each in its own transaction; stops at the first that fails.
  private func write(_ state: inout State) -> ProgressError? {
    reopen(&state)
    guard let queue = state.queue else { return notice }
    while let change = state.pending.first {
      do {
        try queue.writeWithoutTransaction { database in
          try database.inTransaction(.immediate) {
            try change.save(database)
            return .commit
          }
        }
        state.pending.removeFirst()
      } catch {
        return file.progressError(error)
      }
    }
    return nil
  }

  private func reopen(_ state: inout State) {
    guard state.queue == nil, state.mayReopen else { return }
    let opened = file.open()
    state.queue = opened.queue
    state.mayReopen = opened.notice?.mayPass == true
  }

  private var file: ProgressFile { ProgressFile(path: path ?? "", clock: clock, patience: patience) }

  // MARK: Reading

  /// Runs a reading on the file, then lays what waits over it. Nothing where the file cannot be read.
  func read<Value>(
    _ empty: Value, _ body: (Database) throws -> Value, overlay: (inout Value, ProgressChange) -> Void
  ) -> Value {
    let (queue, pending) = state.withLock { ($0.queue, $0.pending) }
    var value = empty
    if let queue, let found = try? queue.inDatabase(body) { value = found }
    for change in pending { overlay(&value, change) }
    return value
  }

  /// For tests of what SQLite may do to us.
  func withDatabase(_ body: (Database) throws -> Void) throws {
    try state.withLock { $0.queue }?.inDatabase(body)
  }
}

extension ProgressError {
  /// Whether waiting may cure it.
  fileprivate var mayPass: Bool {
    switch self {
    case .locked, .diskFull: true
    default: false
    }
  }
}
