import MiniML
import Testing

@testable import Language

@Suite struct AttentionTrainerTests {
  private static let corpus = AttentionCorpus(
    english: "the sun is hot\nthe sun is bright\nthe sea is cold\n", chinese: "白日依山尽，黄河入海流。\n", least: (1, 1))

  private static func settings(rate: Float) -> AttentionTrainer.Settings {
    .init(steps: 60, seed: 2, batch: 8, learningRate: rate, warmUp: 1, channels: 16, heads: 2)
  }

  @Test func `the loss falls clearly in sixty steps`() {
    var trainer = AttentionTrainer(Self.corpus, Self.settings(rate: 0.02))
    let losses = (0..<60).map { _ in trainer.trainStep() }
    #expect(Self.mean(losses.suffix(10)) < Self.mean(losses.prefix(3)) - 1.5)
  }

  @Test func `with the sign of the update flipped the loss rises`() {
    var trainer = AttentionTrainer(Self.corpus, Self.settings(rate: -0.02))
    let losses = (0..<60).map { _ in trainer.trainStep() }
    #expect(Self.mean(losses.suffix(10)) > Self.mean(losses.prefix(3)) + 1)
  }

  @Test func `the same seed trains the same weights`() {
    var (a, b) = (
      AttentionTrainer(Self.corpus, Self.settings(rate: 0.02)), AttentionTrainer(Self.corpus, Self.settings(rate: 0.02))
    )
    for _ in 0..<5 { #expect(a.trainStep() == b.trainStep()) }
    #expect(a.model.parameters == b.model.parameters)
  }

  @Test func `the rate rises to its height and falls to a twentieth`() {
    let trainer = AttentionTrainer(Self.corpus, .init(steps: 1000, learningRate: 0.01, warmUp: 100))
    #expect(trainer.rate(at: 0) == 0.0001)
    #expect(abs(trainer.rate(at: 100) - 0.01) < 1e-6)
    #expect(abs(trainer.rate(at: 1000) - 0.0005) < 1e-6)
  }

  @Test func `a later word does not change the guess before it`() {
    var source = RandomSource(seed: 1)
    let model = AttentionModel(.init(vocabulary: 9, channels: 8, heads: 2), &source)
    let a = model.logits([[1, 2, 3]], in: Graph()).value
    let b = model.logits([[1, 2, 7]], in: Graph()).value
    #expect(a.rows(0..<2) == b.rows(0..<2))
    #expect(a.row(2) != b.row(2))
  }

  @Test func `the whole training gives a checkpoint that reads back`() throws {
    var steps = 0
    let checkpoint = AttentionTraining.checkpoint(
      Self.corpus, .init(steps: 3, seed: 2, batch: 4, channels: 16, heads: 2)
    ) { step, _ in steps = step }
    #expect(steps == 3)
    #expect(checkpoint.notes["command"] == "gradus model train self-attention --steps 3 --seed 2")
    let folder = try TemporaryFolder()
    try checkpoint.write(to: folder.path, as: .float32)
    let copy = try AttentionCheckpoint(folder: folder.path)
    #expect(copy.model.parameters == checkpoint.model.parameters)
    #expect(copy.vocabulary == checkpoint.vocabulary)
  }

  private static func mean(_ losses: some Collection<Double>) -> Double { losses.reduce(0, +) / Double(losses.count) }
}
