/// What happens to one row of scores: softmax, and its way back.
///
/// A row lies in a panel, whose rows are multiples of 16 long: what stands behind the n visible scores may be overwritten,
/// so that every step takes eight numbers at a time and no rest remains.
enum AttentionRows {
  /// `s[j] = exp(s[j] - max s)` for `j < n` and 0 up to `padded`; returns the maximum and the sum of the row.
  ///
  /// A row that sees no key (n = 0, or minus infinity everywhere) becomes zeros with sum 0.
  @inline(__always)
  static func exponentials(_ s: UnsafeMutablePointer<Float>, _ n: Int, padded: Int) -> (maximum: Float, sum: Float) {
    let eights = (n + 7) / 8 * 8
    for j in n..<eights { s[j] = -.infinity }
    let maximum = maximum(s, eights)
    // A row of minus infinities is shifted by 0, so that its exponentials are 0 and not NaN.
    let shift = maximum == -.infinity ? 0 : maximum
    var sum = Lanes.zero
    for j in stride(from: 0, to: eights, by: 8) {
      let e = map(load(s + j)) { exponential($0 - shift) }
      store(e, s + j)
      sum += e
    }
    for j in stride(from: eights, to: padded, by: 8) { store(.zero, s + j) }
    return (maximum, fold(sum) { $0 + $1 })
  }

  /// From scores s and the gradient g of the weights: the weights `p = exp(s - logSum)` into s, and the gradient of the
  /// scores `p (g - mean)` into g, where `mean` is what the row's weights make of g; 0 from n up to `padded`.
  @inline(__always)
  static func backward(
    _ s: UnsafeMutablePointer<Float>, _ g: UnsafeMutablePointer<Float>, logSum: Float, mean: Float, _ n: Int,
    padded: Int
  ) {
    let eights = (n + 7) / 8 * 8
    for j in n..<eights { (s[j], g[j]) = (-.infinity, 0) }
    for j in stride(from: 0, to: eights, by: 8) {
      let p = map(load(s + j)) { exponential($0 - logSum) }
      store(p, s + j)
      store(p * (load(g + j) - mean), g + j)
    }
    for j in stride(from: eights, to: padded, by: 8) {
      store(.zero, s + j)
      store(.zero, g + j)
    }
  }

  /// `s += mask` for n numbers.
  @inline(__always)
  static func add(_ mask: UnsafePointer<Float>, to s: UnsafeMutablePointer<Float>, _ n: Int) {
    for j in 0..<n { s[j] += mask[j] }
  }

  /// The sum of the products of n numbers.
  @inline(__always)
  static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ n: Int) -> Float {
    var total = Lanes.zero
    for j in stride(from: 0, to: n & ~7, by: 8) { total = multiplyAdd(load(a + j), load(b + j), total) }
    var sum = fold(total) { $0 + $1 }
    for j in n & ~7..<n { sum = multiplyAdd(a[j], b[j], sum) }
    return sum
  }

  /// The largest of n numbers, n a multiple of 8; minus infinity where there are none.
  @inline(__always)
  private static func maximum(_ s: UnsafePointer<Float>, _ n: Int) -> Float {
    var best = Lanes(repeating: -.infinity)
    for j in stride(from: 0, to: n, by: 8) { best = map(best, load(s + j), larger) }
    return fold(best, larger)
  }

  @inline(__always)
  private static func larger(_ a: Float, _ b: Float) -> Float { a > b ? a : b }

  /// `e^x` for x <= 88, good to 2 units in the last place; 0 below -87.3.
  @inline(__always)
  private static func exponential(_ x: Float) -> Float {
    let magic: Float = 12_582_912
    let bounded = x < -87.3 ? -87.3 : x
    let shifted = multiplyAdd(bounded, 1.442_695_04, magic)
    let n = shifted - magic
    let r = multiplyAdd(n, -1.428_606_8e-6, multiplyAdd(n, -0.693_145_75, bounded))
    var e = multiplyAdd(r, 1.388_890_8e-3, 8.333_347_4e-3)
    e = multiplyAdd(e, r, 4.166_664e-2)
    e = multiplyAdd(e, r, 0.166_666_67)
    e = multiplyAdd(e, r, 0.5)
    e = multiplyAdd(e, r, 1)
    e = multiplyAdd(e, r, 1)
    let power = Float(bitPattern: (shifted.bitPattern &+ 127) &<< 23)
    return e * (x < -87.3 ? 0 : power)
  }
}

extension AttentionRows {
  private typealias Lanes = SIMD8<Float>

  @inline(__always)
  private static func load(_ from: UnsafePointer<Float>) -> Lanes {
    UnsafeRawPointer(from).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  private static func store(_ x: Lanes, _ to: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(to).storeBytes(of: x, as: Lanes.self)
  }

  @inline(__always)
  private static func map(_ x: Lanes, _ f: (Float) -> Float) -> Lanes {
    Lanes(f(x[0]), f(x[1]), f(x[2]), f(x[3]), f(x[4]), f(x[5]), f(x[6]), f(x[7]))
  }

  @inline(__always)
  private static func map(_ x: Lanes, _ y: Lanes, _ f: (Float, Float) -> Float) -> Lanes {
    Lanes(
      f(x[0], y[0]), f(x[1], y[1]), f(x[2], y[2]), f(x[3], y[3]), f(x[4], y[4]), f(x[5], y[5]), f(x[6], y[6]),
      f(x[7], y[7]))
  }

  /// Eight lanes to one, halves upon halves.
  @inline(__always)
  private static func fold(_ x: Lanes, _ f: (Float, Float) -> Float) -> Float {
    f(f(f(x[0], x[4]), f(x[1], x[5])), f(f(x[2], x[6]), f(x[3], x[7])))
  }
}
