/// A function of one number, with its derivative: what an activation is.
///
/// Both are written branch-free (`condition ? a : b` of two numbers already known is no branch), so that the loops of
/// `Elementwise` become vector code.
protocol ElementwiseFunction: Sendable {
  /// About how many nanoseconds value or slope of one number take.
  static var cost: Double { get }

  func value(_ x: Float) -> Float

  /// The derivative at x, where the value is y.
  func slope(_ x: Float, _ y: Float) -> Float

  /// Both at once, where they share most of the work.
  func valueAndSlope(_ x: Float) -> (value: Float, slope: Float)
}

extension ElementwiseFunction {
  static var cost: Double { 0.5 }

  @inline(__always)
  func valueAndSlope(_ x: Float) -> (value: Float, slope: Float) {
    let y = value(x)
    return (y, slope(x, y))
  }
}

/// Loops over numbers that have nothing to do with each other, on all threads where it pays.
///
/// They are plain loops, which the compiler turns into vector code. It does so only where it knows that what is written
/// is not read again: hence a loop of its own for working in place.
enum Elementwise {
  /// `y = f(x)`; y may be x.
  static func forward<F: ElementwiseFunction>(
    _ f: F, _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, count: Int
  ) {
    ThreadPool.shared.split(count, grain: 64, cost: F.cost) { range in
      map(x + range.lowerBound, into: y + range.lowerBound, count: range.count) { f.value($0) }
    }
  }

  /// `dx = g f'(x)`, g being the gradient of `y = f(x)`; dx may be g.
  static func backward<F: ElementwiseFunction>(
    _ f: F, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, gradient g: UnsafePointer<Float>,
    into dx: UnsafeMutablePointer<Float>, count: Int
  ) {
    ThreadPool.shared.split(count, grain: 64, cost: F.cost) { range in
      let (x, y, g) = (x + range.lowerBound, y + range.lowerBound, g + range.lowerBound)
      let dx = dx + range.lowerBound
      if g == UnsafePointer(dx) {
        for i in 0..<range.count { dx[i] *= f.slope(x[i], y[i]) }
      } else {
        for i in 0..<range.count { dx[i] = g[i] * f.slope(x[i], y[i]) }
      }
    }
  }

  /// `y = f(x)` for each of `count` numbers; y may be x.
  @inline(__always)
  static func map(
    _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, count: Int, _ f: (Float) -> Float
  ) {
    if x == UnsafePointer(y) {
      for i in 0..<count { y[i] = f(y[i]) }
    } else {
      for i in 0..<count { y[i] = f(x[i]) }
    }
  }
  /// `y = f(x)` for each of `count` numbers, and x becomes the slope there.
  @inline(__always)
  static func mapKeepingSlope<F: ElementwiseFunction>(
    _ f: F, _ x: UnsafeMutablePointer<Float>, into y: UnsafeMutablePointer<Float>, count: Int
  ) {
    for i in 0..<count { (y[i], x[i]) = f.valueAndSlope(x[i]) }
  }
}
