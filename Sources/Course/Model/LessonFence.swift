/// A fence of a lesson, read, in the language of its file.
public enum LessonFence: Hashable, Sendable {
  case demo(DemoFence)
  /// The id of a source region.
  case source(String)
  case predict(Prediction)
  case experiment(Experiment)
  case python(PythonTwin)

  /// The id that it was given; nil for the kinds that have none.
  public var id: String? {
    switch self {
    case .predict(let prediction): prediction.id
    case .experiment(let experiment): experiment.id
    case .demo, .source, .python: nil
    }
  }

  /// The run that it asks for; nil where it asks for none.
  public var run: RunRequest? {
    switch self {
    case .demo(let fence): fence.run
    case .predict(let prediction): prediction.run
    case .experiment(let experiment): experiment.run
    case .python(let twin): twin.figure?.run
    case .source: nil
    }
  }
}

/// A demo to be opened from the text.
public struct DemoFence: Hashable, Sendable {
  /// Its `steps` are run before the learner sees it; usually 0.
  public var run: RunRequest
  /// Markdown; may be empty.
  public var caption: String

  public init(run: RunRequest, caption: String = "") {
    self.run = run
    self.caption = caption
  }
}

/// A question that the learner answers before a run decides it.
public struct Prediction: Hashable, Sendable {
  public enum Key: Hashable, Sendable {
    /// A metric at the last step.
    case number(metric: String, Tolerance)
    /// Choices of which exactly one holds.
    case choices([Choice])
  }

  /// A statement to choose, and the claim that decides whether it is so.
  public struct Choice: Hashable, Sendable {
    public var text: String
    public var claim: Claim

    public init(text: String, claim: Claim) {
      self.text = text
      self.claim = claim
    }
  }

  public var id: String
  public var run: RunRequest
  public var key: Key
  /// Markdown.
  public var question: String
  /// Markdown, shown with the outcome; nil for none.
  public var after: String?

  public init(id: String, run: RunRequest, key: Key, question: String, after: String? = nil) {
    self.id = id
    self.run = run
    self.key = key
    self.question = question
    self.after = after
  }

  /// The position of the choice that a run proves true; nil for a number, or where not exactly one holds.
  public func rightChoice(in trace: RunTrace) -> Int? {
    guard case .choices(let choices) = key else { return nil }
    let holding = choices.indices.filter { choices[$0].claim.holds(in: trace, steps: run.steps) == true }
    return holding.count == 1 ? holding[0] : nil
  }
}

/// A guided experiment: settings, and what must come of them.
public struct Experiment: Hashable, Sendable {
  public var id: String
  public var run: RunRequest
  /// Every one holds at the end of the run; `gradus check --run` proves it.
  public var claims: [Claim]
  /// What to do, Markdown.
  public var task: String
  public var after: String?

  public init(id: String, run: RunRequest, claims: [Claim], task: String, after: String? = nil) {
    self.id = id
    self.run = run
    self.claims = claims
    self.task = task
    self.after = after
  }
}

/// The same in Python, and the figure that it must print.
public struct PythonTwin: Hashable, Sendable {
  /// The demo's figure that the snippet's must equal.
  public struct Figure: Hashable, Sendable {
    public var run: RunRequest
    public var metric: String

    public init(run: RunRequest, metric: String) {
      self.run = run
      self.metric = metric
    }
  }

  public var source: String
  /// The last number that it prints; nil where it prints none worth comparing.
  public var expected: Double?
  /// Absolute.
  public var tolerance: Double
  /// Packages beyond the standard library.
  public var needs: [String]
  public var figure: Figure?

  public init(
    source: String, expected: Double? = nil, tolerance: Double = 0.001, needs: [String] = [], figure: Figure? = nil
  ) {
    self.source = source
    self.expected = expected
    self.tolerance = tolerance
    self.needs = needs
    self.figure = figure
  }
}
