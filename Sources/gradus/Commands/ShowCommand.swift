import ArgumentParser
import Course
import Demos
import Foundation
import Markup
import Terminal
import Tutor
import Wording

/// `gradus show LESSON`: a lesson as linear text.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a lesson as linear text, for screen readers and pipes.")

  @Argument(help: "The lesson's id; `gradus list` lists them.")
  var lesson: String

  @Option(help: "The language: en or zh.")
  var lang: Language?

  @OptionGroup var content: ContentOptions

  func run() throws {
    let library = try Library(content)
    let language = lang ?? .preferred
    print(LinearLesson(try library.lesson(lesson), language, words: try library.strings()).text)
  }
}
