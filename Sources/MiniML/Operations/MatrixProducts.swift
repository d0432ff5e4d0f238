/// The matrix product and the transpose.
extension Operation {
  /// `[..., m, k] x [..., k, n] -> [..., m, n]`; a second operand of two axes serves every batch.
  public static let matmul = matmul(transposingFirst: false, transposingSecond: false)

  /// The product of operands that may be stored transposed, as `[..., k, m]` or `[..., n, k]`; nothing is moved for it.
  ///
  /// With `C = A B`: `dA = dC B^T`, `dB = A^T dC`, and where an operand is stored transposed, so is its gradient.
  public static func matmul(transposingFirst: Bool, transposingSecond: Bool) -> Operation {
    Operation(.matmul) { inputs in
      Result(inputs[0].matmul(inputs[1], transposingSelf: transposingFirst, transposingOther: transposingSecond))
    } backward: { pass in
      let (a, b, g) = (pass.inputs[0], pass.inputs[1], pass.gradient)
      return [
        pass.gradient(of: 0) {
          let left = g.matmul(b, transposingOther: !transposingSecond)
          return transposingFirst ? left.transposed : left
        },
        pass.gradient(of: 1) {
          // The batches that share one B: a single product over all their rows.
          if b.rank == 2, a.rank > 2, !transposingFirst {
            return right(a.foldingRows, g.foldingRows, false, transposingSecond)
          }
          return right(a, g, transposingFirst, transposingSecond).summed(to: b.shape)
        },
      ]
    }
  }

  /// `A^T dC`, or its transpose `dC^T A` for a B that is stored transposed.
  private static func right(_ a: Tensor, _ g: Tensor, _ isFirstTransposed: Bool, _ isSecondTransposed: Bool) -> Tensor {
    isSecondTransposed
      ? g.matmul(a, transposingSelf: true, transposingOther: isFirstTransposed)
      : a.matmul(g, transposingSelf: !isFirstTransposed)
  }

  /// `[..., m, n] -> [..., n, m]`.
  public static let transpose = Operation(.transpose) {
    $0[0].transposed
  } backward: { _, _, g in
    [g.transposed]
  }
}

extension Tensor {
  /// All rows as one matrix: `[..., d] -> [rows, d]`; a single row where there is one axis.
  var foldingRows: Tensor { rank == 2 ? self : reshaped([Self.count(shape.dropLast()), shape[rank - 1]]) }
}

extension Variable {
  public func matmul(_ other: Variable) -> Variable { apply(.matmul, other) }

  /// The product with operands stored transposed: `[..., k, m]`, `[..., n, k]`.
  public func matmul(_ other: Variable, transposingSelf: Bool = false, transposingOther: Bool = false) -> Variable {
    apply(.matmul(transposingFirst: transposingSelf, transposingSecond: transposingOther), other)
  }

  public var transposed: Variable { apply(.transpose) }
}
