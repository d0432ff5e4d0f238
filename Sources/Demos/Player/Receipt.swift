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
  /// FNV-1a over names and bits of the last metrics, 16 hexadecimal digits.
  public let result: String
}

extension Receipt {
  /// FNV-1a, 64 bit (Fowler, Noll and Vo, 1991).
  static func hash(_ metrics: [Metric]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for metric in metrics {
      for byte in metric.name.utf8 { add(byte) }
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        add(UInt8(truncatingIfNeeded: metric.value.bitPattern >> shift))
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
