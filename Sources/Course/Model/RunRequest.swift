import Wording

/// A run of a demo that a lesson or a question asks for, as it was written; whether the demo accepts it is for the
/// checker and the judge to say.
public struct RunRequest: Hashable, Sendable {
  public var demo: String
  /// A preset applied before `settings`; nil for none.
  public var preset: String?
  /// In the order written; a later one wins.
  public var settings: [KnobSetting]
  public var seed: UInt64
  /// What the learner would type; nil where the demo's own text stands.
  public var text: Bilingual?
  public var steps: Int

  public init(
    demo: String, preset: String? = nil, settings: [KnobSetting] = [], seed: UInt64 = 1, text: Bilingual? = nil,
    steps: Int
  ) {
    self.demo = demo
    self.preset = preset
    self.settings = settings
    self.seed = seed
    self.text = text
    self.steps = steps
  }

  /// The same run with further settings on top.
  public func adding(_ more: [KnobSetting]) -> RunRequest {
    var copy = self
    copy.settings += more
    return copy
  }
}

/// One knob and its value, as text.
public struct KnobSetting: Hashable, Sendable, Codable {
  public var knob: String
  public var value: String

  public init(_ knob: String, _ value: String) {
    self.knob = knob
    self.value = value
  }
}

/// How near a number must come.
public enum Tolerance: Hashable, Sendable {
  case absolute(Double)
  /// A share of the key: 0.25 is 25 %.
  case relative(Double)

  /// Whether `value` is near enough to `key`; never where either is not a number.
  public func accepts(_ value: Double, for key: Double) -> Bool {
    let distance = abs(value - key)
    // One part in 1e12 more, so that a bound written in decimals holds what stands exactly on it.
    return distance <= width(for: key) * (1 + 1e-9) + abs(key) * 1e-12
  }

  /// How far from `key` still counts.
  public func width(for key: Double) -> Double {
    switch self {
    case .absolute(let width): width
    case .relative(let share): share * abs(key)
    }
  }
}
