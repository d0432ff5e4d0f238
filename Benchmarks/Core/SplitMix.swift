/// The random numbers and orders that this program and its peers share, so that all do the same work.
enum SplitMix {
  /// The first `count` outputs of SplitMix64 for a seed.
  static func draws(seed: UInt64, _ count: Int) -> [UInt64] {
    (0..<count).map { k in
      var z = seed &+ UInt64(k + 1) &* 0x9E37_79B9_7F4A_7C15
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// `0..<count` in random order: for i from the last down to 1, number i changes places with number `draw % (i + 1)`.
  static func permutation(seed: UInt64, _ count: Int) -> [Int] {
    var order = Array(0..<count)
    for (draw, i) in zip(draws(seed: seed, count - 1), stride(from: count - 1, to: 0, by: -1)) {
      order.swapAt(i, Int(draw % UInt64(i + 1)))
    }
    return order
  }
}

/// FNV-1a of 64 bits: how one tells whether two programs read the same bytes.
enum Checksum {
  static func fnv(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Ends the program where the data is not what the peers work on.
  static func require(_ bytes: some Sequence<UInt8>, is expected: UInt64, _ name: String) {
    let found = fnv(bytes)
    guard found == expected else {
      Output.fail("\(name): the checksum is \(String(found, radix: 16)), not \(String(expected, radix: 16))")
    }
  }

  /// The bytes of whole numbers, the lowest first.
  static func bytes<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
    numbers.flatMap { number in withUnsafeBytes(of: number.littleEndian) { Array($0) } }
  }
}
