import MiniML

/// Matrices to take apart, and when two count as equal.
enum LinearAlgebraSamples {
  /// Of a product of float32 factors, relative to the size of the matrix.
  static let tolerance: Float = 2e-6

  static let shapes = [
    [1, 1], [2, 2], [3, 3], [5, 5], [16, 16], [17, 17], [33, 33], [7, 1], [1, 7], [6, 5], [40, 7], [5, 33], [100, 20],
  ]
  static let empty = [[0, 0], [0, 3], [3, 0]]

  static let denormal = Float.leastNonzeroMagnitude * 1000

  static func matrix(_ shape: [Int], seed: UInt64 = 1) -> Tensor {
    var source = RandomSource(seed: seed)
    return .normal(shape, &source)
  }

  static func identity(_ n: Int) -> Tensor { Tensor([n, n], (0..<n * n).map { $0 % (n + 1) == 0 ? 1 : 0 }) }

  static func diagonal(_ values: [Float]) -> Tensor {
    let n = values.count
    return Tensor([n, n], (0..<n * n).map { $0 % (n + 1) == 0 ? values[$0 / n] : 0 })
  }

  static func hilbert(_ n: Int) -> Tensor {
    Tensor([n, n], (0..<n * n).map { 1 / Float($0 / n + $0 % n + 1) })
  }

  /// Whether two tensors agree to the tolerance, relative to the largest number of the second (or to 1).
  static func agree(_ a: Tensor, _ b: Tensor, _ tolerance: Float = tolerance) -> Bool {
    let size = b.data.reduce(Float(1)) { max($0, abs($1)) }
    return a.shape == b.shape && a.largestDifference(to: b) <= tolerance * size * Float(max(1, b.shape.max() ?? 1))
  }

  static func hasOrthonormalColumns(_ Q: Tensor) -> Bool {
    agree(Q.transposed.matmul(Q), identity(Q.shape[1]))
  }
}
