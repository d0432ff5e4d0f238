import Foundation
import Language
import MiniML
import Testing

@Suite struct AttentionCheckpointTests {
  static let assets = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Assets").path()
  static let folder = assets + "/" + Checkpoints.selfAttentionFolder

  struct Recorded: Decodable {
    struct Case: Decodable, Sendable {
      let text: String
      let tokens: [Int]
      let weights: [Double]
      let mixed: [Double]
      let best: [Int]
      let bestLogits: [Float]
      let loss: Double
    }
    let cases: [Case]
  }

  static func recorded() throws -> [Recorded.Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References/attention.json")
    return try JSONDecoder().decode(Recorded.self, from: Data(contentsOf: file)).cases
  }

  @Test func `the shipped model gives PyTorch's attention, logits and loss`() throws {
    let checkpoint = try AttentionCheckpoint(folder: Self.folder)
    for recorded in try Self.recorded() {
      #expect(checkpoint.vocabulary.encode(recorded.text) == recorded.tokens)
      let reference = AttentionReference(
        checkpoint.model, recorded.tokens, isScaled: true, isMasked: true, temperature: 1)
      for (got, expected) in zip(reference.weights.joined().joined(), recorded.weights) {
        #expect(abs(got - expected) < 1e-5)
      }
      for (got, expected) in zip(reference.mixed.joined().joined(), recorded.mixed) {
        #expect(abs(got - expected) < 1e-5)
      }
      let graph = Graph()
      let logits = checkpoint.model.logits([recorded.tokens], in: graph)
      #expect(logits.value.argmaxOfRows() == recorded.best)
      for (got, expected) in zip(logits.value.maxOfRows().data, recorded.bestLogits) {
        #expect(abs(got - expected) < 1e-4)
      }
      let loss = logits.crossEntropy(Array(recorded.tokens.dropFirst()) + [-1])
      #expect(abs(Double(loss.value.scalar) - recorded.loss) < 1e-4)
    }
  }

  @Test func `the shipped checkpoint is small and says how it was made`() throws {
    let checkpoint = try AttentionCheckpoint(folder: Self.folder)
    let bytes = try #require(FileBytes.read(Self.folder + "/weights.safetensors")).count
    #expect(bytes <= 400_000)
    let command = try #require(checkpoint.notes["command"])
    let source = try String(contentsOfFile: Self.folder + "/SOURCE.md", encoding: .utf8)
    #expect(source.contains(command))
    #expect((1_500...2_500).contains(checkpoint.vocabulary.count))
  }

  @Test func `the vocabulary that ships is the one that the corpus makes`() throws {
    let corpus = try AttentionTraining.corpus(assets: Self.assets)
    #expect(corpus.vocabulary == (try AttentionCheckpoint(folder: Self.folder)).vocabulary)
    #expect(corpus.heldOut.count > 100)
  }

  @Test func `a missing file is named`() {
    #expect(throws: CheckpointError.missingFile(path: "/nowhere/vocabulary.txt")) {
      try AttentionCheckpoint(folder: "/nowhere")
    }
    #expect(throws: CheckpointError.missingFile(path: "/nowhere/datasets/short-sentences/english.txt")) {
      try AttentionTraining.corpus(assets: "/nowhere")
    }
  }

  @Test func `weights of another vocabulary and damaged weights are refused`() throws {
    let folder = try TemporaryFolder()
    let weights = folder.path + "/weights.safetensors"
    try FileManager.default.copyItem(atPath: Self.folder + "/weights.safetensors", toPath: weights)
    #expect(FileBytes.write(Array("<unk>\na\n".utf8), to: folder.path + "/vocabulary.txt"))
    #expect(throws: CheckpointError.doesNotFit(path: weights, words: 2)) {
      try AttentionCheckpoint(folder: folder.path)
    }
    #expect(FileBytes.write([1, 2], to: weights))
    #expect(throws: CheckpointError.weights(path: weights, .tooShort(bytes: 2))) {
      try AttentionCheckpoint(folder: folder.path)
    }
  }

  @Test(arguments: [[0, 16], [1 << 40, 0], [4, 8], [4]])
  func `positions of an impossible shape are refused before anything is made of them`(shape: [Int]) throws {
    let folder = try TemporaryFolder()
    let positions = Tensor(shape, repeating: 0)
    let file = Safetensors(
      tensors: ["token.weight": .zeros([2, 16]), "position.weight": positions], metadata: ["heads": "2"])
    try file.write(to: folder.path + "/weights.safetensors")
    #expect(FileBytes.write(Array("<unk>\na\n".utf8), to: folder.path + "/vocabulary.txt"))
    #expect(throws: CheckpointError.doesNotFit(path: folder.path + "/weights.safetensors", words: 2)) {
      try AttentionCheckpoint(folder: folder.path)
    }
  }

  @Test func `the asset folder once set gives the shipped checkpoint`() throws {
    AssetFolder.set(Self.assets)
    #expect(AssetFolder.path == Self.assets)
    #expect(try Checkpoints.selfAttention().vocabulary == Checkpoints.selfAttention().vocabulary)
  }
}
