#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Softmax and cross-entropy of one row, in float64.
extension Plain {
  /// `e^x / sum(e^x)`, less the largest in both.
  static func softmax(_ x: [Float]) -> [Double] {
    let maximum = x.max().map(Double.init) ?? 0
    let exponentials = x.map { exp(Double($0) - maximum) }
    let sum = exponentials.reduce(0, +)
    return exponentials.map { $0 / sum }
  }

  static func logSoftmax(_ x: [Float]) -> [Double] {
    let maximum = x.max().map(Double.init) ?? 0
    let logSum = log(x.reduce(0) { $0 + exp(Double($1) - maximum) })
    return x.map { Double($0) - maximum - logSum }
  }

  /// `dx[i] = sum over j of g[j] dp[j]/dx[i]` with `dp[j]/dx[i] = p[j] ((i == j) - p[i])`.
  static func softmaxGradient(_ x: [Float], _ g: [Float]) -> [Double] {
    let p = softmax(x)
    return p.indices.map { i in
      p.indices.reduce(0) { $0 + Double(g[$1]) * p[$1] * ((i == $1 ? 1 : 0) - p[i]) }
    }
  }

  /// `dx[i] = sum over j of g[j] ((i == j) - p[i])`.
  static func logSoftmaxGradient(_ x: [Float], _ g: [Float]) -> [Double] {
    let p = softmax(x)
    return p.indices.map { i in p.indices.reduce(0) { $0 + Double(g[$1]) * ((i == $1 ? 1 : 0) - p[i]) } }
  }

  /// Minus the expected logarithm under the truth: the class's share `1 - s`, and `s / k` for every class.
  static func crossEntropy(_ x: [Float], _ class: Int, smoothing s: Double = 0) -> Double {
    let logs = logSoftmax(x)
    return logs.indices.reduce(0) { $0 - truth($1, `class`, s, logs.count) * logs[$1] }
  }

  static func crossEntropyGradient(_ x: [Float], _ class: Int, smoothing s: Double = 0) -> [Double] {
    let p = softmax(x)
    return p.indices.map { p[$0] - truth($0, `class`, s, p.count) }
  }

  private static func truth(_ i: Int, _ class: Int, _ s: Double, _ k: Int) -> Double {
    (i == `class` ? 1 - s : 0) + s / Double(k)
  }
}
