import Wording

/// What a demo is, without running it.
public struct DemoCard: Sendable {
  /// Kebab-case, permanent.
  public let id: String
  public let title: Bilingual
  public let knobs: [Knob]
  /// What may be typed as text; nil when the demo takes none.
  public let textInput: TextInput?
  /// The keys that the demo itself understands, beyond the player's.
  public let keys: [DemoKey]
  /// Named settings worth trying.
  public let presets: [Preset]
  /// Metrics in words, by name; a metric without any is shown by its name.
  public let metricTitles: [String: Bilingual]
  /// Ids of the source regions that it runs.
  public let regions: [String]
  /// What a run with the default knobs reaches.
  public let goal: Goal
  /// Steps after which a run is worth looking at, for headless runs that name none.
  public let defaultSteps: Int
  /// The speed at which the player begins; slow where each step is worth reading.
  public let stepsPerSecond: Int

  public init(
    id: String, title: Bilingual, knobs: [Knob], textInput: TextInput? = nil, keys: [DemoKey] = [],
    presets: [Preset] = [], metricTitles: [String: Bilingual] = [:], regions: [String], goal: Goal, defaultSteps: Int,
    stepsPerSecond: Int = 10
  ) {
    self.id = id
    self.title = title
    self.knobs = knobs
    self.textInput = textInput
    self.keys = keys
    self.presets = presets
    self.metricTitles = metricTitles
    self.regions = regions
    self.goal = goal
    self.defaultSteps = defaultSteps
    self.stepsPerSecond = stepsPerSecond
  }

  public func knob(_ id: String) -> Knob? { knobs.first { $0.id == id } }
}

/// Something that the learner turns.
public struct Knob: Hashable, Sendable {
  public enum Range: Hashable, Sendable {
    /// Positive values; a key press goes to the next of the `stops`, ascending from 1 to below 10, in each decade.
    case logarithmic(ClosedRange<Double>, stops: [Double] = Knob.roundStops)
    /// Real values; a key press adds or takes `by`.
    case linear(ClosedRange<Double>, by: Double)
    /// One of named choices, by index.
    case choice([Choice])
  }

  /// Round numbers, close to each other where a rate is decided: 0.09, 0.1, 0.11.
  public static let roundStops = [1, 1.1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 9]

  public let id: String
  public let title: Bilingual
  /// Empty where the number has none.
  public let unit: String
  public let range: Range
  public let defaultValue: KnobValue
  /// Whether turning it keeps the run going; otherwise the run starts again.
  public let isLive: Bool

  public init(
    _ id: String, _ title: Bilingual, unit: String = "", _ range: Range, default value: KnobValue, isLive: Bool = true
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.range = range
    self.defaultValue = value
    self.isLive = isLive
  }
}

/// A named choice of a knob.
public struct Choice: Hashable, Sendable {
  public let id: String
  public let title: Bilingual

  public init(_ id: String, _ title: Bilingual) {
    self.id = id
    self.title = title
  }
}

/// A knob's value: a number, or the id of a choice.
public enum KnobValue: Hashable, Sendable {
  case number(Double)
  case choice(String)
}

/// What a learner may type.
public struct TextInput: Hashable, Sendable {
  public let title: Bilingual
  public let initial: Bilingual
  /// Characters at most.
  public let limit: Int

  public init(title: Bilingual, initial: Bilingual, limit: Int) {
    self.title = title
    self.initial = initial
    self.limit = limit
  }
}

/// A key of the demo's own, for the status line and the help.
public struct DemoKey: Hashable, Sendable {
  /// As shown: "arrows", "h".
  public let keys: Bilingual
  public let title: Bilingual

  public init(_ keys: Bilingual, _ title: Bilingual) {
    self.keys = keys
    self.title = title
  }
}

/// Named settings.
public struct Preset: Hashable, Sendable {
  public let id: String
  public let title: Bilingual
  public let values: [String: KnobValue]
  public let text: String?

  public init(_ id: String, _ title: Bilingual, _ values: [String: KnobValue], text: String? = nil) {
    self.id = id
    self.title = title
    self.values = values
    self.text = text
  }
}

/// What a run must reach: `metric relation bound` within `steps`.
public struct Goal: Hashable, Sendable {
  public enum Relation: String, Hashable, Sendable {
    case atMost = "<="
    case atLeast = ">="
  }

  public let metric: String
  public let relation: Relation
  public let bound: Double
  public let steps: Int
  /// A challenge is shown to the learner; a proof of exactness, such as an error against a reference, is only checked.
  public let isChallenge: Bool

  public init(
    _ metric: String, _ relation: Relation, _ bound: Double, within steps: Int, isChallenge: Bool = true
  ) {
    self.metric = metric
    self.relation = relation
    self.bound = bound
    self.steps = steps
    self.isChallenge = isChallenge
  }

  /// Not-a-number never reaches a goal.
  public func isReached(by value: Double) -> Bool {
    switch relation {
    case .atMost: value <= bound
    case .atLeast: value >= bound
    }
  }
}
