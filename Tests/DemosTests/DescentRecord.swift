import Foundation
import Testing

/// One path of `References/gradient_descent.json`, recorded from torch.optim.
struct DescentRecord: Decodable, Sendable, CustomTestStringConvertible {
  let surface: String
  let optimizer: String
  let rate: Double
  let start: [Double]
  let path: [[Double]]

  var testDescription: String { "\(optimizer) on \(surface)" }

  private struct File: Decodable {
    let runs: [DescentRecord]
  }

  static func runs() throws -> [DescentRecord] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "References/gradient_descent.json")
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).runs
  }
}
