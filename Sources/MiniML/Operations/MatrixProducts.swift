/// The matrix product and the transpose.
extension Operation {
  /// `[..., m, k] x [..., k, n] -> [..., m, n]`; a second operand of two axes serves every batch.
  public static let matmul = Operation(.matmul) {
    $0[0].matmul($0[1])
  } backward: { x, _, g in
    let (a, b) = (x[0], x[1])
    let left = g.matmul(b.transposed)
    guard b.rank == 2 else { return [left, a.transposed.matmul(g)] }
    let rows = a.reshaped([Tensor.count(Array(a.shape.dropLast())), b.shape[0]])
    return [left, rows.transposed.matmul(g.reshaped([rows.shape[0], b.shape[1]]))]
  }

  /// `[..., m, n] -> [..., n, m]`.
  public static let transpose = Operation(.transpose) {
    $0[0].transposed
  } backward: { _, _, g in
    [g.transposed]
  }
}
