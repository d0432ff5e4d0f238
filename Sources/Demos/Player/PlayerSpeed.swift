/// Steps a second, in levels that one key press moves between.
public enum PlayerSpeed: Int, CaseIterable, Comparable, Hashable, Sendable {
  case one = 1
  case two = 2
  case five = 5
  case ten = 10
  case thirty = 30
  case sixty = 60
  case oneHundredTwenty = 120
  /// As fast as the machine goes.
  case unlimited = 1_000_000

  /// The level nearest below a number of steps a second; the lowest for less than one.
  public init(stepsPerSecond: Int) { self = Self.allCases.last { $0.rawValue <= stepsPerSecond } ?? .one }

  public var faster: PlayerSpeed { Self.allCases.first { $0 > self } ?? self }
  public var slower: PlayerSpeed { Self.allCases.last { $0 < self } ?? self }

  /// The time between two steps; nil where there is none to keep.
  public var interval: Duration? {
    self == .unlimited ? nil : .nanoseconds(1_000_000_000 / rawValue)
  }

  public static func < (a: PlayerSpeed, b: PlayerSpeed) -> Bool { a.rawValue < b.rawValue }
}
