/// Matrix products.
extension Tensor {
  /// The matrix product `[..., m, k] x [..., k, n] -> [..., m, n]`; a second operand of two axes serves every batch.
  ///
  /// An operand that is stored transposed, as `[..., k, m]` or `[..., n, k]`, is read so where its flag is set: no
  /// numbers are moved. Traps where the inner lengths or the batches differ.
  public func matmul(_ other: Tensor, transposingSelf: Bool = false, transposingOther: Bool = false) -> Tensor {
    guard rank >= 2, other.rank >= 2 else { ShapeFault.trap("matmul", shape, other.shape) }
    let (m, k) = matrixLengths(transposed: transposingSelf)
    let (inner, n) = other.matrixLengths(transposed: transposingOther)
    let isShared = other.rank == 2
    guard k == inner, isShared || shape.dropLast(2) == other.shape.dropLast(2) else {
      ShapeFault.trap("matmul", shape, other.shape)
    }
    let batches = Self.count(shape.dropLast(2))
    var target = shape
    (target[rank - 2], target[rank - 1]) = (m, n)
    return .make(target) { c in
      Self.read(self, other) { a, b in
        if isShared, !transposingSelf {
          let left = MatrixView(a, rows: batches * m, columns: k)
          MatrixProduct.multiply(left, Self.view(b, inner, n, transposingOther), into: c, rowStride: n)
          return
        }
        ThreadPool.shared.split(batches, cost: Double(m * k * n) / 50) { range in
          for batch in range {
            let left = Self.view(a + batch * m * k, m, k, transposingSelf)
            let right = Self.view(b + (isShared ? 0 : batch * k * n), k, n, transposingOther)
            MatrixProduct.multiply(left, right, into: c + batch * m * n, rowStride: n)
          }
        }
      }
    }
  }

  private func matrixLengths(transposed: Bool) -> (rows: Int, columns: Int) {
    transposed ? (shape[rank - 1], shape[rank - 2]) : (shape[rank - 2], shape[rank - 1])
  }

  /// The matrix `[rows, columns]`, in memory or its transpose there.
  private static func view(_ start: UnsafePointer<Float>, _ rows: Int, _ columns: Int, _ isTransposed: Bool)
    -> MatrixView
  {
    isTransposed
      ? MatrixView(start, rows: columns, columns: rows).transposed : MatrixView(start, rows: rows, columns: columns)
  }
}
