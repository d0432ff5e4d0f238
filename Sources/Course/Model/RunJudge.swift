import Wording

/// Who runs a demo for the grader and the checker: the program supplies the live one, tests a fake.
public protocol RunJudge: Sendable {
  /// The metrics of every step from 0 to `request.steps`.
  func run(_ request: RunRequest, _ language: Language) throws(RunFault) -> RunTrace
}

/// Why a run could not be made.
public enum RunFault: Error, Hashable, Sendable {
  case unknownDemo(String, known: [String])
  case unknownPreset(String, known: [String])
  case unknownKnob(String, known: [String])
  /// A value that the knob refuses, and what it accepts, in words.
  case badValue(KnobSetting, expected: String)
  /// The demo refused the typed text.
  case refusedText(Bilingual)
}

/// The metrics of a run, step by step.
public struct RunTrace: Hashable, Sendable {
  public let metrics: [String]
  /// A row a step from step 0, each as long as `metrics`; shorter than asked where the demo finished early.
  public let rows: [[Double]]

  public init(metrics: [String], rows: [[Double]]) {
    precondition(rows.allSatisfy { $0.count == metrics.count }, "RunTrace: every row holds \(metrics.count) metrics")
    self.metrics = metrics
    self.rows = rows
  }

  /// A metric at a step; a demo that finished early keeps its last numbers. Nil for an unknown metric or no rows.
  public func value(_ metric: String, at step: Int) -> Double? {
    guard let column = metrics.firstIndex(of: metric), let last = rows.indices.last, step >= 0 else { return nil }
    return rows[min(step, last)][column]
  }
}
