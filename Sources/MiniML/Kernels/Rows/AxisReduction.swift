/// How two numbers become one in a reduction. A type and not a closure, so that each rule gets loops of its own, which
/// become vector code.
protocol FoldRule {
  /// What nothing at all is reduced to.
  static var start: Float { get }

  static func of(_ found: Float, _ next: Float) -> Float
}

/// Reductions of `[outer, n, inner]` along the middle axis to `[outer, inner]`.
enum AxisReduction {
  private typealias Lanes = SIMD8<Float>

  enum Sum: FoldRule {
    static let start: Float = 0
    static func of(_ found: Float, _ next: Float) -> Float { found + next }
  }

  enum Product: FoldRule {
    static let start: Float = 1
    static func of(_ found: Float, _ next: Float) -> Float { found * next }
  }

  /// What is no number stays, once found.
  enum Maximum: FoldRule {
    static let start = -Float.infinity
    static func of(_ found: Float, _ next: Float) -> Float { next <= found ? found : (found == found ? next : found) }
  }

  /// What is no number stays, once found.
  enum Minimum: FoldRule {
    static let start = Float.infinity
    static func of(_ found: Float, _ next: Float) -> Float { next >= found ? found : (found == found ? next : found) }
  }

  /// The rule of all numbers along the axis: row by row in the order of the axis; of neighbours (inner 1), in 32 partial
  /// results that are combined at the end.
  static func fold<Rule: FoldRule>(
    _ rule: Rule.Type, _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, outer: Int, n: Int, inner: Int
  ) {
    ThreadPool.shared.split(outer, cost: 0.1 * Double(n * inner)) { range in
      for o in range {
        if inner == 1 {
          out[o] = line(rule, x + o * n, n)
        } else {
          rows(rule, x + o * n * inner, into: out + o * inner, n, inner)
        }
      }
    }
  }

  private static func rows<Rule: FoldRule>(
    _ rule: Rule.Type, _ x: UnsafePointer<Float>, into out: UnsafeMutablePointer<Float>, _ n: Int, _ inner: Int
  ) {
    out.update(repeating: Rule.start, count: inner)
    for i in 0..<n {
      let row = x + i * inner
      for j in 0..<inner { out[j] = Rule.of(out[j], row[j]) }
    }
  }

  private static func line<Rule: FoldRule>(_ rule: Rule.Type, _ x: UnsafePointer<Float>, _ n: Int) -> Float {
    var (a, b) = (Lanes(repeating: Rule.start), Lanes(repeating: Rule.start))
    var (c, d) = (a, b)
    let whole = n - n % 32
    for i in stride(from: 0, to: whole, by: 32) {
      a = lanes(rule, a, Lanes(from: x + i))
      b = lanes(rule, b, Lanes(from: x + i + 8))
      c = lanes(rule, c, Lanes(from: x + i + 16))
      d = lanes(rule, d, Lanes(from: x + i + 24))
    }
    let eight = lanes(rule, lanes(rule, a, b), lanes(rule, c, d))
    var rest = Rule.start
    for i in whole..<n { rest = Rule.of(rest, x[i]) }
    for lane in 0..<8 { rest = Rule.of(rest, eight[lane]) }
    return rest
  }

  @inline(__always)
  private static func lanes<Rule: FoldRule>(_ rule: Rule.Type, _ found: Lanes, _ next: Lanes) -> Lanes {
    found.mapped(next) { Rule.of($0, $1) }
  }
}
