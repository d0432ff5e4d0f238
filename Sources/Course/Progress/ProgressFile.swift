import Foundation
import GRDB

/// Opens the progress file, and decides what to do about one that cannot be used.
struct ProgressFile {
  let path: String
  let clock: @Sendable () -> Date
  /// Seconds to wait for another program that is writing.
  let patience: Double

  /// What could be opened. Without a queue nothing is saved.
  struct Opened {
    var queue: DatabaseQueue?
    var notice: ProgressError?
  }

  func open() -> Opened {
    switch headerState() {
    case .newer(let version):
      return Opened(notice: .newerFile(path: path, version: version, known: ProgressSchema.version))
    case .damaged: return startAfresh()
    case .fine: break
    }
    do { return Opened(queue: try connect()) } catch {
      switch progressError(error) {
      case .damagedAndStuck: return startAfresh()
      case let error: return Opened(notice: error)
      }
    }
  }

  // MARK: Before SQLite touches it

  private enum HeaderState {
    case fine, damaged
    case newer(Int)
  }

  /// Looks at the file's first hundred bytes, so that a newer file is not even opened.
  ///
  /// Source: SQLite, "Database File Format", 1.3.
  private func headerState() -> HeaderState {
    guard let handle = FileHandle(forReadingAtPath: path) else { return .fine }
    defer { try? handle.close() }
    guard let header = try? handle.read(upToCount: 100), !header.isEmpty else { return .fine }
    guard header.count == 100, header.starts(with: Data("SQLite format 3\0".utf8)) else { return .damaged }
    let version = header[60..<64].reduce(0) { $0 << 8 | Int($1) }
    return version > ProgressSchema.version ? .newer(version) : .fine
  }

  // MARK: Opening

  private func connect() throws -> DatabaseQueue {
    try checkWritable()
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.label = "progress"
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inDatabase { database in
      let check = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
      guard check == "ok" else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: check) }
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard version <= ProgressSchema.version else {
        throw ProgressError.newerFile(path: path, version: version, known: ProgressSchema.version)
      }
      try database.inTransaction(.immediate) {
        try ProgressSchema.migrate(database)
        return .commit
      }
    }
    return queue
  }

  private func checkWritable() throws {
    let manager = FileManager.default
    if !manager.fileExists(atPath: path) {
      // What a learner did is nobody else's; SQLite gives its other files the same rights.
      _ = manager.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    } else if !manager.isWritableFile(atPath: path) {
      throw ProgressError.readOnly(path: path)
    }
  }

  func progressError(_ error: any Error) -> ProgressError {
    if let error = error as? ProgressError { return error }
    guard let error = error as? DatabaseError else {
      return .failed(path: path, code: 0, reason: "\(error)")
    }
    let reason = error.message ?? "unknown"
    return switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damagedAndStuck(path: path, reason: reason)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly(path: path)
    case .SQLITE_FULL: .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
    case .SQLITE_CANTOPEN: .readOnly(path: path)
    default: .failed(path: path, code: Int(error.extendedResultCode.rawValue), reason: reason)
    }
  }

  // MARK: Damage

  /// Renames the damaged file and what belongs to it, and begins a new one.
  private func startAfresh() -> Opened {
    let aside = freeName()
    do {
      try FileManager.default.moveItem(atPath: path, toPath: aside)
      for suffix in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
        try FileManager.default.moveItem(atPath: path + suffix, toPath: aside + suffix)
      }
      return Opened(queue: try connect(), notice: .damaged(path: path, setAside: aside))
    } catch let error as ProgressError {
      return Opened(notice: error)
    } catch let error as DatabaseError {
      return Opened(notice: progressError(error))
    } catch {
      return Opened(notice: .damagedAndStuck(path: path, reason: error.localizedDescription))
    }
  }

  /// `progress.sqlite.damaged-20260131-120000`, with a number where that is taken.
  private func freeName() -> String {
    let format = Date.VerbatimFormatStyle(
      format:
        "\(year: .padded(4))\(month: .twoDigits)\(day: .twoDigits)-\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased))\(minute: .twoDigits)\(second: .twoDigits)",
      timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
    let name = "\(path).damaged-\(clock().formatted(format))"
    var free = name
    var number = 2
    while FileManager.default.fileExists(atPath: free) {
      free = "\(name)-\(number)"
      number += 1
    }
    return free
  }
}
