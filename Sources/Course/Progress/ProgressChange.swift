import Foundation
import GRDB

/// One thing to be saved: a transaction of its own.
enum ProgressChange: Hashable, Sendable {
  case answer(AnswerRecord)
  /// Joins what is known of a lesson with this.
  case lesson(String, LessonState, at: Date)
  case setting(String, String, at: Date)
  /// Makes a bookmark, or changes its note.
  case bookmark(Bookmark)
  case removeBookmark(UUID)
  /// Forgets one lesson, or everything learned (nil); settings, bookmarks and notes stay.
  case reset(lesson: String?)

  func save(_ database: Database) throws {
    switch self {
    case .answer(let record): try Self.save(record, database)
    case .lesson(let lesson, let state, let time): try Self.save(lesson, state, time, database)
    case .setting(let key, let value, let time):
      try database.execute(
        sql: """
          INSERT INTO settings (key, value, updated) VALUES (?, ?, ?)
          ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated = excluded.updated
          """, arguments: [key, value, time.timeIntervalSince1970])
    case .bookmark(let bookmark): try bookmark.save(database)
    case .removeBookmark(let id):
      try database.execute(sql: "DELETE FROM bookmarks WHERE id = ?", arguments: [id.uuidString])
    case .reset(let lesson):
      for table in ["answers", "lessons"] {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE ?1 IS NULL OR lesson = ?1", arguments: [lesson])
      }
    }
  }

  /// An answer saved twice, by a retry or another window's import, stands once.
  private static func save(_ record: AnswerRecord, _ database: Database) throws {
    let answer = String(decoding: try JSONEncoder().encode(record.answer), as: UTF8.self)
    try database.execute(
      sql: """
        INSERT INTO answers (id, question, lesson, time, answer, verdict, earned, tries, hints)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """,
      arguments: [
        record.id.uuidString, record.question, record.lesson, record.time.timeIntervalSince1970, answer,
        record.verdict.rawValue, record.earned, record.tries, record.hints,
      ])
  }

  /// First times and best results survive whichever window saves last; the position is the last window's.
  private static func save(_ lesson: String, _ state: LessonState, _ time: Date, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO lessons (lesson, seen, tried, passed, best, block, line, tab, updated)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (lesson) DO UPDATE SET
          seen = min(coalesce(seen, excluded.seen), coalesce(excluded.seen, seen)),
          tried = min(coalesce(tried, excluded.tried), coalesce(excluded.tried, tried)),
          passed = min(coalesce(passed, excluded.passed), coalesce(excluded.passed, passed)),
          best = max(coalesce(best, excluded.best), coalesce(excluded.best, best)),
          line = CASE WHEN excluded.block IS NULL THEN line ELSE excluded.line END,
          tab = CASE WHEN excluded.block IS NULL THEN tab ELSE excluded.tab END,
          block = coalesce(excluded.block, block),
          updated = excluded.updated
        """,
      arguments: [
        lesson, state.seen?.timeIntervalSince1970, state.tried?.timeIntervalSince1970,
        state.passed?.timeIntervalSince1970, state.best, state.position?.block, state.position?.offset,
        state.position?.tab, time.timeIntervalSince1970,
      ])
  }
}

extension [ProgressChange] {
  /// Appends a change, or joins it with a waiting one of the same lesson or setting, so that waiting for long costs
  /// little. Nothing is joined across a reset.
  mutating func add(_ change: ProgressChange) {
    for index in indices.reversed() {
      switch (self[index], change) {
      case (.reset, _): return append(change)
      case (.setting(let old, _, _), .setting(let new, _, _)) where old == new:
        self[index] = change
        return
      case (.lesson(let old, let before, _), .lesson(let new, let after, let time)) where old == new:
        self[index] = .lesson(new, before.merged(with: after), at: time)
        return
      default: continue
      }
    }
    append(change)
  }
}
