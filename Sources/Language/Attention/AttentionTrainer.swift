import MiniML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Trains an attention model on a corpus. A value: same corpus, settings and seed, same weights on every machine of one kind.
public struct AttentionTrainer: Sendable {
  public struct Settings: Hashable, Sendable {
    public var steps: Int
    public var seed: UInt64
    /// Sentences a step.
    public var batch: Int
    /// The highest rate, reached after `warmUp` steps; then it falls along a cosine to a twentieth.
    public var learningRate: Float
    public var warmUp: Int
    public var channels: Int
    public var heads: Int

    public init(
      steps: Int, seed: UInt64 = 1, batch: Int = 32, learningRate: Float = 4e-3, warmUp: Int = 200, channels: Int = 48,
      heads: Int = 4
    ) {
      self.steps = steps
      self.seed = seed
      self.batch = batch
      self.learningRate = learningRate
      self.warmUp = warmUp
      self.channels = channels
      self.heads = heads
    }
  }

  public let corpus: AttentionCorpus
  public let settings: Settings
  public private(set) var model: AttentionModel
  /// Steps done.
  public private(set) var step = 0
  private var source: RandomSource
  private var optimizer: AdamW

  public init(_ corpus: AttentionCorpus, _ settings: Settings) {
    self.corpus = corpus
    self.settings = settings
    source = RandomSource(seed: settings.seed)
    model = AttentionModel(
      .init(vocabulary: corpus.vocabulary.count, channels: settings.channels, heads: settings.heads), &source)
    optimizer = AdamW(learningRate: settings.learningRate, beta2: 0.98, weightDecay: 0.02)
  }

  // region: training-step
  /// One step; returns the loss before it, in nats a token.
  public mutating func trainStep() -> Double {
    let sentences = (0..<settings.batch).map { _ in corpus.sentence(&source) }
    let (loss, gradients) = Self.loss(model, sentences)
    optimizer.learningRate = rate(at: step)
    optimizer.update(&model, gradients)
    step += 1
    return loss
  }
  // endregion: training-step

  /// The mean loss on the real sentences kept apart, in nats a token; not-a-number where there are none.
  public func heldOutLoss() -> Double {
    guard !corpus.heldOut.isEmpty else { return .nan }
    return Double(Self.run(model, corpus.heldOut.map { ($0, $0) }, Graph()).value.scalar)
  }

  /// The learning rate of a step.
  public func rate(at step: Int) -> Float {
    guard step >= settings.warmUp else { return settings.learningRate * Float(step + 1) / Float(settings.warmUp) }
    let done = Double(step - settings.warmUp) / Double(max(1, settings.steps - settings.warmUp))
    return settings.learningRate * Float(0.05 + 0.95 * 0.5 * (1 + cos(Double.pi * min(1, done))))
  }

  /// The loss and its gradients on some sentences.
  static func loss(_ model: AttentionModel, _ sentences: [(read: [Int], meant: [Int])]) -> (Double, Gradients) {
    let graph = Graph()
    let loss = run(model, sentences, graph)
    return (Double(loss.value.scalar), graph.gradients(of: loss))
  }

  /// Sentences are filled up to the longest; what is filled has no target. An unknown word is no target either.
  private static func run(
    _ model: AttentionModel, _ sentences: [(read: [Int], meant: [Int])], _ graph: Graph
  ) -> Variable {
    let T = max(1, (sentences.map(\.read.count).max() ?? 2) - 1)
    let inputs = sentences.map { padded(Array($0.read.dropLast()), to: T, with: 0) }
    let targets = sentences.map { padded($0.meant.dropFirst().map { $0 == 0 ? -1 : $0 }, to: T, with: -1) }
    return model.logits(inputs, in: graph).crossEntropy(targets.flatMap { $0 })
  }

  private static func padded(_ ids: [Int], to count: Int, with filler: Int) -> [Int] {
    ids + Array(repeating: filler, count: max(0, count - ids.count))
  }
}
