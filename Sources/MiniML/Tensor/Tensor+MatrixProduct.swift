/// Matrix products.
extension Tensor {
  /// The matrix product `[..., m, k] x [..., k, n] -> [..., m, n]`; a second operand of two axes serves every batch.
  ///
  /// Traps where the inner lengths or the batches differ.
  public func matmul(_ other: Tensor) -> Tensor {
    guard rank >= 2, other.rank >= 2, shape[rank - 1] == other.shape[other.rank - 2] else {
      ShapeFault.trap("matmul", shape, other.shape)
    }
    let (k, n) = (shape[rank - 1], other.shape[other.rank - 1])
    if other.rank == 2 {
      let m = k == 0 ? Self.count(Array(shape.dropLast())) : count / k
      var result = [Float](repeating: 0, count: m * n)
      Self.multiply(data, 0, other.data, 0, into: &result, 0, m: m, k: k, n: n)
      return Tensor(shape.dropLast() + [n], result)
    }
    guard shape.dropLast(2) == other.shape.dropLast(2) else { ShapeFault.trap("matmul", shape, other.shape) }
    let m = shape[rank - 2]
    let batches = Self.count(Array(shape.dropLast(2)))
    var result = [Float](repeating: 0, count: batches * m * n)
    for b in 0..<batches {
      Self.multiply(data, b * m * k, other.data, b * k * n, into: &result, b * m * n, m: m, k: k, n: n)
    }
    return Tensor(shape.dropLast() + [n], result)
  }

  private static func multiply(
    _ a: [Float], _ aStart: Int, _ b: [Float], _ bStart: Int, into c: inout [Float], _ cStart: Int, m: Int, k: Int,
    n: Int
  ) {
    guard m > 0, k > 0, n > 0 else { return }
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeMutableBufferPointer { c in
          MatrixKernel(
            a: UnsafeBufferPointer(rebasing: a[aStart..<aStart + m * k]),
            b: UnsafeBufferPointer(rebasing: b[bStart..<bStart + k * n]),
            c: UnsafeMutableBufferPointer(rebasing: c[cStart..<cStart + m * n]), m: m, k: k, n: n
          ).run()
        }
      }
    }
  }
}
