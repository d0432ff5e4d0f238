import Wording

/// A value for every knob of a card, each inside its range.
public struct Settings: Hashable, Sendable {
  private var values: [String: KnobValue]

  /// The card's defaults.
  public init(defaultsOf card: DemoCard) {
    values = Dictionary(uniqueKeysWithValues: card.knobs.map { ($0.id, $0.defaultValue) })
  }

  /// The number of a knob; traps where the card has no such number, a fault of the demo's author.
  public func number(_ id: String) -> Double {
    guard case .number(let value)? = values[id] else { preconditionFailure("no number knob named \(id)") }
    return value
  }

  /// The chosen id of a knob; traps where the card has no such choice.
  public func choice(_ id: String) -> String {
    guard case .choice(let value)? = values[id] else { preconditionFailure("no choice knob named \(id)") }
    return value
  }

  public subscript(id: String) -> KnobValue? { values[id] }

  /// Sets a knob after checking it against the card.
  public mutating func set(_ id: String, to value: KnobValue, card: DemoCard) throws(SettingsError) {
    guard let knob = card.knob(id) else { throw .unknownKnob(id, known: card.knobs.map(\.id)) }
    guard knob.accepts(value) else { throw .outOfRange(id, value, knob.range) }
    values[id] = value
  }

  /// Sets a knob from text as typed on the command line or in a lesson: `0.1`, `adam`.
  public mutating func set(_ id: String, toText text: String, card: DemoCard) throws(SettingsError) {
    guard let knob = card.knob(id) else { throw .unknownKnob(id, known: card.knobs.map(\.id)) }
    switch knob.range {
    case .choice: try set(id, to: .choice(text), card: card)
    case .linear, .logarithmic:
      guard let number = Double(text), number.isFinite else { throw .notANumber(id, text) }
      try set(id, to: .number(number), card: card)
    }
  }
}

/// Why a setting was refused.
public enum SettingsError: Error, Hashable {
  case unknownKnob(String, known: [String])
  case notANumber(String, String)
  case outOfRange(String, KnobValue, Knob.Range)
}

extension Knob {
  public func accepts(_ value: KnobValue) -> Bool {
    switch (range, value) {
    case (.logarithmic(let range, _), .number(let number)), (.linear(let range, _), .number(let number)):
      range.contains(number)
    case (.choice(let choices), .choice(let id)): choices.contains { $0.id == id }
    default: false
    }
  }

  /// The value one key press further (`by` +1 or -1), kept in range; choices wrap around.
  public func turned(_ value: KnobValue, by direction: Int) -> KnobValue {
    switch (range, value) {
    case (.logarithmic(let range, let stops), .number(let number)):
      let next = stop(after: number, among: stops, by: direction)
      return .number(min(max(next, range.lowerBound), range.upperBound))
    case (.linear(let range, let step), .number(let number)):
      return .number(tidy(min(max(number + Double(direction) * step, range.lowerBound), range.upperBound)))
    case (.choice(let choices), .choice(let id)):
      let index = choices.firstIndex { $0.id == id } ?? 0
      return .choice(choices[(index + direction + choices.count) % choices.count].id)
    default: return defaultValue
    }
  }

  /// The value as the learner reads it.
  public func text(_ value: KnobValue, _ language: Language) -> String {
    switch (range, value) {
    case (.choice(let choices), .choice(let id)): choices.first { $0.id == id }?.title[language] ?? id
    case (_, .number(let number)): NumberText.short(number) + (unit.isEmpty ? "" : " " + unit)
    case (_, .choice(let id)): id
    }
  }

  /// The nearest stop of any decade above or below a positive number.
  private func stop(after number: Double, among stops: [Double], by direction: Int) -> Double {
    var decade = 1.0
    while decade > number { decade /= 10 }
    while decade * 10 <= number { decade *= 10 }
    let near = [decade / 10, decade, decade * 10].flatMap { decade in stops.map { tidy($0 * decade) } }
    // What is only rounding away from a stop stands on it.
    return direction > 0
      ? near.first { $0 > number * 1.000001 } ?? number : near.last { $0 < number * 0.999999 } ?? number
  }

  /// Rounds away what binary fractions add: 0.30000000000000004 to 0.3.
  private func tidy(_ value: Double) -> Double {
    guard value != 0 else { return 0 }
    var scale = 1.0
    while abs(value) * scale < 1e5 { scale *= 10 }
    return (value * scale).rounded() / scale
  }
}
