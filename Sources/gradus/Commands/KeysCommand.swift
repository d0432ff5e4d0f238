import ArgumentParser
import Course
import Terminal
import Tutor
import Wording

/// `gradus keys`: every command by the name that `config.yaml` gives it keys by, place by place.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List every command and its keys, place by place.",
    discussion: "In config.yaml, `keys: {step: \".\", next-pane: [tab, ctrl-n]}` gives commands other keys.")

  @Flag(help: "As JSON.")
  var json = false

  @Option(help: "The language of words in the output: en or zh.")
  var lang: Language?

  @OptionGroup var content: ContentOptions

  /// A command at a place.
  private struct Row: Encodable {
    let place: String
    let command: String
    let keys: [String]
    let does: String
  }

  func run() throws {
    let words = try Library(content).strings()
    let preferences = PreferencesKeeper(Folders.current)
    let language = lang ?? .preferred
    let places = KeyTable.places.map { place, table in
      table.customised(preferences.value).bindings.map {
        Row(place: place, command: $0.command.name, keys: $0.keys.map(\.name), does: words($0.words, language))
      }
    }
    if json { return try printJSON(places.flatMap { $0 }) }
    for rows in places {
      print(rows.first?.place ?? "")
      for row in rows {
        print("  \(row.command.padded(to: 20)) \(row.keys.joined(separator: ", ").padded(to: 24)) \(row.does)")
      }
    }
  }
}
