import ArgumentParser

/// The command line. Bare `gradus` opens the tutor.
@main
struct Gradus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "Learn the road from linear regression to GPT by watching real models train in your terminal.",
    discussion: "Exit status: 0 fine, 1 the thing asked about failed, 2 could not be done, 64 wrong usage.",
    version: version,
    subcommands: [
      OpenCommand.self, ListCommand.self, ShowCommand.self, DemoCommand.self, DemosCommand.self, QuizCommand.self,
      StatusCommand.self, NextCommand.self, CheckCommand.self, RecordCommand.self, ModelCommand.self, KeysCommand.self,
      DoctorCommand.self, CompletionsCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  static let version = "0.1.0"
}
