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
      let leading = Array(x[0].shape.dropLast())
      let n = x[0].shape[x[0].rank - 1]
      let before = Tensor.zeros(leading + [range.lowerBound])
      return [Tensor.joiningColumns([before, g, Tensor.zeros(leading + [n - range.upperBound])])]
    }
  }

  /// Joined along the last axis: `[..., a], [..., b], ... -> [..., a + b + ...]`.
  public static let joinColumns = Operation(.joinColumns) {
    Tensor.joiningColumns($0)
  } backward: { x, _, g in
    var start = 0
    return x.map { part in
      let width = part.shape[part.rank - 1]
      defer { start += width }
      return g.columns(start..<start + width)
    }
  }
}

extension Variable {
  public func permuted(_ order: [Int]) -> Variable { apply(.permute(order)) }
  public func reshaped(_ shape: [Int]) -> Variable { apply(.reshape(to: shape)) }
  public func columns(_ range: Range<Int>) -> Variable { apply(.columns(range)) }
  public static func joiningColumns(_ parts: [Variable]) -> Variable { parts[0].graph.apply(.joinColumns, parts) }
}
