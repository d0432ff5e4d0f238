/// The inner loops of linear algebra, in float64 on rows of a row-major block.
///
/// `stride` is the distance from one row of the block to the next. Sums run in a fixed order.
enum DoubleKernel {
  typealias Pointer = UnsafePointer<Double>
  typealias MutablePointer = UnsafeMutablePointer<Double>

  /// `sum[j] += weights[0] row0[j] + weights[1] row1[j] + ...`, four rows at a time.
  static func addWeightedRows(
    _ weights: Pointer, _ block: Pointer, rows: Int, columns: Int, stride: Int, to sum: MutablePointer
  ) {
    let whole = rows - rows % 4
    for i in Swift.stride(from: 0, to: whole, by: 4) {
      let (a, b, c, d) = (weights[i], weights[i + 1], weights[i + 2], weights[i + 3])
      let row = block + i * stride
      for j in 0..<columns {
        let pair = a * row[j] + b * row[stride + j]
        sum[j] += pair + (c * row[2 * stride + j] + d * row[3 * stride + j])
      }
    }
    for i in whole..<rows {
      let (weight, row) = (weights[i], block + i * stride)
      for j in 0..<columns { sum[j] += weight * row[j] }
    }
  }

  /// `x[0] y[0] + x[1] y[1] + ...`, in sixteen partial sums.
  static func dot(_ x: Pointer, _ y: Pointer, _ count: Int) -> Double {
    let (x, y) = (UnsafeRawPointer(x), UnsafeRawPointer(y))
    var sum = SIMD16<Double>.zero
    let whole = count - count % 16
    for j in Swift.stride(from: 0, to: whole * 8, by: 128) {
      sum += (x + j).loadUnaligned(as: SIMD16<Double>.self) * (y + j).loadUnaligned(as: SIMD16<Double>.self)
    }
    var rest = 0.0
    for j in Swift.stride(from: whole * 8, to: count * 8, by: 8) {
      rest += (x + j).loadUnaligned(as: Double.self) * (y + j).loadUnaligned(as: Double.self)
    }
    let eight = sum.lowHalf + sum.highHalf
    let four = eight.lowHalf + eight.highHalf
    return (four.x + four.z) + (four.y + four.w) + rest
  }

  /// `block[i, j] -= x[i] y[j]`: the update of rank one that elimination and reflections consist of.
  static func subtractOuter(
    _ x: Pointer, _ y: Pointer, from block: MutablePointer, rows: Int, columns: Int, stride: Int
  ) {
    for i in 0..<rows where x[i] != 0 {
      let (factor, row) = (x[i], block + i * stride)
      for j in 0..<columns { row[j] -= factor * y[j] }
    }
  }

  /// `block[i, j] -= x[i] y[j] + y[i] x[j]`: the same for a symmetric matrix.
  static func subtractSymmetricOuter(
    _ x: Pointer, _ y: Pointer, from block: MutablePointer, count: Int, stride: Int
  ) {
    for i in 0..<count {
      let (a, b, row) = (x[i], y[i], block + i * stride)
      for j in 0..<count { row[j] -= a * y[j] + b * x[j] }
    }
  }

  /// Turns rows 0 and 1, then 1 and 2, and so on, each pair by its own rotation:
  /// `(upper, lower) = (c upper + s lower, c lower - s upper)`.
  ///
  /// Sixteen columns at a time: the row that two rotations share stays in registers.
  static func rotateRows(
    _ cosines: Pointer, _ sines: Pointer, rotations: Int, _ block: MutablePointer, columns: Int, stride: Int
  ) {
    typealias Lanes = SIMD16<Double>
    let whole = columns - columns % 16
    for j in Swift.stride(from: 0, to: whole, by: 16) {
      var row = UnsafeMutableRawPointer(block + j)
      var upper = row.loadUnaligned(as: Lanes.self)
      for k in 0..<rotations {
        let next = row + stride * 8
        let lower = next.loadUnaligned(as: Lanes.self)
        row.storeBytes(of: upper * cosines[k] + lower * sines[k], as: Lanes.self)
        upper = lower * cosines[k] - upper * sines[k]
        row = next
      }
      row.storeBytes(of: upper, as: Lanes.self)
    }
    guard whole < columns else { return }
    for k in 0..<rotations {
      let (upper, lower) = (block + k * stride, block + (k + 1) * stride)
      for j in whole..<columns {
        let (x, y) = (upper[j], lower[j])
        upper[j] = cosines[k] * x + sines[k] * y
        lower[j] = cosines[k] * y - sines[k] * x
      }
    }
  }
}
