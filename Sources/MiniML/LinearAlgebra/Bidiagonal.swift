/// A matrix `[m, n]`, m >= n, as `U B V^T` with B bidiagonal; its steps make B diagonal.
///
/// Source: Golub and Van Loan (2013), sections 5.4 (reflections) and 8.6 (steps); Golub and Kahan (1965).
struct Bidiagonal {
  private(set) var diagonal: [Double]
  /// Number k stands to the right of `diagonal[k]`.
  private var above: [Double]
  /// The columns of U, as rows: `[n, m]`.
  private(set) var left: DoubleMatrix
  /// The columns of V, as rows: `[n, n]`.
  private(set) var right: DoubleMatrix

  // region: bidiagonal
  /// Reflects column k from the left, then row k from the right, in turn.
  init(_ A: DoubleMatrix) {
    let (m, n) = (A.rows, A.columns)
    precondition(m >= n)
    var (work, leftward, rightward) = (A, [Reflection](), [Reflection]())
    (diagonal, above) = ([], [])
    for k in 0..<n {
      let (h, length) = Reflection.onto(axisOf: work.column(k, k..<m))
      work.reflectRows(h, columns: k + 1..<n)
      leftward.append(h)
      diagonal.append(length)
      guard k + 1 < n else { break }
      let (g, width) = Reflection.onto(axisOf: work.row(k, k + 1..<n))
      work.reflectColumns(g, rows: k + 1..<m)
      rightward.append(g)
      above.append(width)
    }
    left = Self.product(leftward, rows: m, columns: n, offset: 0).transposed
    right = Self.product(rightward, rows: n, columns: n, offset: 1).transposed
  }

  /// The first columns of the product of reflections.
  private static func product(_ reflections: [Reflection], rows: Int, columns: Int, offset: Int) -> DoubleMatrix {
    var result = DoubleMatrix.identity(rows: rows, columns: columns)
    for (k, h) in reflections.enumerated().reversed() { result.reflectRows(h, columns: k + offset..<columns) }
    return result
  }
  // endregion: bidiagonal

  /// How many steps are allowed; about two a value are needed.
  static func iterations(_ n: Int) -> Int { 30 * n + 30 }

  /// Makes B diagonal; false where the steps did not suffice.
  mutating func diagonalise() -> Bool {
    let largest = (diagonal + above).reduce(0) { max($0, abs($1)) }
    var last = diagonal.count - 1
    for _ in 0..<Self.iterations(diagonal.count) {
      for k in above.indices where isNegligible(k) { above[k] = 0 }
      while last > 0, above[last - 1] == 0 { last -= 1 }
      guard last > 0 else { return true }
      var first = last - 1
      while first > 0, above[first - 1] != 0 { first -= 1 }
      if let zero = (first..<last).first(where: { abs(diagonal[$0]) <= .ulpOfOne * largest }) {
        clearRow(zero, last)
      } else {
        step(first, last)
      }
    }
    return last <= 0
  }

  private func isNegligible(_ k: Int) -> Bool {
    abs(above[k]) <= .ulpOfOne * (abs(diagonal[k]) + abs(diagonal[k + 1])) || abs(above[k]) < .leastNormalMagnitude
  }

  /// Where a number of the diagonal is 0, its neighbour can be rotated away along its row.
  private mutating func clearRow(_ zero: Int, _ last: Int) {
    diagonal[zero] = 0
    var rest = above[zero]
    above[zero] = 0
    for k in zero + 1...last {
      let (turn, length) = Rotation.onto(axisOf: diagonal[k], rest)
      diagonal[k] = length
      left.rotateRows(k, zero, turn)
      guard k < last else { return }
      (above[k], rest) = turn(above[k], 0)
    }
  }

  // region: golub-kahan
  /// One QR step on `B^T B` without forming it: rotations from the right and the left in turn chase a bulge down.
  private mutating func step(_ first: Int, _ last: Int) {
    var (rightward, leftward) = (RotationSweep(first: first), RotationSweep(first: first))
    var (x, bulge) = (diagonal[first] * diagonal[first] - shift(first, last), diagonal[first] * above[first])
    for k in first..<last {
      let (turn, length) = Rotation.onto(axisOf: x, bulge)
      rightward.append(turn)
      if k > first { above[k - 1] = length }
      (x, above[k]) = turn(diagonal[k], above[k])
      (bulge, diagonal[k + 1]) = turn(0, diagonal[k + 1])

      let (back, size) = Rotation.onto(axisOf: x, bulge)
      leftward.append(back)
      diagonal[k] = size
      (x, diagonal[k + 1]) = back(above[k], diagonal[k + 1])
      above[k] = x
      if k + 1 < last { (bulge, above[k + 1]) = back(0, above[k + 1]) }
    }
    right.rotateRows(rightward)
    left.rotateRows(leftward)
  }

  /// Wilkinson's shift: the eigenvalue of the last two rows of `B^T B` that is nearer to its last number.
  private func shift(_ first: Int, _ last: Int) -> Double {
    let corner = last - 1 > first ? above[last - 2] : 0
    let (p, f, q) = (diagonal[last - 1], above[last - 1], diagonal[last])
    let (a, b, d) = (p * p + corner * corner, p * f, q * q + f * f)
    let half = (a - d) / 2
    let root = (half * half + b * b).squareRoot()
    return root == 0 ? d : d - b * b / (half + (half < 0 ? -root : root))
  }
  // endregion: golub-kahan
}
