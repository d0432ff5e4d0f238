/// A Householder reflection `H = I - beta v v^T`: orthogonal, symmetric, its own inverse.
///
/// Source: Golub and Van Loan (2013), section 5.1.
struct Reflection {
  /// The first number is 1.
  let v: [Double]
  let beta: Double

  /// The reflection with `H x = (length, 0, ..., 0)`; length is that of x, never negative.
  static func onto(axisOf x: [Double]) -> (reflection: Reflection, length: Double) {
    guard let first = x.first else { return (Reflection(v: [], beta: 0), 0) }
    let tail = x.dropFirst().reduce(0) { $0 + $1 * $1 }
    guard tail > 0 else {
      return (Reflection(v: [1] + x.dropFirst(), beta: first < 0 ? 2 : 0), abs(first))
    }
    let length = (first * first + tail).squareRoot()
    // first - length, without cancellation where first is positive
    let head = first <= 0 ? first - length : -tail / (first + length)
    return (Reflection(v: [1] + x.dropFirst().map { $0 / head }, beta: 2 * head * head / (tail + head * head)), length)
  }
}

extension DoubleMatrix {
  /// `H A` on the block of the last rows (as many as v is long), columns `range`.
  mutating func reflectRows(_ h: Reflection, columns range: Range<Int>) {
    guard h.beta != 0, !range.isEmpty else { return }
    let affected = rows - h.v.count..<rows
    let sum = weightedSum(h.v, rows: affected, columns: range)
    subtractOuter(h.v, sum.map { h.beta * $0 }, rows: affected, columns: range)
  }

  /// `A H` on the block of the last columns (as many as v is long), rows `range`.
  mutating func reflectColumns(_ h: Reflection, rows range: Range<Int>) {
    guard h.beta != 0, !range.isEmpty else { return }
    let affected = columns - h.v.count..<columns
    let product = product(h.v, rows: range, columns: affected)
    subtractOuter(product.map { h.beta * $0 }, h.v, rows: range, columns: affected)
  }
}
