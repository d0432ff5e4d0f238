import Foundation
import GRDB
import Testing

@testable import Course

@Suite struct BookmarkTests {
  /// A folder that goes when the test does.
  private final class Home {
    let url = FileManager.default.temporaryDirectory.appending(path: "gradus-bookmarks-\(UUID().uuidString)")
    var path: String { url.appending(path: "progress.sqlite").path }

    func store() -> ProgressStore {
      ProgressStore(
        .success(Folders(data: url.path, config: url.path)), clock: { Date(timeIntervalSince1970: 1_000_000) },
        patience: 0.2)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
  }

  private func bookmark(_ block: Int, note: String = "", lesson: String = "gradient-descent") -> Bookmark {
    Bookmark(lesson: lesson, block: block, offset: 250, note: note, made: Date(timeIntervalSince1970: 500))
  }

  @Test func `bookmarks are there after closing and opening again, from the top of the text`() {
    let home = Home()
    let (second, first) = (bookmark(7, note: "为什么？"), bookmark(2))
    home.store().keep(second)
    home.store().keep(first)
    home.store().keep(bookmark(1, lesson: "self-attention"))
    let store = home.store()
    #expect(store.bookmarks(lesson: "gradient-descent") == [first, second])
    #expect(store.bookmarks().count == 3)
  }

  @Test func `a note changes in place, and a removed bookmark is gone in the other window too`() {
    let home = Home()
    let (first, second) = (home.store(), home.store())
    var mark = bookmark(3)
    first.keep(mark)
    mark.note = "why?"
    second.keep(mark)
    #expect(first.bookmarks() == [mark])
    first.removeBookmark(mark.id)
    #expect(second.bookmarks().isEmpty)
  }

  @Test func `without a file bookmarks are kept in memory`() {
    let store = ProgressStore(.failure(.noHome))
    let mark = bookmark(3)
    store.keep(mark)
    #expect(store.bookmarks(lesson: mark.lesson) == [mark] && store.bookmarks(lesson: "other").isEmpty)
    store.removeBookmark(mark.id)
    #expect(store.bookmarks().isEmpty)
  }

  @Test func `forgetting what was learned leaves the notes`() {
    let store = Home().store()
    store.keep(bookmark(3, note: "mine"))
    store.reset(lesson: nil)
    #expect(store.bookmarks().map(\.note) == ["mine"])
  }

  @Test func `a file of the version before is brought up to date, and keeps what it held`() throws {
    let home = Home()
    try FileManager.default.createDirectory(at: home.url, withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: home.path)
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE answers (
            id TEXT PRIMARY KEY NOT NULL, question TEXT NOT NULL, lesson TEXT NOT NULL, time REAL NOT NULL,
            answer TEXT NOT NULL, verdict TEXT NOT NULL, earned REAL NOT NULL, tries INTEGER NOT NULL,
            hints INTEGER NOT NULL) WITHOUT ROWID;
          CREATE TABLE lessons (
            lesson TEXT PRIMARY KEY NOT NULL, seen REAL, tried REAL, passed REAL, best REAL, block INTEGER,
            line INTEGER, tab TEXT, updated REAL NOT NULL) WITHOUT ROWID;
          CREATE TABLE settings (
            key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, updated REAL NOT NULL) WITHOUT ROWID;
          INSERT INTO settings VALUES ('language', 'zh', 1);
          INSERT INTO lessons VALUES ('pca', 1, 2, 3, 0.9, 4, 5, 'quiz', 6);
          PRAGMA user_version = 1;
          """)
    }
    try queue.close()
    let store = home.store()
    #expect(store.notice == nil && store.isSaving)
    #expect(store.setting("language") == "zh" && store.lessonState("pca").best == 0.9)
    let mark = bookmark(1)
    #expect(store.keep(mark) == nil)
    #expect(home.store().bookmarks() == [mark])
    var version: Int?
    try store.withDatabase { version = try Int.fetchOne($0, sql: "PRAGMA user_version") }
    #expect(version == ProgressSchema.version)
  }
}
