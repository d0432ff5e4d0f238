/// A matrix in float64, row-major: what the factorisations work on.
struct DoubleMatrix {
  let rows: Int
  let columns: Int
  var elements: [Double]

  init(rows: Int, columns: Int, _ elements: [Double]) {
    precondition(elements.count == rows * columns)
    (self.rows, self.columns, self.elements) = (rows, columns, elements)
  }

  init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, [Double](repeating: 0, count: rows * columns))
  }

  /// Ones on the diagonal, zeros elsewhere.
  static func identity(rows: Int, columns: Int) -> DoubleMatrix {
    var result = DoubleMatrix(rows: rows, columns: columns)
    for i in 0..<min(rows, columns) { result[i, i] = 1 }
    return result
  }

  subscript(i: Int, j: Int) -> Double {
    get { elements[i * columns + j] }
    set { elements[i * columns + j] = newValue }
  }

  var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

  /// In float32.
  var tensor: Tensor { Tensor([rows, columns], elements.map { Float($0) }) }

  var transposed: DoubleMatrix {
    var result = DoubleMatrix(rows: columns, columns: rows)
    for i in 0..<rows {
      for j in 0..<columns { result[j, i] = self[i, j] }
    }
    return result
  }

  /// Column `j` of the given rows.
  func column(_ j: Int, _ range: Range<Int>) -> [Double] { range.map { self[$0, j] } }

  /// Row `i` of the given columns.
  func row(_ i: Int, _ range: Range<Int>) -> [Double] {
    Array(elements[i * columns + range.lowerBound..<i * columns + range.upperBound])
  }

  /// The given rows, of all columns.
  func rows(_ range: Range<Int>) -> DoubleMatrix {
    DoubleMatrix(
      rows: range.count, columns: columns, Array(elements[range.lowerBound * columns..<range.upperBound * columns]))
  }

  /// The rows in another order, or some of them.
  func rows(_ order: [Int]) -> DoubleMatrix {
    DoubleMatrix(rows: order.count, columns: columns, order.flatMap { row($0, 0..<columns) })
  }

  mutating func swapRows(_ a: Int, _ b: Int) {
    guard a != b else { return }
    for j in 0..<columns { elements.swapAt(a * columns + j, b * columns + j) }
  }

  mutating func scaleRow(_ i: Int, by factor: Double) {
    for j in i * columns..<(i + 1) * columns { elements[j] *= factor }
  }

  /// `w^T A` over a block: the rows summed with weights.
  func weightedSum(_ weights: [Double], rows: Range<Int>, columns range: Range<Int>) -> [Double] {
    precondition(weights.count == rows.count)
    var sum = [Double](repeating: 0, count: range.count)
    guard !rows.isEmpty else { return sum }
    elements.withUnsafeBufferPointer { block in
      sum.withUnsafeMutableBufferPointer { sum in
        guard let start = block.baseAddress, let target = sum.baseAddress else { return }
        DoubleKernel.addWeightedRows(
          weights, start + rows.lowerBound * columns + range.lowerBound, rows: rows.count, columns: range.count,
          stride: columns, to: target)
      }
    }
    return sum
  }

  /// `A v` over a block.
  func product(_ v: [Double], rows: Range<Int>, columns range: Range<Int>) -> [Double] {
    precondition(v.count == range.count)
    return elements.withUnsafeBufferPointer { block in
      rows.map { i in
        guard let start = block.baseAddress else { return 0 }
        return DoubleKernel.dot(start + i * columns + range.lowerBound, v, range.count)
      }
    }
  }

  /// `A -= x y^T` on a block.
  mutating func subtractOuter(_ x: [Double], _ y: [Double], rows: Range<Int>, columns range: Range<Int>) {
    precondition(x.count == rows.count && y.count == range.count)
    guard !rows.isEmpty else { return }
    let stride = columns
    elements.withUnsafeMutableBufferPointer { block in
      guard let start = block.baseAddress else { return }
      DoubleKernel.subtractOuter(
        x, y, from: start + rows.lowerBound * stride + range.lowerBound, rows: rows.count, columns: range.count,
        stride: stride)
    }
  }

  /// `A -= x y^T + y x^T` on the square block from `first` to the end.
  mutating func subtractSymmetricOuter(_ x: [Double], _ y: [Double], from first: Int) {
    let (stride, count) = (columns, columns - first)
    precondition(x.count == count && y.count == count)
    elements.withUnsafeMutableBufferPointer { block in
      guard let start = block.baseAddress else { return }
      DoubleKernel.subtractSymmetricOuter(x, y, from: start + first * stride + first, count: count, stride: stride)
    }
  }
}
