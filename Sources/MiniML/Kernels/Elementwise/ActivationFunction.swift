/// What stands between the layers of a network: functions of each number by itself, beside their slopes.
enum ActivationFunction {
  /// `max(x, 0)`; its slope at 0 is taken as 0. Not-a-number stays.
  struct ReLU: ElementwiseFunction {
    static var cost: Double { 0.1 }

    @inline(__always)
    func value(_ x: Float) -> Float { x <= 0 ? 0 : x }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { y <= 0 ? 0 : 1 }
  }

  /// x above 0, `leak * x` below. Source: Maas, Hannun and Ng (2013).
  struct LeakyReLU: ElementwiseFunction {
    static var cost: Double { 0.1 }

    let leak: Float

    @inline(__always)
    func value(_ x: Float) -> Float { x > 0 ? x : leak * x }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { x > 0 ? 1 : leak }
  }

  /// x above 0, `alpha (e^x - 1)` below. Source: Clevert, Unterthiner and Hochreiter (2015).
  struct ELU: ElementwiseFunction {
    let alpha: Float

    @inline(__always)
    func value(_ x: Float) -> Float { x > 0 ? x : alpha * exponentialMinusOne(x) }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { x > 0 ? 1 : y + alpha }
  }

  struct Tanh: ElementwiseFunction {
    @inline(__always)
    func value(_ x: Float) -> Float { hyperbolicTangent(x) }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { multiplyAdd(-y, y, 1) }
  }

  struct Sigmoid: ElementwiseFunction {
    @inline(__always)
    func value(_ x: Float) -> Float { sigmoid(x) }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { y * (1 - y) }
  }

  /// `log(1 + e^x)`, a smooth ReLU.
  struct Softplus: ElementwiseFunction {
    @inline(__always)
    func value(_ x: Float) -> Float { softplus(x) }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { sigmoid(x) }
  }

  /// `x sigmoid(x)`. Source: Elfwing, Uchibe and Doya (2017).
  struct SiLU: ElementwiseFunction {
    @inline(__always)
    func value(_ x: Float) -> Float { valueAndSlope(x).value }

    @inline(__always)
    func slope(_ x: Float, _ y: Float) -> Float { valueAndSlope(x).slope }

    @inline(__always)
    func valueAndSlope(_ x: Float) -> (value: Float, slope: Float) {
      let (s, slope) = sigmoidWithSlope(x)
      return (x * s, multiplyAdd(x, slope, s))
    }
  }
}
