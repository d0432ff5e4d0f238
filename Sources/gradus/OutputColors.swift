import Foundation
import Terminal

/// The colours in which a command may print.
enum OutputColors {
  /// None where output goes to a file or a pipe, where `NO_COLOR` is set, or where the terminal has none.
  static var tier: ColorTier {
    tier(isTerminal: isatty(STDOUT_FILENO) == 1, environment: ProcessInfo.processInfo.environment)
  }

  static func tier(isTerminal: Bool, environment: [String: String]) -> ColorTier {
    let terminal = environment["TERM"] ?? ""
    guard isTerminal, environment["NO_COLOR", default: ""].isEmpty, !["", "dumb"].contains(terminal) else {
      return .none
    }
    if ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") { return .truecolor }
    return terminal.contains("256") || terminal.contains("direct") ? .ansi256 : .ansi16
  }
}
