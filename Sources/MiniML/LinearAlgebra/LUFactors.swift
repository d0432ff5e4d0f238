/// `P A = L U`: Gaussian elimination with the largest number of each column as its pivot.
///
/// Source: Golub and Van Loan (2013), section 3.4 (outer product form).
struct LUFactors {
  /// U on and above the diagonal; below it L, whose diagonal is 1.
  private var factors: DoubleMatrix
  /// Row i of `P A` is row `order[i]` of A.
  private var order: [Int]
  /// -1 where the rows were swapped an odd number of times, else 1.
  private(set) var sign = 1.0
  /// The first column that depends on those before it; nil where A is regular.
  private(set) var singularPivot: Int?

  init(_ A: DoubleMatrix) {
    factors = A
    order = Array(0..<A.rows)
    for k in 0..<A.rows {
      pivot(k)
      guard !isNothingButRounding(k) else {
        singularPivot = k
        return
      }
      eliminate(k)
    }
  }

  var diagonal: [Double] { factors.diagonal }

  /// `A x = b`. A must be regular.
  func solve(_ b: DoubleMatrix) -> DoubleMatrix {
    var x = b.rows(order)
    x.solveTriangular(factors, lower: true, unitDiagonal: true)
    x.solveTriangular(factors, lower: false)
    return x
  }

  /// Brings the largest number of column k to the diagonal.
  private mutating func pivot(_ k: Int) {
    var largest = k
    for i in k + 1..<max(k + 1, factors.rows) where abs(factors[i, k]) > abs(factors[largest, k]) { largest = i }
    guard largest != k else { return }
    factors.swapRows(k, largest)
    order.swapAt(k, largest)
    sign = -sign
  }

  /// Whether the pivot is no larger than the rounding of the sum that it is the rest of.
  private func isNothingButRounding(_ k: Int) -> Bool {
    let pivot = abs(factors[k, k])
    let terms = (0..<k).reduce(pivot) { $0 + abs(factors[k, $1] * factors[$1, k]) }
    return pivot <= Double(factors.rows) * .ulpOfOne * terms
  }

  /// Subtracts row k from the rows below, so that column k becomes 0 there; keeps the factors in its place.
  private mutating func eliminate(_ k: Int) {
    let rest = k + 1..<factors.rows
    let multipliers = factors.column(k, rest).map { $0 / factors[k, k] }
    for (i, multiplier) in zip(rest, multipliers) { factors[i, k] = multiplier }
    factors.subtractOuter(multipliers, factors.row(k, rest), rows: rest, columns: rest)
  }
}
