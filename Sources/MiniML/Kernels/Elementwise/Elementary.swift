#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The functions of school mathematics beside their slopes.
enum Elementary {
  struct Exponential: ElementwiseFunction {
    @inline(__always)
    func value(_ x: Float) -> Float { exponential(x) }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { y }
  }

  struct Logarithm: ElementwiseFunction {
    @inline(__always)
    func value(_ x: Float) -> Float { logarithm(x) }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { 1 / x }
  }

  struct SquareRoot: ElementwiseFunction {
    @inline(__always)
    func value(_ x: Float) -> Float { x.squareRoot() }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { 0.5 / y }
  }

  struct Square: ElementwiseFunction {
    static var cost: Double { 0.1 }

    @inline(__always)
    func value(_ x: Float) -> Float { x * x }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { 2 * x }
  }

  /// `x^p`, by the system's function, number after number.
  struct Power: ElementwiseFunction {
    static var cost: Double { 10 }

    let p: Float

    func value(_ x: Float) -> Float { powf(x, p) }

    func slope(_ x: Float, _ y: Float) -> Float { p == 0 ? 0 : p * powf(x, p - 1) }
  }

  struct Magnitude: ElementwiseFunction {
    static var cost: Double { 0.1 }

    @inline(__always)
    func value(_ x: Float) -> Float { x.magnitude }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { x > 0 ? 1 : (x < 0 ? -1 : 0) }
  }

  struct Negation: ElementwiseFunction {
    static var cost: Double { 0.1 }

    @inline(__always)
    func value(_ x: Float) -> Float { -x }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { -1 }
  }

  /// x, or the limit that it lies beyond.
  struct Clamp: ElementwiseFunction {
    static var cost: Double { 0.1 }

    let low: Float
    let high: Float

    @inline(__always)
    func value(_ x: Float) -> Float { limited(x, low, high) }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { x == y ? 1 : 0 }
  }

  struct Sine: ElementwiseFunction {
    static var cost: Double { 10 }

    func value(_ x: Float) -> Float { sinf(x) }

    func slope(_ x: Float, _ y: Float) -> Float { cosf(x) }
  }

  struct Cosine: ElementwiseFunction {
    static var cost: Double { 10 }

    func value(_ x: Float) -> Float { cosf(x) }

    func slope(_ x: Float, _ y: Float) -> Float { -sinf(x) }
  }
}
