/// Which numbers a dropout drops: a pure function of the seed and the number's place, so that the way back finds the
/// same ones without a mask in memory, and threads do not matter.
///
/// Source: the hash of a counter, Salmon et al. (2011), "Parallel random numbers: as easy as 1, 2, 3"; the mixing steps
/// are Wellons (2018), "Prospecting for hash functions", lowbias32.
struct DropoutKernel: Sendable {
  /// Numbers whose hash is below it are dropped.
  private let threshold: UInt32
  /// What the others are multiplied by, so that the mean stays: `1 / (1 - rate)`.
  private let scale: Float
  private let keys: (UInt32, UInt32)

  /// - Parameter rate: the share that is dropped, in `[0, 1)`.
  init(rate: Float, seed: UInt64) {
    threshold = UInt32(Double(rate) * 0x1p32)
    scale = 1 / (1 - rate)
    let first = Self.mix(UInt32(truncatingIfNeeded: seed) ^ 0x9E37_79B9)
    keys = (first, Self.mix(UInt32(truncatingIfNeeded: seed >> 32) ^ first ^ 0x85EB_CA6B))
  }

  /// `y = x * scale` where a number is kept, 0 where it is dropped, even for infinity and not-a-number.
  func apply(_ x: UnsafePointer<Float>, count: Int, into y: UnsafeMutablePointer<Float>) {
    precondition(count <= UInt32.max, "dropout: \(count) numbers are more than 2^32 - 1")
    ThreadPool.shared.split(count, grain: 64, cost: 0.5) { range in
      for i in range { y[i] = isKept(UInt32(truncatingIfNeeded: i)) ? x[i] * scale : 0 }
    }
  }

  /// Whether the number at a place is kept.
  @inline(__always)
  func isKept(_ place: UInt32) -> Bool { Self.mix(Self.mix(place ^ keys.0) ^ keys.1) >= threshold }

  @inline(__always)
  private static func mix(_ x: UInt32) -> UInt32 {
    var z = x
    z = (z ^ (z >> 16)) &* 0x7FEB_352D
    z = (z ^ (z >> 15)) &* 0x846C_A68B
    return z ^ (z >> 16)
  }
}
