import ArgumentParser
import Foundation
import Language

/// Where the lessons are; shared by every command that reads them.
struct ContentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the lessons, when it is not where Gradus was installed.", valueName: "dir"))
  var lessons: String?

  /// The folders of lessons and assets, which the demos learn of; ends the command with where was looked when they are not found.
  func folders() throws -> ContentFolders {
    do {
      let folders = try ContentFolders(lessons: lessons)
      AssetFolder.set(folders.assets.path)
      return folders
    } catch { throw Failure.report("\(error)") }
  }
}
