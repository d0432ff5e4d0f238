/// A symmetric matrix as `V^T T V` with T tridiagonal; its steps make T diagonal.
///
/// Source: Golub and Van Loan (2013), section 8.3.
struct Tridiagonal {
  private(set) var diagonal: [Double]
  /// Number k stands beside `diagonal[k]` and `diagonal[k + 1]`.
  private var beside: [Double]
  /// The rows of V.
  private(set) var vectors: DoubleMatrix

  // region: tridiagonal
  /// Reflects column after column, from both sides, so that nothing but the neighbours of the diagonal is left.
  init(_ A: DoubleMatrix) {
    let n = A.rows
    var (work, reflections) = (A, [Reflection]())
    beside = []
    for k in 0..<max(0, n - 1) {
      let (h, length) = Reflection.onto(axisOf: work.column(k, k + 1..<n))
      reflections.append(h)
      beside.append(length)
      guard h.beta != 0 else { continue }
      // H B H = B - v w^T - w v^T, where p = beta B v and w = p - beta (p v) v / 2
      let p = work.product(h.v, rows: k + 1..<n, columns: k + 1..<n).map { h.beta * $0 }
      let half = h.beta / 2 * zip(p, h.v).reduce(0) { $0 + $1.0 * $1.1 }
      work.subtractSymmetricOuter(h.v, zip(p, h.v).map { $0 - half * $1 }, from: k + 1)
    }
    diagonal = work.diagonal
    var Q = DoubleMatrix.identity(rows: n, columns: n)
    for (k, h) in reflections.enumerated().reversed() { Q.reflectRows(h, columns: k + 1..<n) }
    vectors = Q.transposed
  }
  // endregion: tridiagonal

  /// How many steps are allowed; about two a value are needed.
  static func iterations(_ n: Int) -> Int { 30 * n + 30 }

  /// Makes T diagonal; false where the steps did not suffice.
  mutating func diagonalise() -> Bool {
    var last = diagonal.count - 1
    for _ in 0..<Self.iterations(diagonal.count) {
      while last > 0, isNegligible(last - 1) {
        beside[last - 1] = 0
        last -= 1
      }
      guard last > 0 else { return true }
      var first = last - 1
      while first > 0, !isNegligible(first - 1) { first -= 1 }
      step(first, last)
    }
    return last <= 0
  }

  private func isNegligible(_ k: Int) -> Bool {
    abs(beside[k]) <= .ulpOfOne * (abs(diagonal[k]) + abs(diagonal[k + 1])) || abs(beside[k]) < .leastNormalMagnitude
  }

  // region: qr-step
  /// One QR step on rows `first...last`: the shift sets off a bulge, which rotations chase down the diagonal.
  private mutating func step(_ first: Int, _ last: Int) {
    var sweep = RotationSweep(first: first)
    var (x, bulge) = (diagonal[first] - shift(last), beside[first])
    for k in first..<last {
      let (turn, length) = Rotation.onto(axisOf: x, bulge)
      sweep.append(turn)
      if k > first { beside[k - 1] = length }
      let (a, b, d) = (diagonal[k], beside[k], diagonal[k + 1])
      let (upper, lower) = (turn(a, b), turn(b, d))
      (diagonal[k], beside[k]) = turn(upper.0, lower.0)
      diagonal[k + 1] = turn(upper.1, lower.1).1
      guard k + 1 < last else { continue }
      (bulge, beside[k + 1]) = (turn.s * beside[k + 1], turn.c * beside[k + 1])
      x = beside[k]
    }
    vectors.rotateRows(sweep)
  }

  /// Wilkinson's shift: the eigenvalue of the last two rows that is nearer to the last number.
  private func shift(_ last: Int) -> Double {
    let (half, b) = ((diagonal[last - 1] - diagonal[last]) / 2, beside[last - 1])
    let root = (half * half + b * b).squareRoot()
    return diagonal[last] - b * b / (half + (half < 0 ? -root : root))
  }
  // endregion: qr-step
}
