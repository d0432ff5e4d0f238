import ArgumentParser
import Course
import Demos
import Foundation
import Tutor
import Wording

/// `gradus check`: lints lessons, and with `--run` proves what they claim.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check lessons: FILE:LINE:COLUMN: what; expected, got; the cure. Ends with 1 if any.")

  @Argument(help: "The folder of lessons; the program's own when left out.")
  var folder: String?

  @Flag(name: .customLong("run"), help: "Also run every claim, prediction, goal and Python twin.")
  var runs = false

  @Flag(help: "As JSON.")
  var json = false

  @Option(help: "The seeds that every demo's goal is judged with, with --run.")
  var seeds: String = "1"

  @OptionGroup var content: ContentOptions

  private struct Row: Encodable {
    let file: String
    let line: Int
    let column: Int
    let message: String
  }

  func run() throws {
    let path = try folder ?? content.folders().lessons.path
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure.report("there is no folder \(path).")
    }
    var facts = DemoFacts.live
    if let assets = try? content.folders().assets { facts.images = PictureFile.paths(below: assets.path) }
    let checker = CourseChecker(
      facts: facts, judge: runs ? LiveRunJudge() : nil, snippets: runs ? PythonSnippetJudge() : nil)
    let faults = checker.check(CourseFolder(path))
    if json {
      try printJSON(
        faults.map { Row(file: $0.file, line: $0.line, column: $0.column, message: FaultSentences.sentence($0)) })
    } else {
      for fault in faults { print(FaultSentences.line(fault)) }
    }
    let missed = runs && folder == nil ? try judgeGoals() : 0
    guard faults.isEmpty, missed == 0 else { throw ExitCode(Failure.failed) }
  }

  /// Runs every demo to its goal with each seed and prints one table; returns how many missed.
  private func judgeGoals() throws -> Int {
    let seeds = self.seeds.split(separator: ",").compactMap { UInt64($0.trimmingCharacters(in: .whitespaces)) }
    guard !seeds.isEmpty else {
      throw Failure.report("--seeds: expected whole numbers such as 1,2,3, got \"\(self.seeds)\".", Failure.usage)
    }
    var missed = 0
    for type in DemoCatalogue.all {
      for seed in seeds {
        let judged = try GoalRun(type, seed: seed)
        if !judged.isReached { missed += 1 }
        if !json { print(judged.line) }
      }
    }
    return missed
  }
}
