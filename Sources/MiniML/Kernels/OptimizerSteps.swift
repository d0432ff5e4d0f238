#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The rules of the optimisers for plain memory: weights w and their memory are changed in place, in one pass.
///
/// Each rule works number by number, so any split over threads gives the same bits. A gradient that is infinite or not a
/// number spoils its own number alone. The arithmetic is that of PyTorch's unfused forms, with fused multiply-adds.
enum OptimizerSteps {
  typealias Numbers = UnsafeMutablePointer<Float>

  /// Runs `body` over ranges of whole eights, on the thread pool where it pays.
  @inline(__always)
  private static func split(_ count: Int, cost: Double, _ body: (Range<Int>) -> Void) {
    ThreadPool.shared.split(count, grain: 64, cost: cost, body)
  }

  /// `w -= rate * (g + decay * w)`.
  static func descent(_ w: Numbers, _ g: UnsafePointer<Float>, count: Int, rate: Float, decay: Float = 0) {
    split(count, cost: 0.2) { range in
      for i in range {
        let slope = multiplyAdd(decay, w[i], g[i])
        w[i] = multiplyAdd(-rate, slope, w[i])
      }
    }
  }
}
