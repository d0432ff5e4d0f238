import MiniML
import Terminal

/// One thing that the learner did, and after how many steps.
public struct StampedInput: Hashable, Sendable {
  public let step: Int
  public let input: DemoInput

  public init(step: Int, input: DemoInput) {
    self.step = step
    self.input = input
  }
}

/// Everything that is needed to make a run again, and what came out.
public struct Receipt: Hashable, Sendable {
  public let demo: String
  /// The knobs at step 0.
  public let settings: Settings
  public let seed: UInt64
  public let inputs: [StampedInput]
  public let steps: Int
  public let outcome: Outcome
  /// Where it was made.
  public var version = ReleaseVersion.current
  public var kernels = KernelVariant.current

  /// What a run came to.
  public struct Outcome: Hashable, Sendable {
    /// FNV-1a over names and bits of the last metrics: its first 40 bits.
    public let hash: UInt64
    /// The last value of the goal's metric, in float32; not-a-number where the demo has none.
    public let goalValue: Float

    public init(hash: UInt64, goalValue: Float) {
      self.hash = hash
      self.goalValue = goalValue
    }
  }
}

extension Receipt.Outcome {
  /// Of the metrics at the end of a run.
  init(_ metrics: [Metric], goal: Goal) {
    goalValue = metrics.first { $0.name == goal.metric }.map { Float($0.value) } ?? .nan
    var hash = FNV()
    for metric in metrics {
      hash.add(metric.name.utf8)
      hash.add((0..<8).map { UInt8(truncatingIfNeeded: metric.value.bitPattern >> (8 * $0)) })
    }
    self.hash = hash.folded(to: 40)
  }

  /// Not-a-number equals itself here: it is what came out.
  public static func == (a: Receipt.Outcome, b: Receipt.Outcome) -> Bool {
    a.hash == b.hash && a.goalValue.bitPattern == b.goalValue.bitPattern
  }
}

/// FNV-1a, 64 bit. Source: Fowler, Noll and Vo (1991).
struct FNV {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// The bits brought to fewer by exclusive or, as its authors advise.
  func folded(to bits: Int) -> UInt64 { (value ^ value >> bits) & (1 << bits - 1) }

  static func of(_ text: String, bits: Int) -> UInt64 {
    var hash = FNV()
    hash.add(text.utf8)
    return hash.folded(to: bits)
  }
}
