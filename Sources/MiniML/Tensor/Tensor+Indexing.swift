/// Single numbers, rows and slices.
extension Tensor {
  /// The number at `i`, of one axis.
  public subscript(i: Int) -> Float {
    get { read { $0[offset(i)] } }
    set {
      let position = offset(i)
      write { $0[position] = newValue }
    }
  }

  /// The number in row `i`, column `j`, of two axes.
  public subscript(i: Int, j: Int) -> Float {
    get { read { $0[offset(i, j)] } }
    set {
      let position = offset(i, j)
      write { $0[position] = newValue }
    }
  }

  /// The number at `i, j, k`, of three axes.
  public subscript(i: Int, j: Int, k: Int) -> Float {
    get { read { $0[offset(i, j, k)] } }
    set {
      let position = offset(i, j, k)
      write { $0[position] = newValue }
    }
  }

  /// The number at an index of any number of axes.
  public subscript(at index: [Int]) -> Float {
    get { read { $0[offset(index)] } }
    set {
      let position = offset(index)
      write { $0[position] = newValue }
    }
  }

  /// Part `i` along the first axis, sharing the memory: `[n, rest...] -> [rest...]`.
  public func row(_ i: Int) -> Tensor {
    guard rank > 0, i >= 0, i < shape[0] else { ShapeFault.trap("row", "no row \(i) in shape \(shape)") }
    return part(Array(shape.dropFirst()), from: i * (count / shape[0]))
  }

  /// Rows `range` along the first axis, sharing the memory: `[n, rest...] -> [range.count, rest...]`.
  public func rows(_ range: Range<Int>) -> Tensor {
    guard rank > 0, range.lowerBound >= 0, range.upperBound <= shape[0] else {
      ShapeFault.trap("rows", "no rows \(range) in shape \(shape)")
    }
    let size = shape[0] == 0 ? 0 : count / shape[0]
    return part([range.count] + shape.dropFirst(), from: range.lowerBound * size)
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

  private func offset(_ index: [Int]) -> Int {
    guard index.count == rank, zip(index, shape).allSatisfy({ $0 >= 0 && $0 < $1 }) else { outside(index) }
    return zip(index, shape).reduce(0) { $0 * $1.1 + $1.0 }
  }

  private func outside(_ index: [Int]) -> Never {
    ShapeFault.trap("subscript", "index \(index) is outside shape \(shape)")
  }
}
