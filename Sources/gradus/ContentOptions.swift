import ArgumentParser
import Foundation

/// Where the lessons are; shared by every command that reads them.
struct ContentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the lessons, when it is not where Gradus was installed.", valueName: "dir"))
  var lessons: String?

  /// The folders of lessons and assets; ends the command with where was looked when they are not found.
  func folders() throws -> ContentFolders {
    do { return try ContentFolders(lessons: lessons) } catch { throw Failure.report("\(error)") }
  }
}
