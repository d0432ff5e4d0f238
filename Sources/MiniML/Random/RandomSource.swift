#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Seeded random numbers: the same seed gives the same numbers on every machine. A value: its copy goes on alike.
///
/// xoshiro256** seeded by SplitMix64. Source: Blackman and Vigna (2018), "Scrambled linear pseudorandom number
/// generators".
public struct RandomSource: RandomNumberGenerator, Hashable, Sendable {
  private var s0, s1, s2, s3: UInt64

  public init(seed: UInt64) {
    var mixer = seed
    func next() -> UInt64 {
      mixer &+= 0x9E37_79B9_7F4A_7C15
      var z = mixer
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    (s0, s1, s2, s3) = (next(), next(), next(), next())
  }

  public mutating func next() -> UInt64 {
    let result = rotate(s1 &* 5, 7) &* 9
    let t = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = rotate(s3, 45)
    return result
  }

  /// A number in `[0, 1)`, of 53 random bits.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in `[low, high)`.
  public mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * uniform() }

  /// A number of the normal distribution with mean 0 and deviation 1. Source: Box and Muller (1958).
  public mutating func normal() -> Double {
    let radius = sqrt(-2 * log(1 - uniform()))
    return radius * cos(2 * Double.pi * uniform())
  }

  /// A whole number in `0..<bound`; traps where bound is not positive. Unbiased: values beyond the last whole multiple are drawn again.
  public mutating func integer(below bound: Int) -> Int {
    guard bound > 0 else { ShapeFault.trap("integer(below:)", "the bound \(bound) is not positive") }
    let bound = UInt64(bound)
    let limit = UInt64.max - UInt64.max % bound
    var value = next()
    while value >= limit { value = next() }
    return Int(value % bound)
  }

  /// One of the elements; traps where there is none.
  public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[integer(below: elements.count)] }

  /// The elements in random order. Source: Fisher and Yates, as in Knuth, volume 2, algorithm P.
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for i in stride(from: result.count - 1, to: 0, by: -1) { result.swapAt(i, integer(below: i + 1)) }
    return result
  }

  private func rotate(_ x: UInt64, _ k: UInt64) -> UInt64 { (x << k) | (x >> (64 - k)) }
}

extension Tensor {
  /// Normal numbers with mean 0 and the given deviation.
  public static func normal(_ shape: [Int], deviation: Double = 1, _ source: inout RandomSource) -> Tensor {
    Tensor(shape, (0..<count(shape)).map { _ in Float(source.normal() * deviation) })
  }

  /// Numbers in `[low, high)`.
  public static func uniform(_ shape: [Int], _ low: Double, _ high: Double, _ source: inout RandomSource) -> Tensor {
    Tensor(shape, (0..<count(shape)).map { _ in Float(source.uniform(low, high)) })
  }
}
