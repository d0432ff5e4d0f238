import ArgumentParser
import Course
import Terminal
import Wording

/// `gradus list`: the lessons with their state.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List every lesson with its state.")

  @Flag(help: "As JSON.")
  var json = false

  @Option(help: "The language of titles: en or zh.")
  var lang: Language?

  @OptionGroup var content: ContentOptions

  func run() throws {
    let library = try Library(content)
    let states = ProgressStore(Folders.current).lessonStates()
    if json { return try printJSON(library.course.entries.map { LessonRow($0, states[$0.id]) }) }
    let language = lang ?? .preferred
    for stage in library.course.stages {
      print("\(stage.number)  \(stage.title[language])")
      for module in stage.modules {
        if stage.modules.count > 1 { print("  \(module.number)  \(module.title[language])") }
        for entry in module.lessons {
          let state = LessonRow(entry, states[entry.id]).state
          print("    \(state.padded(to: 8)) \(entry.id.padded(to: 26)) \(entry.title[language])")
        }
      }
    }
  }
}

/// A lesson and its state, for `--json`.
struct LessonRow: Encodable {
  let id: String
  let title: [String: String]
  let kind: String
  /// `coming`, `new`, `seen`, `tried` or `passed`.
  let state: String
  let needs: [String]
  /// The best result of its quiz, 0 to 1.
  let best: Double?

  init(_ entry: LessonEntry, _ progress: LessonState?) {
    id = entry.id
    title = ["en": entry.title.en, "zh": entry.title.zh]
    kind = entry.kind.rawValue
    state = entry.isWritten ? "\(progress?.level ?? .new)" : "coming"
    needs = entry.needs
    best = progress?.best
  }
}
