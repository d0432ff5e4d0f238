/// What a linear layer does with each number of `x W + b`.
public enum LinearActivation: String, CaseIterable, Sendable {
  case identity, relu, tanh, sigmoid, silu
  /// The exact form, with the normal distribution.
  case gelu
  /// The form with tanh, of GPT-2.
  case geluTanh
}

/// A linear layer in one step.
extension Operation {
  /// `f(x W + b)`: `[..., in], [in, out], [out] -> [..., out]`; the bias may be left out.
  ///
  /// With `z = x W + b` and `dz = dy f'(z)`: `dx = dz W^T`, `dW = x^T dz`, `db = ` the sum of the rows of dz.
  public static func linear(_ activation: LinearActivation = .identity) -> Operation {
    switch activation {
    case .identity: affine()
    case .relu: affine(ActivationFunction.ReLU(), keepsSlope: false)
    case .tanh: affine(ActivationFunction.Tanh(), keepsSlope: false)
    case .sigmoid: affine(ActivationFunction.Sigmoid(), keepsSlope: false)
    case .silu: affine(ActivationFunction.SiLU(), keepsSlope: true)
    case .gelu: affine(ActivationFunction.GELU(), keepsSlope: true)
    case .geluTanh: affine(ActivationFunction.GELUTanh(), keepsSlope: true)
    }
  }

  private static func affine() -> Operation {
    Operation(.linear) { inputs in
      let pass = LinearPass(inputs)
      return Result(
        .make(pass.shape) { y in
          pass.read { x, w, base in
            MatrixProduct.multiply(
              MatrixView(x, rows: pass.rows, columns: pass.inputs),
              MatrixView(w, rows: pass.inputs, columns: pass.outputs),
              into: y, rowStride: pass.outputs, base: base)
          }
        })
    } backward: { pass in
      LinearPass(pass.inputs).gradients(pass.gradient, pass.wanted)
    }
  }

  /// - Parameter keepsSlope: whether the slope of f is kept, in the place of z; otherwise y tells it.
  private static func affine<F: ElementwiseFunction>(_ f: F, keepsSlope: Bool) -> Operation {
    Operation(.linear) { inputs in
      let pass = LinearPass(inputs)
      guard keepsSlope else { return Result(.make(pass.shape) { y in pass.forward(f, into: y, slopes: nil) }) }
      var slopes: Tensor?
      let y = Tensor.make(pass.shape) { y in
        slopes = .make(pass.shape) { slopes in pass.forward(f, into: y, slopes: slopes) }
      }
      return Result(y, keeping: slopes.map { [$0] } ?? [])
    } backward: { pass in
      let dz =
        if let slopes = pass.kept.first {
          pass.gradient * slopes
        } else {
          Tensor.make(pass.output.shape) { dz in
            Tensor.read(pass.output, pass.gradient) { y, g in
              Elementwise.backward(f, y, y, gradient: g, into: dz, count: pass.output.count)
            }
          }
        }
      return LinearPass(pass.inputs).gradients(dz, pass.wanted)
    }
  }
}

/// The sizes and tensors of a linear layer's step.
private struct LinearPass {
  let x: Tensor
  let weight: Tensor
  let bias: Tensor?
  /// All axes of x but the last, as one.
  let rows: Int

  var inputs: Int { weight.shape[0] }
  var outputs: Int { weight.shape[1] }
  var shape: [Int] { x.shape.dropLast() + [outputs] }

  /// Traps where the shapes do not fit.
  init(_ inputs: [Tensor]) {
    (x, weight) = (inputs[0], inputs[1])
    bias = inputs.count > 2 ? inputs[2] : nil
    guard weight.rank == 2, x.shape.last == weight.shape[0] else { ShapeFault.trap("linear", x.shape, weight.shape) }
    if let bias, bias.rank != 1 || bias.count != weight.shape[1] { ShapeFault.trap("linear", bias.shape, weight.shape) }
    rows = Tensor.count(x.shape.dropLast())
  }

  func read(_ body: (_ x: UnsafePointer<Float>, _ w: UnsafePointer<Float>, _ base: MatrixProduct.Base) -> Void) {
    Tensor.read(x, weight) { x, w in
      if let bias { bias.read { body(x, w, .row($0)) } } else { body(x, w, .zero) }
    }
  }

  /// Some rows of z, then their values and slopes, while they are near: about 65,000 numbers at a time.
  func forward<F: ElementwiseFunction>(
    _ f: F, into y: UnsafeMutablePointer<Float>, slopes: UnsafeMutablePointer<Float>?
  ) {
    let length = max(48, 65_536 / max(1, outputs)) / 12 * 12
    let cost = Double(outputs) * (Double(inputs) / 50 + F.cost)
    read { x, w, base in
      let weights = MatrixView(w, rows: inputs, columns: outputs)
      ThreadPool.shared.split(rows, grain: 4, cost: cost) { range in
        for first in stride(from: range.lowerBound, to: range.upperBound, by: length) {
          let count = min(length, range.upperBound - first)
          let y = y + first * outputs
          let z = slopes.map { $0 + first * outputs } ?? y
          let left = MatrixView(x + first * inputs, rows: count, columns: inputs)
          MatrixProduct.multiply(left, weights, into: z, rowStride: outputs, base: base)
          if slopes == nil {
            Elementwise.map(z, into: y, count: count * outputs) { f.value($0) }
          } else {
            Elementwise.mapKeepingSlope(f, z, into: y, count: count * outputs)
          }
        }
      }
    }
  }

  /// The gradients of x, W and b from that of z.
  func gradients(_ dz: Tensor, _ wanted: [Bool]) -> [Tensor?] {
    let dz = dz.foldingRows
    let dx = wanted[0] ? dz.matmul(weight, transposingOther: true).reshaped(x.shape) : nil
    let dW = wanted[1] ? x.foldingRows.matmul(dz, transposingSelf: true) : nil
    guard wanted.count > 2 else { return [dx, dW] }
    return [dx, dW, wanted[2] ? dz.sumOfRows : nil]
  }
}

extension Tensor {
  /// `[n, d] -> [d]`: a row of ones times the matrix, which reads it once at the cache's rate.
  fileprivate var sumOfRows: Tensor {
    .make([shape[1]]) { sums in
      var one: Float = 1
      read { x in
        withUnsafePointer(to: &one) { one in
          let ones = MatrixView(one, rows: 1, columns: shape[0], rowStride: 0, columnStride: 0)
          MatrixProduct.multiply(
            ones, MatrixView(x, rows: shape[0], columns: shape[1]), into: sums, rowStride: shape[1])
        }
      }
    }
  }
}

extension Variable {
  /// `f(x W + b)` in one step: `[..., in], [in, out], [out] -> [..., out]`.
  public func linear(_ weight: Variable, _ bias: Variable?, _ activation: LinearActivation = .identity) -> Variable {
    graph.apply(.linear(activation), [self, weight] + (bias.map { [$0] } ?? []))
  }
}
