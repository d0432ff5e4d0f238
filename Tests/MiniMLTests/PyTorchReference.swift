import Foundation
import MiniML

/// What References/operations.py recorded from PyTorch.
enum PyTorchReference {
  struct Array: Decodable {
    let shape: [Int]
    let data: [Float]
    var tensor: Tensor { Tensor(shape, data) }
  }

  struct OperationCase: Decodable {
    let inputs: [Array]
    let output: Array
    let seed: Array
    let gradients: [Array]
  }

  struct Operations: Decodable { let cases: [String: OperationCase] }

  struct Run: Decodable {
    let losses: [Float]
    /// Of the gradients before clipping; empty where nothing was clipped.
    let norms: [Double]
    let final: [String: Array]
  }

  struct Optimizers: Decodable {
    let X: Array
    let y: Array
    let start: [String: Array]
    let runs: [String: Run]
  }

  /// The files with cases of operations: a script of the same name wrote each.
  private static let files = [
    "operations", "functions", "products", "attention", "normalization", "recurrent", "tensors", "convolutions",
  ]

  /// Every recorded case by its name.
  static let cases: [String: OperationCase] = {
    let parts = files.map { name in
      do { return try (load(name + ".json") as Operations).cases } catch { fatalError("\(name).json: \(error)") }
    }
    return parts.reduce([:]) { $0.merging($1) { _, _ in fatalError("a case is recorded twice") } }
  }()

  static func optimizers() throws -> Optimizers { try load("optimizers.json") }

  /// A batch norm that trained on some batches, from References/normalization.py.
  struct BatchNorm: Decodable {
    let batches: [Array]
    let outputs: [Array]
    let runningMean: Array
    let runningVariance: Array
    let evaluated: Array
  }

  static func batchNorm() throws -> BatchNorm { try load("batch-norm.json") }
  /// The rates of each schedule, by References/optimizers.py.
  static func schedules() throws -> [String: [Double]] { try load("schedules.json") }

  private static func load<Value: Decodable>(_ name: String) throws -> Value {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References/\(name)")
    return try JSONDecoder().decode(Value.self, from: Data(contentsOf: file))
  }
}
