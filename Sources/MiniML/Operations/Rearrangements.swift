/// The same numbers in another shape, order or choice.
extension Operation {
  /// The same numbers in row-major order under another shape.
  public static func reshape(to shape: [Int]) -> Operation {
    Operation(.reshape) {
      $0[0].reshaped(shape)
    } backward: { x, _, g in
      [g.reshaped(x[0].shape)]
    }
  }

  /// The axes in another order.
  public static func permute(_ order: [Int]) -> Operation {
    Operation(.permute) {
      $0[0].permuted(order)
    } backward: { _, _, g in
      [g.permuted(order.indices.map { axis in order.firstIndex(of: axis) ?? axis })]
    }
  }

  /// Columns of the last axis: `[..., n] -> [..., range.count]`.
  public static func columns(_ range: Range<Int>) -> Operation {
    Operation(.columns) {
      $0[0].columns(range)
    } backward: { x, _, g in
      [g.unsliced(to: x[0].shape, range, axis: -1, step: 1)]
    }
  }

  /// Joined along the last axis: `[..., a], [..., b], ... -> [..., a + b + ...]`.
  public static let joinColumns = Operation(.joinColumns) {
    Tensor.joiningColumns($0)
  } backward: { x, _, g in
    g.split(sizes: x.map { $0.shape[$0.rank - 1] }, axis: -1)
  }
}

extension Variable {
  public func permuted(_ order: [Int]) -> Variable { apply(.permute(order)) }
  public func reshaped(_ shape: [Int]) -> Variable { apply(.reshape(to: shape)) }
  public func columns(_ range: Range<Int>) -> Variable { apply(.columns(range)) }
  public static func joiningColumns(_ parts: [Variable]) -> Variable { parts[0].graph.apply(.joinColumns, parts) }
}
