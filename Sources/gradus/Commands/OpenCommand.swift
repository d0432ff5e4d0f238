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

  @OptionGroup var content: ContentOptions

  func run() throws {
    let library = try Library(content)
    let progress = ProgressStore(Folders.current)
    let preferences = PreferencesKeeper(Folders.current)
    if let lang { preferences.override { $0.language = lang } }
    let language = preferences.value.language ?? Language.ofLocale
    let backend: CursesBackend
    do { backend = try CursesBackend(options: CursesOptions(mouse: preferences.value.mouse)) } catch {
      throw Failure.report(error.sentence(chinese: language == .zh))
    }
    let context = TutorContext(
      strings: try library.strings(), course: library.course, folder: library.folder,
      progress: ProgressKeeper(progress), preferences: preferences, judge: LiveRunJudge(), waker: backend.waker,
      tier: backend.colors,
      language: Language.ofLocale, isASCII: ascii)
    context.notice =
      Self.notice(backend.notice, progress.notice, preferences, context.language) ?? context.notice
    // One core stays with the keys, whatever trains.
    ThreadPool.shared.setThreads(ThreadPool.shared.threads - 1)
    var loop = TutorLoop(backend: backend, session: TutorSession(context: context))
    loop.run()
    backend.close()
    if progress.waiting > 0, let fault = progress.flush() {
      throw Failure.report(ProgressSentences.sentence(fault)[context.language])
    }
  }

  private static func notice(
    _ terminal: CursesNotice?, _ progress: ProgressError?, _ preferences: PreferencesKeeper, _ language: Language
  ) -> String? {
    if let progress { return ProgressSentences.sentence(progress)[language] }
    let faults = PreferencesSentences.summary(preferences.faults, path: preferences.path ?? "")
    if let faults { return faults[language] }
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
  /// The language that the learner chose, else that of the locale.
  static var preferred: Language { PreferencesKeeper(Folders.current).value.language ?? ofLocale }

  /// The language of the learner's locale: Chinese where it says so, else English.
  static var ofLocale: Language {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = variables.lazy.compactMap { ProcessInfo.processInfo.environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("zh") ? .zh : .en
  }
}
