import ArgumentParser
import Course
import Curses
import Foundation
import MiniML
import Terminal
import Tutor
import Wording

/// Bare `gradus`: the tutor.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "open", abstract: "Open the tutor (the default).")

  @Option(help: "Begin in this language: en or zh.")
  var lang: Language?

  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false

  @Flag(help: "Speak in lines instead of drawing a screen, for screen readers, braille displays and pipes.")
  var screenReader = false

  @OptionGroup var content: ContentOptions

  func run() throws {
    let library = try Library(content)
    if screenReader || Self.isAskedToSpeak { return try ScreenReader(library, language: lang).run() }
    let progress = ProgressStore(Folders.current)
    let language = lang ?? Language.preferred
    let backend: CursesBackend
    do { backend = try CursesBackend() } catch {
      throw Failure.report(error.sentence(chinese: language == .zh))
    }
    let context = TutorContext(
      strings: try library.strings(), course: library.course, folder: library.folder,
      progress: ProgressKeeper(progress), judge: LiveRunJudge(), waker: backend.waker, tier: backend.colors,
      language: language, isASCII: ascii)
    if let lang { context.language = lang }
    context.notice = Self.notice(backend.notice, progress.notice, context.language)
    // One core stays with the keys, whatever trains.
    ThreadPool.shared.setThreads(ThreadPool.shared.threads - 1)
    var loop = TutorLoop(backend: backend, session: TutorSession(context: context))
    loop.run()
    backend.close()
    if progress.waiting > 0, let fault = progress.flush() {
      throw Failure.report(ProgressSentences.sentence(fault)[context.language])
    }
  }

  /// `GRADUS_SCREEN_READER`, for those who want every start so.
  private static var isAskedToSpeak: Bool {
    let value = ProcessInfo.processInfo.environment["GRADUS_SCREEN_READER"] ?? ""
    return !["", "0", "false", "no"].contains(value.lowercased())
  }

  private static func notice(_ terminal: CursesNotice?, _ progress: ProgressError?, _ language: Language) -> String? {
    if let progress { return ProgressSentences.sentence(progress)[language] }
    return terminal?.sentence(chinese: language == .zh)
  }
}

extension Folders {
  /// The learner's folders, from the environment.
  static var current: Result<Folders, FoldersError> {
    do { return .success(try Folders.resolve(ProcessInfo.processInfo.environment)) } catch { return .failure(error) }
  }
}

extension Language {
  /// The language of the learner's locale: Chinese where it says so, else English.
  static var preferred: Language {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = variables.lazy.compactMap { ProcessInfo.processInfo.environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("zh") ? .zh : .en
  }
}
