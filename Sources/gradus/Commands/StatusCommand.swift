import ArgumentParser
import Course
import Foundation
import Wording

/// `gradus status`: how far the learner is.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "status", abstract: "Show how far you are.")

  @Flag(help: "As JSON.")
  var json = false

  @Option(help: "The language of words in the output: en or zh.")
  var lang: Language?

  @OptionGroup var content: ContentOptions

  private struct Summary: Encodable {
    let passed: Int
    let tried: Int
    let seen: Int
    let written: Int
    let coming: Int
    let answers: Int
    let last: String?
    let next: String?
    let progressFile: String?
    let isSaving: Bool
  }

  func run() throws {
    let library = try Library(content)
    let store = ProgressStore(Folders.current)
    let states = store.lessonStates()
    let written = library.course.entries.filter(\.isWritten)
    let level = { (entry: LessonEntry) in states[entry.id]?.level ?? .new }
    let summary = Summary(
      passed: written.filter { level($0) == .passed }.count, tried: written.filter { level($0) == .tried }.count,
      seen: written.filter { level($0) == .seen }.count, written: written.count,
      coming: library.course.entries.count - written.count, answers: store.answers().count,
      last: store.lastPlace()?.lesson, next: library.course.next(states)?.id, progressFile: store.path,
      isSaving: store.isSaving)
    if json { try printJSON(summary) } else { show(summary, lang ?? .preferred) }
    if let notice = store.notice {
      FileHandle.standardError.write(Data((ProgressSentences.sentence(notice)[lang ?? .preferred] + "\n").utf8))
    }
  }

  private func show(_ summary: Summary, _ language: Language) {
    switch language {
    case .en:
      print("\(summary.passed) of \(summary.written) lessons passed, \(summary.tried) begun, \(summary.seen) opened")
      print("\(summary.coming) lessons are coming; \(summary.answers) answers are kept")
      if let next = summary.next { print("next: gradus, then \(next)") }
    case .zh:
      print("已上线 \(summary.written) 课：通过 \(summary.passed)，测验进行中 \(summary.tried)，已打开 \(summary.seen)")
      print("待上线 \(summary.coming) 课；保存了 \(summary.answers) 个答案")
      if let next = summary.next { print("下一课：运行 gradus，打开 \(next)") }
    }
  }
}

/// `gradus next`: the lesson to take now.
struct NextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "next", abstract: "Name the lesson to take now.")

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var content: ContentOptions

  func run() throws {
    let library = try Library(content)
    let states = ProgressStore(Folders.current).lessonStates()
    guard let next = library.course.next(states) else {
      if json { print("null") } else { print("Every lesson that is written is passed.") }
      throw ExitCode(Failure.failed)
    }
    if json { try printJSON(LessonRow(next, states[next.id])) } else { print(next.id) }
  }
}
