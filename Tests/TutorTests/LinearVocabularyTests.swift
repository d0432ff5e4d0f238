import Foundation
import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct LinearVocabularyTests {
  private let context = LinearListener().context

  @Test(arguments: LinearCommand.allCases, Language.allCases)
  func `every command has words and a help line`(command: LinearCommand, language: Language) {
    #expect(!LinearVocabulary.forms(of: command, language, context).isEmpty)
    #expect(!LinearVocabulary.forms(of: command, language, context)[0].hasPrefix("linear."))
    let help = "linear.help.\(command.rawValue)"
    #expect(context.words(help, in: language) != help)
  }

  /// The commands of every place of a walk.
  private func places() -> [[LinearCommand]] {
    let demo: [LinearCommand] = [
      .next, .step, .rewind, .run, .goal, .restart, .knob, .set, .preset, .type, .hear, .numbers, .table, .why,
      .history,
      .code, .press, .compare, .other, .last,
    ]
    let quiz: [LinearCommand] = [.next, .previous, .hint, .skip, .solution, .results, .demo, .submit, .answer]
    let lesson: [LinearCommand] = [
      .next, .previous, .part, .find, .guess, .try, .demo, .quiz, .term, .mark, .marks, .note,
    ]
    return [demo, quiz, lesson, [.next, .lessons, .find]]
  }

  @Test func `no word asks for two things in one place`() {
    for place in places() {
      let commands = place + LinearCommand.everywhere
      var owner: [String: LinearCommand] = [:]
      for command in commands {
        for form in Language.allCases.flatMap({ LinearVocabulary.forms(of: command, $0, context) }) {
          #expect(
            owner[form] == nil || owner[form] == command, "\(form): \(command) and \(String(describing: owner[form]))")
          owner[form] = command
        }
      }
    }
  }

  @Test func `a beginning that only one word has will do, and what follows is handed on`() {
    let vocabulary = LinearVocabulary(context)
    let found = vocabulary.read("resta now", among: [.restart, .results], wholeWords: false)
    #expect(found?.command == .restart)
    #expect(found?.argument == "now")
    #expect(vocabulary.read("res", among: [.restart, .results], wholeWords: false) == nil)
    #expect(vocabulary.read("RUN 40", among: [.run], wholeWords: false)?.argument == "40")
  }

  @Test func `where words are answers only whole command words count`() {
    let vocabulary = LinearVocabulary(context)
    let known: [LinearCommand] = [.skip, .hint, .answer, .help]
    #expect(vocabulary.read("skip", among: known, wholeWords: true)?.command == .skip)
    #expect(vocabulary.read("x", among: known, wholeWords: true) == nil)
    #expect(vocabulary.read("ski", among: known, wholeWords: true) == nil)
    #expect(vocabulary.read("skip connection", among: known, wholeWords: true) == nil)
    #expect(vocabulary.read("answer skip connection", among: known, wholeWords: true)?.argument == "skip connection")
    #expect(vocabulary.read("?", among: known, wholeWords: true)?.command == .help)
  }

  @Test func `every key that the conversation tells is in the tables`() throws {
    let folder = Repository.root.appending(path: "Sources/Tutor/Linear")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    var keys: Set<String> = []
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /"((?:linear|quiz|lesson|roadmap|results|welcome|place)\.[a-z0-9.-]+)"/) {
        keys.insert(String(match.1))
      }
    }
    #expect(keys.count > 100)
    for key in keys where !key.hasSuffix(".") { #expect(context.words(key, in: .en) != key, "\(key)") }
  }

  @Test(arguments: [
    ("left", [Key.left]), ("up 3", [.up, .up, .up]), ("[", [.character("[")]), ("左 2 上", [.left, .left, .up]),
  ])
  func `keys are typed by name`(text: String, keys: [Key]) { #expect(TypedKeys.read(text) == keys) }

  @Test(arguments: ["sideways", "33", "left 1000"])
  func `what is no key is refused`(text: String) { #expect(TypedKeys.read(text) == nil) }
}
