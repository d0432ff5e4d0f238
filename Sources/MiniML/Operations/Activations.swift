/// What stands between the layers of a network: functions of each number by itself, any shape. Values and slopes are in
/// `Kernels/Elementwise/ActivationFunction.swift`.
extension Operation {
  /// The hyperbolic tangent, from -1 to 1.
  public static let tanh = elementwise(.tanh, ActivationFunction.Tanh())

  /// `1 / (1 + e^-x)`, from 0 to 1; no x overflows.
  public static let sigmoid = elementwise(.sigmoid, ActivationFunction.Sigmoid())

  /// `max(x, 0)`; its slope at 0 is taken as 0.
  public static let relu = elementwise(.relu, ActivationFunction.ReLU())

  /// x above 0, `slope * x` below; the slope at 0 is that below. Source: Maas, Hannun and Ng (2013).
  public static func leakyRelu(_ slope: Float = 0.01) -> Operation {
    elementwise(.leakyRelu, ActivationFunction.LeakyReLU(leak: slope))
  }

  /// x above 0, `alpha (e^x - 1)` below. Source: Clevert, Unterthiner and Hochreiter (2015).
  public static func elu(_ alpha: Float = 1) -> Operation { elementwise(.elu, ActivationFunction.ELU(alpha: alpha)) }

  /// `log(1 + e^x)`, a smooth ReLU; its slope is the sigmoid.
  public static let softplus = elementwise(.softplus, ActivationFunction.Softplus())

  /// `x sigmoid(x)`, also called swish. Source: Elfwing, Uchibe and Doya (2017).
  public static let silu = elementwise(.silu, ActivationFunction.SiLU())

  /// `x Phi(x)`, Phi the normal distribution function. Source: Hendrycks and Gimpel (2016), the exact form.
  public static let gelu = elementwise(.gelu, ActivationFunction.GELU())

  /// `x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))) / 2`, GPT-2's form of GELU; up to 5e-4 from the exact. Source: as gelu.
  public static let geluTanh = elementwise(.geluTanh, ActivationFunction.GELUTanh())

  /// `y = f(x)` for every number; back goes `g f'(x)`.
  static func elementwise<F: ElementwiseFunction>(_ kind: Kind, _ f: F) -> Operation {
    Operation(kind) { inputs in
      let x = inputs[0]
      return .make(x.shape) { y in x.read { Elementwise.forward(f, $0, into: y, count: x.count) } }
    } backward: { inputs, output, gradient in
      [
        .make(gradient.shape) { dx in
          Tensor.read(inputs[0], output, gradient) { x, y, g in
            Elementwise.backward(f, x, y, gradient: g, into: dx, count: gradient.count)
          }
        }
      ]
    }
  }
}

extension Variable {
  public func tanh() -> Variable { apply(.tanh) }
  public func sigmoid() -> Variable { apply(.sigmoid) }
  public func relu() -> Variable { apply(.relu) }
  /// x above 0, `slope * x` below.
  public func leakyRelu(_ slope: Float = 0.01) -> Variable { apply(.leakyRelu(slope)) }
  /// x above 0, `alpha (e^x - 1)` below.
  public func elu(_ alpha: Float = 1) -> Variable { apply(.elu(alpha)) }
  public func softplus() -> Variable { apply(.softplus) }
  public func silu() -> Variable { apply(.silu) }
  public func gelu() -> Variable { apply(.gelu) }
  public func geluTanh() -> Variable { apply(.geluTanh) }
}
