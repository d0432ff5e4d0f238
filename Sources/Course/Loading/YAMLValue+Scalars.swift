import Terminal
import Wording

extension YAMLValue {
  /// A text, without control characters; nil, and a fault, for anything else.
  func text() -> String? {
    guard let string = node.scalar?.string, !string.isEmpty else { return refuse(.text) }
    return Sanitizer.clean(string)
  }

  /// A kebab-case id.
  func id() -> String? {
    guard let text = text() else { return nil }
    guard Identifier.isValid(text) else {
      fault(.badID(text))
      return nil
    }
    return text
  }

  /// An id that this place gives to something; a fault where it was given before.
  func newID(_ noun: CourseFault.Noun) -> String? {
    guard let id = id() else { return nil }
    log.define(id, noun, at: place)
    return id
  }

  /// An id that must be given somewhere else.
  func mentioned(_ what: (String) -> Mention.What) -> String? {
    guard let id = id() else { return nil }
    log.mention(what(id), at: place)
    return id
  }

  func int(in range: ClosedRange<Int>) -> Int? {
    guard let string = node.scalar?.string, let value = Int(string) else { return refuse(.wholeNumber) }
    guard range.contains(value) else {
      let most =
        range.upperBound == .max ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
      fault(.outOfRange(key: key, expected: most, got: string))
      return nil
    }
    return value
  }

  func number() -> Double? {
    guard let string = node.scalar?.string, let value = Double(string), value.isFinite else { return refuse(.number) }
    return value
  }

  func bool() -> Bool? {
    switch node.scalar?.string {
    case "true": true
    case "false": false
    default: refuse(.bool)
    }
  }

  /// `0.05`, or `25%` of the key; above zero, and at most 100 %.
  func tolerance() -> Tolerance? {
    guard let string = node.scalar?.string else { return refuse(.tolerance) }
    let isShare = string.hasSuffix("%")
    let digits = isShare ? String(string.dropLast()) : string
    guard let value = Double(digits.filter { $0 != " " }), value.isFinite, value > 0, !isShare || value <= 100 else {
      return refuse(.tolerance)
    }
    return isShare ? .relative(value / 100) : .absolute(value)
  }

  /// `6-12`, or a single number.
  func range() -> ClosedRange<Int>? {
    guard let string = node.scalar?.string else { return refuse(.range) }
    let ends = string.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, 0 <= first, first <= last else {
      return refuse(.range)
    }
    return first...last
  }

  func oneOf<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) -> Value? where Value.RawValue == String {
    guard let text = text() else { return nil }
    if let value = Value(rawValue: text) { return value }
    fault(.notOneOf(key: key, got: text, known: Value.allCases.map(\.rawValue)))
    return nil
  }

  /// Says that the value is of another shape.
  func refuse<Value>(_ shape: CourseFault.Shape) -> Value? {
    fault(.wrongShape(key: key, expected: shape, got: got))
    return nil
  }
}
