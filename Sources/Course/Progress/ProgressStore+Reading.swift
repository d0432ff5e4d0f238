import Foundation
import GRDB

extension ProgressStore {
  /// How far the learner is with every lesson ever opened, by its id.
  public func lessonStates() -> [String: LessonState] {
    read([:]) { database in
      let rows = try Row.fetchAll(database, sql: "SELECT * FROM lessons")
      return Dictionary(rows.map { ($0["lesson"] as String, LessonState($0)) }, uniquingKeysWith: { $1 })
    } overlay: { states, change in
      switch change {
      case .lesson(let lesson, let state, _): states[lesson] = (states[lesson] ?? LessonState()).merged(with: state)
      case .reset(let lesson?): states[lesson] = nil
      case .reset(nil): states = [:]
      case .answer, .setting, .bookmark, .removeBookmark: break
      }
    }
  }

  /// How far the learner is with one lesson.
  public func lessonState(_ lesson: String) -> LessonState { lessonStates()[lesson] ?? LessonState() }

  /// Every answer of a lesson, or of all (nil), oldest first.
  public func answers(lesson: String? = nil) -> [AnswerRecord] {
    read([]) { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM answers WHERE ?1 IS NULL OR lesson = ?1 ORDER BY time, id", arguments: [lesson]
      ).compactMap(AnswerRecord.init)
    } overlay: { answers, change in
      switch change {
      case .answer(let record) where lesson == nil || record.lesson == lesson:
        // It may have reached the file since.
        if !answers.contains(where: { $0.id == record.id }) { answers.append(record) }
      case .reset(nil): answers = []
      case .reset(let id?): answers.removeAll { $0.lesson == id }
      case .answer, .lesson, .setting, .bookmark, .removeBookmark: break
      }
    }
  }

  /// A setting; nil where it was never set.
  public func setting(_ key: String) -> String? {
    read(nil) { database in
      try String.fetchOne(database, sql: "SELECT value FROM settings WHERE key = ?", arguments: [key])
    } overlay: { value, change in
      if case .setting(key, let text, _) = change { value = text }
    }
  }

  /// The lesson that was open last, and where; nil before the first.
  public func lastPlace() -> (lesson: String, position: LessonPosition)? {
    guard let lesson = setting("last-lesson"), let position = lessonState(lesson).position else { return nil }
    return (lesson, position)
  }
}

extension LessonState {
  fileprivate init(_ row: Row) {
    let time = { (name: String) in (row[name] as Double?).map { Date(timeIntervalSince1970: $0) } }
    var position: LessonPosition?
    if let block = row["block"] as Int? {
      position = LessonPosition(block: block, offset: row["line"] ?? 0, tab: row["tab"] ?? "")
    }
    self.init(
      seen: time("seen"), tried: time("tried"), passed: time("passed"), best: row["best"], position: position)
  }
}

extension AnswerRecord {
  /// Nil for a row that this version cannot read: it is left in the file.
  fileprivate init?(_ row: Row) {
    let json = (row["answer"] as String).utf8
    guard
      let id = UUID(uuidString: row["id"]), let verdict = Verdict(rawValue: row["verdict"]),
      let answer = try? JSONDecoder().decode(Answer.self, from: Data(json))
    else { return nil }
    self.init(
      id: id, question: row["question"], lesson: row["lesson"], time: Date(timeIntervalSince1970: row["time"]),
      answer: answer, verdict: verdict, earned: row["earned"], tries: row["tries"], hints: row["hints"])
  }
}
