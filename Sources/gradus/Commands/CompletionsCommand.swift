import ArgumentParser

/// `gradus completions SHELL`: a script that completes commands, options and ids.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print a completion script for bash, zsh or fish.")

  @Argument(help: "bash, zsh or fish.")
  var shell: String

  func run() throws {
    guard let shell = CompletionShell(rawValue: shell) else {
      let known = CompletionShell.allCases.map(\.rawValue)
      throw Failure.unknown("shell", shell, known: known, see: "completions --help")
    }
    print(Gradus.completionScript(for: shell))
  }
}
