/// A seeded order of options: the same seed and question, the same order, on every machine.
enum Shuffle {
  /// Positions `0..<count` in a random order.
  ///
  /// Source: Fisher and Yates (1938), in Durstenfeld's form (1964).
  static func order(of count: Int, seed: UInt64, question: String) -> [Int] {
    var random = SplitMix(seed: seed ^ hash(question))
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, random.below(last + 1)) }
    return order
  }

  /// An order that is not already the right one, where there is another.
  static func wrongOrder(of count: Int, seed: UInt64, question: String) -> [Int] {
    guard count > 1 else { return Array(0..<count) }
    for attempt in 0..<16 {
      let order = order(of: count, seed: seed &+ UInt64(attempt) &* 0x9E37, question: question)
      if order != Array(0..<count) { return order }
    }
    return (0..<count).reversed()
  }

  /// Source: Fowler, Noll and Vo's FNV-1a, 64 bits.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Source: Steele, Lea and Flood (2014), SplitMix64.
  private struct SplitMix {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }
  }
}
