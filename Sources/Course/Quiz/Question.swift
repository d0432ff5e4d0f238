import Wording

/// One question of a quiz, in both languages.
public struct Question: Hashable, Sendable {
  /// Permanent, unique in the course.
  public var id: String
  /// An objective of the lesson.
  public var objective: String
  public var prompt: Bilingual
  public var kind: Kind
  /// Up to three, from a nudge to nearly there.
  public var hints: [Bilingual]
  /// Why the right answer is right.
  public var explanation: Bilingual

  public enum Kind: Hashable, Sendable {
    case single([QuizOption])
    case multiple([QuizOption])
    case trueFalse(Bool, reason: Bilingual?)
    case numeric(NumericKey)
    case text(TextKey)
    /// In the right order.
    case order([Bilingual])
    case predict(PredictKey)
    case tune(TuneKey)
  }

  /// The kind's name in quiz.yaml.
  public enum KindName: String, Hashable, Sendable, CaseIterable {
    case single, multiple
    case trueFalse = "true-false"
    case numeric, text, order, predict, tune
  }

  public init(
    id: String, objective: String, prompt: Bilingual, kind: Kind, hints: [Bilingual] = [], explanation: Bilingual
  ) {
    self.id = id
    self.objective = objective
    self.prompt = prompt
    self.kind = kind
    self.hints = hints
    self.explanation = explanation
  }

  public var kindName: KindName {
    switch kind {
    case .single: .single
    case .multiple: .multiple
    case .trueFalse: .trueFalse
    case .numeric: .numeric
    case .text: .text
    case .order: .order
    case .predict: .predict
    case .tune: .tune
    }
  }

  /// Whether a run of a demo decides.
  public var isDecidedByRun: Bool { kindName == .predict || kindName == .tune }
}

/// A choice of a `single` or `multiple` question.
public struct QuizOption: Hashable, Sendable {
  public var text: Bilingual
  public var isCorrect: Bool
  /// Why it is wrong, or right; nil only on a right one.
  public var reason: Bilingual?

  public init(_ text: Bilingual, isCorrect: Bool = false, reason: Bilingual? = nil) {
    self.text = text
    self.isCorrect = isCorrect
    self.reason = reason
  }
}

/// The key of a `numeric` question.
public struct NumericKey: Hashable, Sendable {
  public var value: Double
  public var tolerance: Tolerance
  /// Empty where the number has none.
  public var unit: String
  /// Wrong values that a learner would believe.
  public var mistakes: [Mistake]

  public struct Mistake: Hashable, Sendable {
    public var value: Double
    public var reason: Bilingual

    public init(value: Double, reason: Bilingual) {
      self.value = value
      self.reason = reason
    }
  }

  public init(value: Double, tolerance: Tolerance, unit: String = "", mistakes: [Mistake] = []) {
    self.value = value
    self.tolerance = tolerance
    self.unit = unit
    self.mistakes = mistakes
  }
}

/// The key of a `text` question: every form that counts, in either language.
public struct TextKey: Hashable, Sendable {
  /// The first of a language is the form shown as the solution.
  public var accept: [Language: [String]]
  public var mistakes: [Mistake]

  public struct Mistake: Hashable, Sendable {
    public var forms: [String]
    public var reason: Bilingual

    public init(forms: [String], reason: Bilingual) {
      self.forms = forms
      self.reason = reason
    }
  }

  public init(accept: [Language: [String]], mistakes: [Mistake] = []) {
    self.accept = accept
    self.mistakes = mistakes
  }
}

/// The key of a `predict` question: a metric at the end of a run.
public struct PredictKey: Hashable, Sendable {
  public var run: RunRequest
  public var metric: String
  public var tolerance: Tolerance

  public init(run: RunRequest, metric: String, tolerance: Tolerance) {
    self.run = run
    self.metric = metric
    self.tolerance = tolerance
  }
}

/// What a `tune` question asks: bring the demo to a goal.
public struct TuneKey: Hashable, Sendable {
  /// The start; its `steps` are those of the goal.
  public var run: RunRequest
  /// Ids of the knobs that may be turned; empty for all.
  public var knobs: [String]
  public var goal: Claim
  /// Settings that reach the goal.
  public var solution: [KnobSetting]

  public init(run: RunRequest, knobs: [String], goal: Claim, solution: [KnobSetting]) {
    self.run = run
    self.knobs = knobs
    self.goal = goal
    self.solution = solution
  }
}

/// The questions of one lesson, in the order written.
public struct Quiz: Hashable, Sendable {
  public var questions: [Question]

  public init(questions: [Question]) { self.questions = questions }

  public subscript(id: String) -> Question? { questions.first { $0.id == id } }
}
