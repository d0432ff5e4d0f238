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

  @Flag(help: "Redraw moving pictures at most twice a second; training goes on as fast as before.")
  var reducedMotion = false

  @OptionGroup var content: ContentOptions

  func run() throws {
    let library = try Library(content)
    let progress = ProgressStore(Folders.current)
    let preferences = PreferencesKeeper(Folders.current)
    preferences.override(asAsked)
    if preferences.value.screenReader { return try ScreenReader(library, progress, preferences).run() }
    let language = preferences.value.language ?? Language.ofLocale
    let backend: CursesBackend
    let chosen = preferences.value
    let options = CursesOptions(mouse: chosen.mouse, probesWidth: chosen.glyphs == .automatic && !ascii)
    do { backend = try CursesBackend(options: options) } catch {
      throw Failure.report(error.sentence(chinese: language == .zh))
    }
    let context = TutorContext(
      strings: try library.strings(), course: library.course, folder: library.folder,
      progress: ProgressKeeper(progress), preferences: preferences, judge: LiveRunJudge(), waker: backend.waker,
      tier: backend.colors,
      language: Language.ofLocale, isASCII: ascii)
    context.assets = library.assets.path
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

  /// What the command line and the environment ask of this run alone.
  private func asAsked(_ preferences: inout Preferences) {
    if let lang { preferences.language = lang }
    if reducedMotion { preferences.motion = .reduced }
    if let speaks = Self.speaks(ProcessInfo.processInfo.environment) { preferences.screenReader = speaks }
    if screenReader { preferences.screenReader = true }
  }

  /// What `GRADUS_SCREEN_READER` says, for those who want every start so; nil where it is not set.
  private static func speaks(_ environment: [String: String]) -> Bool? {
    guard let value = environment["GRADUS_SCREEN_READER"], !value.isEmpty else { return nil }
    return !["0", "false", "no", "off"].contains(value.lowercased())
  }

  static func notice(
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
