import ArgumentParser
import Demos

/// The command line. Bare `gradus` opens the tutor.
@main
struct Gradus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "Learn the road from linear regression to GPT by watching real models train in your terminal.",
    discussion: "Exit status: 0 fine, 1 the thing asked about failed, 2 could not be done, 64 wrong usage.",
    version: version,
    subcommands: [
      OpenCommand.self, ListCommand.self, ShowCommand.self, DemoCommand.self, DemosCommand.self, ReplayCommand.self,
      QuizCommand.self, StatusCommand.self, NextCommand.self, CheckCommand.self, RecordCommand.self, ModelCommand.self,
      GalleryCommand.self, KeysCommand.self, DoctorCommand.self, CompletionsCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  static let version = ReleaseVersion.current.description

  /// As `ParsableCommand` does, but for the words of the message, which hold what was typed.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch  where exitCode(for: error) == .success {
      exit(withError: error)
    } catch {
      let message = fullMessage(for: error)
      if !message.isEmpty { Failure.write(message + "\n") }
      exit(withError: exitCode(for: error))
    }
  }
}
