import Foundation
import GRDB

extension ProgressStore {
  /// The bookmarks and notes of a lesson, or of all (nil), from the top of each text.
  public func bookmarks(lesson: String? = nil) -> [Bookmark] {
    read([]) { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM bookmarks WHERE ?1 IS NULL OR lesson = ?1", arguments: [lesson]
      ).compactMap(Bookmark.init)
    } overlay: { bookmarks, change in
      switch change {
      case .bookmark(let bookmark) where lesson == nil || bookmark.lesson == lesson:
        bookmarks.removeAll { $0.id == bookmark.id }
        bookmarks.append(bookmark)
      case .removeBookmark(let id): bookmarks.removeAll { $0.id == id }
      case .answer, .lesson, .setting, .bookmark, .reset: break
      }
    }.sorted { ($0.lesson, $0.block, $0.offset, $0.made) < ($1.lesson, $1.block, $1.offset, $1.made) }
  }
}

extension Bookmark {
  /// Nil for a row that this version cannot read: it is left in the file.
  fileprivate init?(_ row: Row) {
    guard let id = UUID(uuidString: row["id"]) else { return nil }
    self.init(
      id: id, lesson: row["lesson"], block: row["block"], offset: row["line"], note: row["note"],
      made: Date(timeIntervalSince1970: row["made"]))
  }

  func save(_ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO bookmarks (id, lesson, block, line, note, made) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET block = excluded.block, line = excluded.line, note = excluded.note
        """, arguments: [id.uuidString, lesson, block, offset, note, made.timeIntervalSince1970])
  }
}
