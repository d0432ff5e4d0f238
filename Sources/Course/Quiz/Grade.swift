import Wording

/// What an answer is worth, and why.
public struct Grade: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    case right, partial, wrong
    /// The answer cannot be read; it is never counted as a try.
    case malformed(Malformation)
  }

  public var verdict: Verdict
  /// 0 to 1.
  public var score: Double
  /// Why what was chosen is right or wrong, in the order of the file.
  public var reasons: [Reason]
  /// What the run gave, for `predict`, and for `tune` the goal's metric at its end.
  public var outcome: Double?

  /// A reason and what it is about.
  public struct Reason: Hashable, Sendable {
    /// The option's or item's position in the file; nil for a typed answer.
    public var option: Int?
    public var isRight: Bool
    public var text: Bilingual

    public init(option: Int? = nil, isRight: Bool, text: Bilingual) {
      self.option = option
      self.isRight = isRight
      self.text = text
    }
  }

  public init(_ verdict: Verdict, score: Double, reasons: [Reason] = [], outcome: Double? = nil) {
    self.verdict = verdict
    self.score = score
    self.reasons = reasons
    self.outcome = outcome
  }

  static func malformed(_ malformation: Malformation) -> Grade { Grade(.malformed(malformation), score: 0) }

  /// Right where the score is full, wrong where it is nothing, partial between.
  static func scored(_ score: Double, _ reasons: [Reason] = [], outcome: Double? = nil) -> Grade {
    Grade(score >= 1 ? .right : score <= 0 ? .wrong : .partial, score: score, reasons: reasons, outcome: outcome)
  }

  public var isMalformed: Bool { if case .malformed = verdict { true } else { false } }
}

/// Why an answer cannot be read.
public enum Malformation: Error, Hashable, Sendable {
  case nothingGiven
  case number(TypedNumber.Fault)
  /// An option or item that the question does not have.
  case noSuchOption(Int)
  /// Not every item once.
  case notAnOrder
  /// An answer of another kind of question.
  case wrongKind(expected: Question.KindName)
  /// The run that decides has not been made.
  case noRun
  case runRefused(RunFault)
  /// The run gave a number that is not finite.
  case runNotFinite
  /// A knob that this question does not let you turn.
  case knobNotAllowed(String, allowed: [String])
}
