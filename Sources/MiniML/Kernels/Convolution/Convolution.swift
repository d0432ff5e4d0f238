/// The convolution of images, channels last, and its two gradients.
///
///     y[b, oy, ox, co] = bias[co] + sum over ky, kx, ci of x[b, oy s + ky d - p, ox s + kx d - p, ci] w[ky, kx, ci, co]
///
/// x `[batch, rows.length, columns.length, inputs]`, w `[rows.size, columns.size, inputs, outputs]`,
/// y `[batch, rows.positions, columns.positions, outputs]`. (It is the cross-correlation that every library computes.)
struct Convolution: Hashable, Sendable {
  let rows: SlidingWindow
  let columns: SlidingWindow
  /// Channels of x.
  let inputs: Int
  /// Channels of y.
  let outputs: Int
  /// Whether the weights lie as `[rows.size, columns.size, outputs, inputs]`: those of a transposed convolution, whose
  /// way is from y to x.
  var isTransposed = false

  /// How many places the window takes in an image.
  var positions: Int { rows.positions * columns.positions }
  var taps: Int { rows.size * columns.size }
  var inputCount: Int { rows.length * columns.length * inputs }
  var outputCount: Int { positions * outputs }
  var weightCount: Int { taps * inputs * outputs }

  /// y from x; with `relu`, `max(y, 0)`.
  func forward(
    _ x: UnsafePointer<Float>, batch: Int, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
    relu: Bool = false, into y: UnsafeMutablePointer<Float>
  ) {
    let kernel = kernel(weights, fromInputs: true)
    guard usesTiles else { return forwardPass.run(x, batch: batch, weights: kernel, bias: bias, relu: relu, into: y) }
    WinogradPass(rows: rows, columns: columns, sources: inputs, targets: outputs)
      .run(x, batch: batch, weights: kernel, isTurned: false, finish: .init(bias: bias, relu: relu), into: y)
  }

  /// The gradient of x from that of y: also the transposed convolution, which may have a bias and a ReLU of its own.
  ///
  /// With a mask (y itself, after a ReLU), the gradient counts only where the mask is above 0.
  func inputGradient(
    _ g: UnsafePointer<Float>, mask: UnsafePointer<Float>? = nil, batch: Int, weights: UnsafePointer<Float>,
    bias: UnsafePointer<Float>? = nil, relu: Bool = false, into dx: UnsafeMutablePointer<Float>
  ) {
    let kernel = kernel(weights, fromInputs: false)
    if usesTiles {
      WinogradPass(rows: rows.turned, columns: columns.turned, sources: outputs, targets: inputs)
        .run(
          g, mask: mask, batch: batch, weights: kernel, isTurned: true, finish: .init(bias: bias, relu: relu), into: dx)
    } else {
      backwardPass.run(g, mask: mask, batch: batch, weights: kernel, bias: bias, relu: relu, into: dx)
    }
  }

  /// How y reads x.
  var forwardPass: ConvolutionPass {
    ConvolutionPass(
      rows: ConvolutionAxis(forward: rows), columns: ConvolutionAxis(forward: columns), sources: inputs,
      targets: outputs)
  }

  /// How x's gradient reads that of y.
  var backwardPass: ConvolutionPass {
    ConvolutionPass(
      rows: ConvolutionAxis(backward: rows), columns: ConvolutionAxis(backward: columns), sources: outputs,
      targets: inputs)
  }

  func kernel(_ weights: UnsafePointer<Float>, fromInputs: Bool) -> ConvolutionPass.Kernel {
    let (input, output) = isTransposed ? (1, inputs) : (outputs, 1)
    return ConvolutionPass.Kernel(
      weights: weights, width: columns.size, tapStride: inputs * outputs, sourceStride: fromInputs ? input : output,
      targetStride: fromInputs ? output : input)
  }
}
