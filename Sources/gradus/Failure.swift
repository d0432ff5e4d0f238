import ArgumentParser
import Course
import Foundation
import Terminal

/// Ends a command with a sentence on standard error and one of the documented statuses.
enum Failure {
  /// The thing asked about failed.
  static let failed: Int32 = 1
  /// It could not be done.
  static let impossible: Int32 = 2
  /// Wrong usage.
  static let usage: Int32 = 64

  static func report(_ sentence: String, _ status: Int32 = impossible) -> ExitCode {
    write("gradus: \(sentence)\n")
    return ExitCode(status)
  }

  /// Writes to standard error: names that were typed or come from files stand in messages, and must not command the
  /// terminal.
  static func write(_ text: String) { FileHandle.standardError.write(Data(Sanitizer.clean(text).utf8)) }

  /// `gradus: there is no demo named "gradient-decent". Did you mean gradient-descent? See gradus demos.`
  static func unknown(_ what: String, _ id: String, known: [String], see command: String) -> ExitCode {
    let near = NearNames.of(id, in: known)
    let meant = near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?"
    return report("there is no \(what) named \"\(id)\".\(meant) `gradus \(command)` lists them.", usage)
  }
}
