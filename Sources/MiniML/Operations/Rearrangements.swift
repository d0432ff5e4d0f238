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

  /// Rows of a table: `[n, d] -> [indices.count, d]`. A row taken twice gets the sum of both gradients.
  public static func gather(_ indices: [Int]) -> Operation {
    Operation(.gather) {
      gatherRows($0[0], indices)
    } backward: { x, _, g in
      let d = x[0].shape[1]
      var table = Tensor.zeros(x[0].shape)
      for (row, index) in indices.enumerated() {
        for j in 0..<d { table.data[index * d + j] += g.data[row * d + j] }
      }
      return [table]
    }
  }

  private static func gatherRows(_ table: Tensor, _ indices: [Int]) -> Tensor {
    guard table.rank == 2 else { ShapeFault.trap("gather", "needs a table of two axes, got shape \(table.shape)") }
    let d = table.shape[1]
    var rows: [Float] = []
    rows.reserveCapacity(indices.count * d)
    for index in indices {
      guard index >= 0, index < table.shape[0] else { ShapeFault.trap("gather", "no row \(index) in \(table.shape)") }
      rows += table.data[index * d..<(index + 1) * d]
    }
    return Tensor([indices.count, d], rows)
  }
}
