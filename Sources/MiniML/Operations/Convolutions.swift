/// Convolutions of images `[B, H, W, C]` and of sequences `[B, T, C]`, channels last.
extension Operation {
  /// `y[oy, ox, co] = bias[co] + sum over ky, kx, ci of x[oy s + ky d - p, ox s + kx d - p, ci] w[ky, kx, ci, co]`:
  /// `[B, H, W, Cin], [kh, kw, Cin, Cout], [Cout] -> [B, H', W', Cout]`, `H' = (H + 2 p - d (kh - 1) - 1) / s + 1`; or
  /// `[B, T, Cin], [k, Cin, Cout], [Cout] -> [B, T', Cout]`. The bias may be left out.
  ///
  /// The kernel is not turned round, as in every library: mathematics calls this the cross-correlation. A 3x3 kernel of
  /// stride 1 between 16 channels and more goes by `Winograd`, where an infinite number makes NaN of outputs beside it.
  /// Source: LeCun et al. (1989), "Backpropagation applied to handwritten zip code recognition".
  public static func convolution(_ options: ConvolutionOptions = ConvolutionOptions()) -> Operation {
    Operation(.convolution) { inputs in
      let (x, w) = (inputs[0], inputs[1])
      let shape = Convolution(of: x.shape, by: w.shape, options)
      let bias = bias(of: inputs, shape.outputs, "convolution")
      return Result(
        .make(shape.outputShape(x.shape)) { y in
          Tensor.read(x, w, bias) { x, w, b in
            shape.forward(
              x, batch: inputs[0].shape[0], weights: w, bias: inputs.count > 2 ? b : nil, relu: options.hasReLU, into: y
            )
          }
        })
    } backward: { pass in
      let (x, w) = (pass.inputs[0], pass.inputs[1])
      let shape = Convolution(of: x.shape, by: w.shape, options)
      let mask = options.hasReLU ? pass.output : nil
      let dx = pass.gradient(of: 0) { inputGradient(shape, pass.gradient, mask: mask, w, into: x.shape) }
      guard pass.wanted.dropFirst().contains(true) else { return [dx] + pass.inputs.dropFirst().map { _ in nil } }
      let (dw, db) = weightGradient(shape, x, pass.gradient, mask: mask, into: w.shape)
      return [dx, dw] + (pass.inputs.count > 2 ? [db] : [])
    }
  }

  /// The convolution turned round: the map that the gradient of a convolution's input is.
  /// `[B, H, W, Cin], [kh, kw, Cin, Cout], [Cout] -> [B, H', W', Cout]`,
  /// `H' = (H - 1) s - 2 p + d (kh - 1) + 1 + outputPadding`; or the same of `[B, T, Cin]`. The bias may be left out.
  ///
  /// Each number of x paints the kernel, times itself, around its place: a picture grows by the stride.
  /// Source: Zeiler et al. (2010), "Deconvolutional networks".
  public static func transposedConvolution(_ options: ConvolutionOptions = ConvolutionOptions()) -> Operation {
    Operation(.transposedConvolution) { inputs in
      let (x, w) = (inputs[0], inputs[1])
      let shape = Convolution(transposed: x.shape, by: w.shape, options)
      let bias = bias(of: inputs, shape.inputs, "transposedConvolution")
      return Result(
        inputGradient(
          shape, x, mask: nil, w, bias: inputs.count > 2 ? bias : nil, relu: options.hasReLU,
          into: shape.inputShape(x.shape)))
    } backward: { pass in
      let (x, w) = (pass.inputs[0], pass.inputs[1])
      let shape = Convolution(transposed: x.shape, by: w.shape, options)
      let g = options.hasReLU ? Operation.reluGradient(pass.output, pass.gradient) : pass.gradient
      let dx = pass.gradient(of: 0) {
        .make(x.shape) { dx in
          Tensor.read(g, w) { shape.forward($0, batch: x.shape[0], weights: $1, bias: nil, into: dx) }
        }
      }
      let dw = pass.gradient(of: 1) { weightGradient(shape, g, x, mask: nil, into: w.shape).dw }
      guard pass.inputs.count > 2 else { return [dx, dw] }
      return [dx, dw, pass.gradient(of: 2) { g.summed(to: pass.inputs[2].shape) }]
    }
  }

  private static func bias(of inputs: [Tensor], _ outputs: Int, _ operation: String) -> Tensor {
    guard inputs.count > 2 else { return Tensor.zeros([0]) }
    guard inputs[2].shape == [outputs] else { ShapeFault.trap(operation, inputs[1].shape, inputs[2].shape) }
    return inputs[2]
  }

  private static func inputGradient(
    _ shape: Convolution, _ g: Tensor, mask: Tensor?, _ w: Tensor, bias: Tensor? = nil, relu: Bool = false,
    into target: [Int]
  ) -> Tensor {
    .make(target) { dx in
      Tensor.read(g, w) { start, w in
        (mask ?? g).read { m in
          (bias ?? g).read { b in
            shape.inputGradient(
              start, mask: mask == nil ? nil : m, batch: g.shape[0], weights: w, bias: bias == nil ? nil : b,
              relu: relu,
              into: dx)
          }
        }
      }
    }
  }

  private static func weightGradient(
    _ shape: Convolution, _ x: Tensor, _ g: Tensor, mask: Tensor?, into target: [Int]
  ) -> (dw: Tensor, db: Tensor) {
    var dw = Tensor.zeros([0])
    let db = Tensor.make([shape.outputs]) { db in
      dw = .make(target) { dw in
        Tensor.read(x, g, mask ?? g) { start, g, m in
          shape.weightGradient(start, g, mask: mask == nil ? nil : m, batch: x.shape[0], into: dw, bias: db)
        }
      }
    }
    return (dw, db)
  }

  /// The gradient before a ReLU from that behind it, where y came out.
  private static func reluGradient(_ y: Tensor, _ g: Tensor) -> Tensor {
    .make(g.shape) { target in
      Tensor.read(y, g) { y, start in Rectifying.copy(start, where: y, into: target, count: g.count) }
    }
  }
}

extension Variable {
  /// Convolved with a kernel: `[B, H, W, Cin], [kh, kw, Cin, Cout], [Cout] -> [B, H', W', Cout]`, or one axis less.
  public func convolved(
    with kernel: Variable, bias: Variable? = nil, _ options: ConvolutionOptions = ConvolutionOptions()
  ) -> Variable {
    graph.apply(.convolution(options), [self, kernel] + (bias.map { [$0] } ?? []))
  }

  /// Convolved the other way round: `[B, H, W, Cin], [kh, kw, Cin, Cout], [Cout] -> [B, H', W', Cout]`, or one axis less.
  public func convolvedTransposed(
    with kernel: Variable, bias: Variable? = nil, _ options: ConvolutionOptions = ConvolutionOptions()
  ) -> Variable {
    graph.apply(.transposedConvolution(options), [self, kernel] + (bias.map { [$0] } ?? []))
  }
}
