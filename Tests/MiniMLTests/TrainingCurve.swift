import Foundation
import MiniML

/// What References/curves.py recorded: data, starting weights, and the losses of 100 steps of PyTorch.
struct TrainingCurves: Decodable {
  let losses: [String: [Float]]
  let tokens: [Int]
  let labels: [Int]
  let pixels: [Float]

  static func load() throws -> TrainingCurves {
    try JSONDecoder().decode(TrainingCurves.self, from: Data(contentsOf: file("curves.json")))
  }

  /// The starting weights of one model, by the script's names.
  static func weights(of model: String) throws -> [String: Tensor] {
    let all = try Safetensors(path: file("curves.safetensors").path)
    var weights: [String: Tensor] = [:]
    for (name, tensor) in all.tensors where name.hasPrefix(model + "/") {
      weights[String(name.dropFirst(model.count + 1))] = tensor
    }
    return weights
  }

  /// 32 images of 64 numbers in `[0, 1]` and their classes.
  func images(_ step: Int) -> (X: Tensor, y: [Int]) {
    let rows = (step * 32..<(step + 1) * 32).map { $0 % labels.count }
    let X = rows.flatMap { row in pixels[row * 64..<(row + 1) * 64].map { $0 / 16 } }
    return (Tensor([32, 64], X), rows.map { labels[$0] })
  }

  /// 4 texts of 16 tokens, and the same one token later.
  func texts(_ step: Int) -> (X: [[Int]], y: [[Int]]) {
    let starts = (0..<4).map { (step * 4 + $0) * 37 % (tokens.count - 16) }
    return (starts.map { Array(tokens[$0..<$0 + 16]) }, starts.map { Array(tokens[$0 + 1..<$0 + 17]) })
  }

  private static func file(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References/\(name)")
  }
}
