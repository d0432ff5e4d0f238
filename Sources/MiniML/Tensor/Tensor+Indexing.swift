/// Single numbers, rows and slices.
extension Tensor {
  /// The number at `i`, of one axis.
  public subscript(i: Int) -> Float {
    get { data[offset(i)] }
    set { data[offset(i)] = newValue }
  }

  /// The number in row `i`, column `j`, of two axes.
  public subscript(i: Int, j: Int) -> Float {
    get { data[offset(i, j)] }
    set { data[offset(i, j)] = newValue }
  }

  /// The number at `i, j, k`, of three axes.
  public subscript(i: Int, j: Int, k: Int) -> Float {
    get { data[offset(i, j, k)] }
    set { data[offset(i, j, k)] = newValue }
  }

  /// Part `i` along the first axis: `[n, rest...] -> [rest...]`.
  public func row(_ i: Int) -> Tensor {
    guard rank > 0, i >= 0, i < shape[0] else { ShapeFault.trap("row", "no row \(i) in shape \(shape)") }
    let size = count / shape[0]
    return Tensor(Array(shape.dropFirst()), Array(data[i * size..<(i + 1) * size]))
  }

  /// Rows `range` along the first axis: `[n, rest...] -> [range.count, rest...]`.
  public func rows(_ range: Range<Int>) -> Tensor {
    guard rank > 0, range.lowerBound >= 0, range.upperBound <= shape[0] else {
      ShapeFault.trap("rows", "no rows \(range) in shape \(shape)")
    }
    let size = shape[0] == 0 ? 0 : count / shape[0]
    let taken = Array(data[range.lowerBound * size..<range.upperBound * size])
    return Tensor([range.count] + shape.dropFirst(), taken)
  }

  private func offset(_ i: Int) -> Int {
    guard rank == 1, i >= 0, i < shape[0] else { outside([i]) }
    return i
  }

  private func offset(_ i: Int, _ j: Int) -> Int {
    guard rank == 2, i >= 0, i < shape[0], j >= 0, j < shape[1] else { outside([i, j]) }
    return i * shape[1] + j
  }

  private func offset(_ i: Int, _ j: Int, _ k: Int) -> Int {
    guard rank == 3, i >= 0, i < shape[0], j >= 0, j < shape[1], k >= 0, k < shape[2] else { outside([i, j, k]) }
    return (i * shape[1] + j) * shape[2] + k
  }

  private func outside(_ index: [Int]) -> Never {
    ShapeFault.trap("subscript", "index \(index) is outside shape \(shape)")
  }
}
