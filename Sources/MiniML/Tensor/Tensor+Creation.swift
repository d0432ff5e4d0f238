/// Tensors by rule. Names as in NumPy.
extension Tensor {
  /// `[0, 1, ..., count - 1]`.
  public static func arange(_ count: Int) -> Tensor {
    guard count >= 0 else { ShapeFault.trap("arange", "a negative count \(count)") }
    return Tensor((0..<count).map { Float($0) })
  }

  /// From `start` in steps, `end` left out: `arange(from: 1, to: 2, by: 0.5)` is `[1, 1.5]`.
  ///
  /// `ceil((end - start) / step)` numbers, none where the step leads away from the end. For fractions, whose rounding
  /// makes the count hard to foresee, `linspace` is safer. Traps where the step is 0 or not finite.
  public static func arange(from start: Float, to end: Float, by step: Float = 1) -> Tensor {
    let count = ((Double(end) - Double(start)) / Double(step)).rounded(.up)
    guard step != 0, count.isFinite else { ShapeFault.trap("arange", "no numbers from \(start) to \(end) by \(step)") }
    return Tensor((0..<Int(max(0, count))).map { Float(Double(start) + Double($0) * Double(step)) })
  }

  /// `count` numbers at equal distances, both ends included: `linspace(0, 1, 3)` is `[0, 0.5, 1]`. Of one, the start.
  public static func linspace(_ start: Float, _ end: Float, _ count: Int) -> Tensor {
    guard count >= 0 else { ShapeFault.trap("linspace", "a negative count \(count)") }
    let step = (Double(end) - Double(start)) / Double(max(1, count - 1))
    return Tensor((0..<count).map { $0 > 0 && $0 == count - 1 ? end : Float(Double(start) + Double($0) * step) })
  }

  /// Ones on the diagonal: `[n, n]`, or `[n, columns]`.
  public static func eye(_ n: Int, columns: Int? = nil) -> Tensor {
    var result = Tensor.zeros([n, columns ?? n])
    for i in 0..<min(n, columns ?? n) { result[i, i] = 1 }
    return result
  }

  /// Every number the same.
  public static func full(_ shape: [Int], _ value: Float) -> Tensor { Tensor(shape, repeating: value) }

  /// Three axes from nested arrays of equal lengths.
  public init(blocks: [[[Float]]]) {
    let shape = [blocks.count, blocks.first?.count ?? 0, blocks.first?.first?.count ?? 0]
    guard blocks.allSatisfy({ $0.count == shape[1] && $0.allSatisfy { $0.count == shape[2] } }) else {
      ShapeFault.trap("Tensor(blocks:)", "blocks of unequal shapes \(blocks.map { $0.map(\.count) })")
    }
    self.init(shape, blocks.flatMap { $0.flatMap { $0 } })
  }

  /// A square matrix with the given diagonal, else zeros: `[n] -> [n, n]`.
  public static func diagonal(_ values: Tensor) -> Tensor {
    guard values.rank == 1 else { ShapeFault.trap("diagonal", "needs one axis, got shape \(values.shape)") }
    var result = Tensor.zeros([values.count, values.count])
    for i in 0..<values.count { result[i, i] = values[i] }
    return result
  }

  /// The diagonal of a matrix: `[m, n] -> [min(m, n)]`.
  public var diagonal: Tensor {
    guard rank == 2 else { ShapeFault.trap("diagonal", "needs two axes, got shape \(shape)") }
    return Tensor((0..<min(shape[0], shape[1])).map { self[$0, $0] })
  }

  /// The last two axes with zeros above the diagonal that lies `offset` to the right of the main one.
  ///
  /// `Tensor.ones([T, T]).lowerTriangle()` is 1 where a step may see another and 0 where that lies in its future.
  public func lowerTriangle(offset: Int = 0) -> Tensor { triangle("lowerTriangle") { $1 - $0 <= offset } }

  /// The last two axes with zeros below the diagonal that lies `offset` to the right of the main one.
  public func upperTriangle(offset: Int = 0) -> Tensor { triangle("upperTriangle") { $1 - $0 >= offset } }

  private func triangle(_ operation: String, _ isKept: (_ row: Int, _ column: Int) -> Bool) -> Tensor {
    guard rank >= 2 else { ShapeFault.trap(operation, "needs two axes, got shape \(shape)") }
    let (m, n) = (shape[rank - 2], shape[rank - 1])
    return .make(shape) { out in
      read { x in for i in 0..<count { out[i] = isKept(i / n % m, i % n) ? x[i] : 0 } }
    }
  }
}
