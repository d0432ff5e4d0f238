import Foundation
import MiniML

/// What References/linalg.py recorded from NumPy.
enum LinearAlgebraReference {
  struct Case: Decodable {
    let A: PyTorchReference.Array
    let b: PyTorchReference.Array
    let S: PyTorchReference.Array
    let R: PyTorchReference.Array
    let leastSquares: PyTorchReference.Array
    let residual: PyTorchReference.Array
    let rank: Int
    // Where the rank is full.
    let U: PyTorchReference.Array?
    let Vt: PyTorchReference.Array?
    let Q: PyTorchReference.Array?
    // Where the matrix is square.
    let solve: PyTorchReference.Array?
    let inverse: PyTorchReference.Array?
    let determinant: Double?
    let logDeterminant: [Double]?
    // Where it is symmetric, and positive definite.
    let eigenvalues: PyTorchReference.Array?
    let eigenvectors: PyTorchReference.Array?
    let cholesky: PyTorchReference.Array?
  }

  private struct File: Decodable { let cases: [String: Case] }

  static let names = [
    "one", "square", "tall", "wide", "hilbert", "rank three of nine by six", "two columns of zeros", "graded",
    "symmetric", "covariance",
  ]

  static func cases() throws -> [String: Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References/linalg.json")
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).cases
  }
}
