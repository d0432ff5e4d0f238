/// The matrix product and the transpose.
extension Operation {
  /// `[..., m, k] x [..., k, n] -> [..., m, n]`; a second operand of two axes serves every batch.
  public static let matmul = Operation(.matmul) { inputs in
    Result(inputs[0].matmul(inputs[1]))
  } backward: { pass in
    let (a, b, g) = (pass.inputs[0], pass.inputs[1], pass.gradient)
    return [
      pass.gradient(of: 0) { g.matmul(b, transposingOther: true) },
      pass.gradient(of: 1) {
        guard b.rank == 2 else { return a.matmul(g, transposingSelf: true) }
        return a.reshaped([-1, b.shape[0]]).matmul(g.reshaped([-1, b.shape[1]]), transposingSelf: true)
      },
    ]
  }

  /// `[..., m, n] -> [..., n, m]`.
  public static let transpose = Operation(.transpose) {
    $0[0].transposed
  } backward: { _, _, g in
    [g.transposed]
  }
}

extension Variable {
  public func matmul(_ other: Variable) -> Variable { apply(.matmul, other) }
  public var transposed: Variable { apply(.transpose) }
}
