/// A source of batches. A value: its copy goes on alike.
public protocol BatchSource: Sendable {
  associatedtype Batch

  /// The next batch; nil at the end of an epoch, after which the next call begins another.
  mutating func next() -> Batch?
}

/// The numbers 0..<count in batches, in a new order each epoch.
///
/// The order is a Fisher-Yates shuffle by the seed and the epoch: the same seed, the same batches. Without shuffling they
/// come in order. The last batch of an epoch may be smaller; no batch is empty.
public struct ShuffledBatches: BatchSource {
  public let count: Int
  public let batchSize: Int
  public let isShuffling: Bool
  private var source: RandomSource
  private var order: [Int]
  private var position = 0

  /// Traps unless there is at least one number and batches hold at least one.
  public init(count: Int, batchSize: Int, isShuffling: Bool = true, seed: UInt64 = 0) {
    guard count > 0, batchSize > 0 else {
      ShapeFault.trap("ShuffledBatches", "batches of \(batchSize) out of \(count)")
    }
    self.count = count
    self.batchSize = batchSize
    self.isShuffling = isShuffling
    source = RandomSource(seed: seed)
    order = Array(0..<count)
    if isShuffling { order = source.shuffled(order) }
  }

  /// How many batches an epoch has.
  public var batchesPerEpoch: Int { (count + batchSize - 1) / batchSize }

  public mutating func next() -> [Int]? {
    guard position < count else {
      position = 0
      if isShuffling { order = source.shuffled(Array(0..<count)) }
      return nil
    }
    defer { position = min(count, position + batchSize) }
    return Array(order[position..<min(count, position + batchSize)])
  }
}
