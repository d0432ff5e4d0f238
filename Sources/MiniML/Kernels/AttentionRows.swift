/// What happens to one row of scores: softmax, and its way back.
enum AttentionRows {
  /// `s[j] = exp(s[j] - max s)` for `j < n` and 0 up to `padded`; returns the maximum and the sum of the row.
  ///
  /// A row that sees no key (n = 0, or minus infinity everywhere) becomes zeros with sum 0.
  @inline(__always)
  static func exponentials(_ s: UnsafeMutablePointer<Float>, _ n: Int, padded: Int) -> (maximum: Float, sum: Float) {
    let maximum = RowFold.maximum(s, n)
    // A row of minus infinities is shifted by 0, so that its exponentials are 0 and not NaN.
    let shift = maximum == -.infinity ? 0 : maximum
    for j in 0..<n { s[j] = exponential(s[j] - shift) }
    for j in n..<padded { s[j] = 0 }
    return (maximum, RowFold.sum(s, n))
  }

  /// From scores s and the gradient g of the weights: the weights `p = exp(s - logSum)` into s, and the gradient of the
  /// scores `p (g - mean)` into g, where `mean` is what the row's weights make of g; 0 from n up to `padded`.
  @inline(__always)
  static func backward(
    _ s: UnsafeMutablePointer<Float>, _ g: UnsafeMutablePointer<Float>, logSum: Float, mean: Float, _ n: Int,
    padded: Int
  ) {
    for j in 0..<n {
      let p = exponential(s[j] - logSum)
      s[j] = p
      g[j] = p * (g[j] - mean)
    }
    for j in n..<padded {
      s[j] = 0
      g[j] = 0
    }
  }

  /// `s += mask` for n numbers.
  @inline(__always)
  static func add(_ mask: UnsafePointer<Float>, to s: UnsafeMutablePointer<Float>, _ n: Int) {
    for j in 0..<n { s[j] += mask[j] }
  }

  /// The sum of the products of n numbers.
  @inline(__always)
  static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ n: Int) -> Float { RowFold.dot(a, b, n) }

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
    let bits = e.bitPattern &+ (shifted.bitPattern &<< 23)
    return x < -87.3 ? 0 : x.isNaN ? x : Float(bitPattern: bits)
  }
}

/// Sums and maxima of a row, eight numbers at a time.
private enum RowFold {
  @inline(__always)
  static func maximum(_ x: UnsafePointer<Float>, _ n: Int) -> Float {
    var best = SIMD8<Float>(repeating: -.infinity)
    var j = 0
    while j + 8 <= n {
      let v = UnsafeRawPointer(x + j).loadUnaligned(as: SIMD8<Float>.self)
      best = best.replacing(with: v, where: v .> best)
      j += 8
    }
    var result = best.max()
    while j < n {
      result = x[j] > result ? x[j] : result
      j += 1
    }
    return result
  }

  @inline(__always)
  static func sum(_ x: UnsafePointer<Float>, _ n: Int) -> Float {
    var total = SIMD8<Float>.zero
    var j = 0
    while j + 8 <= n {
      total += UnsafeRawPointer(x + j).loadUnaligned(as: SIMD8<Float>.self)
      j += 8
    }
    var result = total.sum()
    while j < n {
      result += x[j]
      j += 1
    }
    return result
  }

  @inline(__always)
  static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ n: Int) -> Float {
    var total = SIMD8<Float>.zero
    var j = 0
    while j + 8 <= n {
      let x = UnsafeRawPointer(a + j).loadUnaligned(as: SIMD8<Float>.self)
      let y = UnsafeRawPointer(b + j).loadUnaligned(as: SIMD8<Float>.self)
      total = multiplyAdd(x, y, total)
      j += 8
    }
    var result = total.sum()
    while j < n {
      result = multiplyAdd(a[j], b[j], result)
      j += 1
    }
    return result
  }
}
