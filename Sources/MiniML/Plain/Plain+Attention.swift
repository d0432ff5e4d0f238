#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Plain {
  /// `softmax(Q K^T / sqrt(d) + M) V` for one head: `[Tq, d], [Tk, d], [Tk, d] -> [Tq, d]` and the weights `[Tq, Tk]`.
  ///
  /// - Parameter mask: what is added to the score of query i and key j; minus infinity hides the key.
  static func attention(
    _ Q: [[Double]], _ K: [[Double]], _ V: [[Double]], mask: (_ i: Int, _ j: Int) -> Double = { _, _ in 0 }
  ) -> (output: [[Double]], weights: [[Double]]) {
    let scale = 1 / Double(max(1, Q.first?.count ?? 1)).squareRoot()
    let weights = Q.indices.map { i in
      softmax(K.indices.map { j in dot(Q[i], K[j]) * scale + mask(i, j) })
    }
    return (weights.map { mix(V, $0) }, weights)
  }

  /// The gradients of Q, K and V from the output's gradient, by the rules of the products and of softmax.
  static func attentionGradients(
    _ Q: [[Double]], _ K: [[Double]], _ V: [[Double]], _ dO: [[Double]],
    mask: (_ i: Int, _ j: Int) -> Double = { _, _ in 0 }
  ) -> (dQ: [[Double]], dK: [[Double]], dV: [[Double]]) {
    let scale = 1 / Double(max(1, Q.first?.count ?? 1)).squareRoot()
    let (output, P) = attention(Q, K, V, mask: mask)
    // dS = P (dP - sum of P dP along the row); that sum equals dO O.
    let dS = Q.indices.map { i in
      K.indices.map { j in P[i][j] * (dot(dO[i], V[j]) - dot(dO[i], output[i])) * scale }
    }
    let dK = K.indices.map { j in mix(Q, dS.map { $0[j] }) }
    let dV = K.indices.map { j in mix(dO, P.map { $0[j] }) }
    return (dS.map { mix(K, $0) }, dK, dV)
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The rows, each as much as its weight.
  private static func mix(_ rows: [[Double]], _ weights: [Double]) -> [Double] {
    (rows.first ?? []).indices.map { c in rows.indices.reduce(0) { $0 + weights[$1] * rows[$1][c] } }
  }

  /// A row in which everything is hidden gives zeros.
  private static func softmax(_ s: [Double]) -> [Double] {
    let maximum = s.max() ?? 0
    guard maximum > -.infinity else { return s.map { _ in 0 } }
    let e = s.map { exp($0 - maximum) }
    let sum = e.reduce(0, +)
    return e.map { $0 / sum }
  }
}
