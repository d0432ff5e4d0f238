import Foundation

/// What Tests/LanguageTests/References/attention.py recorded from PyTorch.
struct AttentionRecording: Decodable {
  struct Case: Decodable {
    let text: String
    let tokens: [Int]
    let weights: [Float]
    let mixed: [Float]
    let best: [Int]
    let loss: Double
  }

  let cases: [Case]

  static func cases() throws -> [Case] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "LanguageTests/References/attention.json")
    return try JSONDecoder().decode(Self.self, from: Data(contentsOf: file)).cases
  }
}
