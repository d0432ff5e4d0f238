import GRDB

/// The tables of `progress.sqlite`, and how an older file becomes a newer one.
enum ProgressSchema {
  /// Kept in `user_version`. Raise it with every change, and add a step to `migrate`.
  static let version = 2

  /// Brings the file up to `version` in one transaction; does nothing where it is there already.
  static func migrate(_ database: Database) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found < version else { return }
    if found < 1 { try first(database) }
    if found < 2 { try second(database) }
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  private static func first(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE answers (
          id TEXT PRIMARY KEY NOT NULL, question TEXT NOT NULL, lesson TEXT NOT NULL, time REAL NOT NULL,
          answer TEXT NOT NULL, verdict TEXT NOT NULL, earned REAL NOT NULL, tries INTEGER NOT NULL,
          hints INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX answers_by_lesson ON answers (lesson, time);
        CREATE INDEX answers_by_question ON answers (question, time);
        CREATE TABLE lessons (
          lesson TEXT PRIMARY KEY NOT NULL, seen REAL, tried REAL, passed REAL, best REAL, block INTEGER,
          line INTEGER, tab TEXT, updated REAL NOT NULL) WITHOUT ROWID;
        CREATE TABLE settings (
          key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL, updated REAL NOT NULL) WITHOUT ROWID;
        """)
  }

  /// Bookmarks and notes.
  private static func second(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE bookmarks (
          id TEXT PRIMARY KEY NOT NULL, lesson TEXT NOT NULL, block INTEGER NOT NULL, line INTEGER NOT NULL,
          note TEXT NOT NULL, made REAL NOT NULL) WITHOUT ROWID;
        CREATE INDEX bookmarks_by_lesson ON bookmarks (lesson, block, line);
        """)
  }
}
