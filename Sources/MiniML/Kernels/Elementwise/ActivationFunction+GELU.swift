/// The Gaussian error linear unit. Source: Hendrycks and Gimpel (2016).
extension ActivationFunction {
  /// `x Phi(x)`, Phi the normal distribution function: the exact form.
  ///
  /// At most 7 ulp off from -12.9 on, far into the tail; below, the probability is denormal. Minus infinity gives
  /// not-a-number, as 0 times infinity does.
  struct GELU: ElementwiseFunction {
    static var cost: Double { 1 }

    @inline(__always)
    func value(_ x: Float) -> Float { x * normalDistribution(x).probability }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { valueAndSlope(x).slope }

    @inline(__always)
    func valueAndSlope(_ x: Float) -> (value: Float, slope: Float) {
      let (probability, density) = normalDistribution(x)
      return (x * probability, multiplyAdd(x, density, probability))
    }
  }

  /// `x (1 + tanh(u)) / 2` with `u = sqrt(2/pi) (x + 0.044715 x^3)`: the form that GPT-2 has; up to 5e-4 from the exact.
  ///
  /// `(1 + tanh(u)) / 2` is `sigmoid(2u)`, and that is how it is worked out: nothing cancels where x is negative.
  struct GELUTanh: ElementwiseFunction {
    @inline(__always)
    func value(_ x: Float) -> Float { valueAndSlope(x).value }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { valueAndSlope(x).slope }

    @inline(__always)
    func valueAndSlope(_ x: Float) -> (value: Float, slope: Float) {
      // Beyond 20 the slope is 0 or 1, and the cube would overflow.
      let near = limited(x, -20, 20)
      let (s, slope) = sigmoidWithSlope(doubleU(near))
      let growth = multiplyAdd(3 * 0.044_715 * scale, near * near, scale)
      return (x * s, multiplyAdd(near * growth, slope, s))
    }

    private var scale: Float { 1.595_769_12 }

    @inline(__always)
    private func doubleU(_ x: Float) -> Float { x * multiplyAdd(0.044_715 * scale, x * x, scale) }
  }
}
