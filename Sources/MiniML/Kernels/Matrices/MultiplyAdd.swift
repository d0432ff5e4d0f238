/// `a * b + c`, the innermost step of every kernel.
///
/// One instruction with one rounding where the build may use fused multiply-add; otherwise a product and a sum, rounded
/// apart. Never the C library's `fmaf`, which machines without the instruction would call: 200 times slower.
@inline(__always)
func multiplyAdd(_ a: Float, _ b: Float, _ c: Float) -> Float {
  #if GRADUS_PORTABLE
    return c + a * b
  #else
    return c.addingProduct(a, b)
  #endif
}

/// `a * b + c`, lane by lane.
@inline(__always)
func multiplyAdd(_ a: SIMD8<Float>, _ b: SIMD8<Float>, _ c: SIMD8<Float>) -> SIMD8<Float> {
  #if GRADUS_PORTABLE
    return c + a * b
  #else
    return c.addingProduct(a, b)
  #endif
}

/// `a * b + c`, lane by lane; two instructions where registers hold eight numbers.
@inline(__always)
func multiplyAdd(_ a: SIMD16<Float>, _ b: SIMD16<Float>, _ c: SIMD16<Float>) -> SIMD16<Float> {
  #if GRADUS_PORTABLE
    return c + a * b
  #else
    return c.addingProduct(a, b)
  #endif
}

/// `a * b + c`, lane by lane, for vectors of any width.
@inline(__always)
func multiplyAdd<Lanes: SIMD>(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes where Lanes.Scalar == Float {
  #if GRADUS_PORTABLE
    return c + a * b
  #else
    return c.addingProduct(a, b)
  #endif
}
