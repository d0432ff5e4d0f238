/// Batch norm: every channel brought to mean 0 and variance 1 over the batch.
extension Operation {
  /// Where mean and variance come from.
  public enum BatchMoments: Sendable {
    /// From the batch itself, as in training: the gradient flows through them too.
    case ofBatch
    /// The same, already worked out for this very batch.
    case known(Moments)
    /// Given numbers, as in evaluation.
    case fixed(Moments)
  }

  /// Mean and biased variance of each channel, `[C]` each.
  public struct Moments: Sendable {
    public var mean: Tensor
    public var variance: Tensor

    public init(mean: Tensor, variance: Tensor) {
      self.mean = mean
      self.variance = variance
    }
  }

  /// `(x - mean) / sqrt(variance + epsilon) * gain + bias`, channel by channel: `[..., C], [C], [C] -> [..., C]`.
  ///
  /// Mean and biased variance are taken over all axes but the last: an image batch is `[B, H, W, C]`.
  /// Source: Ioffe and Szegedy (2015), "Batch normalization".
  public static func batchNorm(_ source: BatchMoments = .ofBatch, epsilon: Float = 1e-5) -> Operation {
    let isTraining = if case .fixed = source { false } else { true }
    return Operation(
      .batchNorm,
      keeping: { x in
        let C = channels(x)
        let moments =
          switch source {
          case .ofBatch: x[0].channelMoments()
          case .known(let moments), .fixed(let moments): moments
          }
        let inverse = moments.variance.map { 1 / ($0 + epsilon).squareRoot() }
        let y = Tensor.make(x[0].shape) { y in
          Tensor.read(moments.mean, inverse) { mean, inverse in
            Tensor.read(x[0], x[1], x[2]) { input, gain, bias in
              NormalizationKernel.batchNorm(
                input, rows: x[0].rowCount(C), d: C, mean: mean, inverse: inverse, gain: gain, bias: bias, into: y)
            }
          }
        }
        return Result(y, keeping: [moments.mean, inverse])
      }
    ) { pass in
      // dx = (g - mean(g) - n * mean(g * n)) * inverse * gain in training, g * inverse * gain in evaluation
      let C = channels(pass.inputs)
      var (dgain, dbias) = (Tensor.make([C]) { _ in }, Tensor.make([C]) { _ in })
      let dx = Tensor.make(pass.inputs[0].shape) { dx in
        dgain.write { dgain in
          dbias.write { dbias in
            Tensor.read(pass.kept[0], pass.kept[1]) { mean, inverse in
              Tensor.read(pass.inputs[0], pass.gradient, pass.inputs[1]) { x, g, gain in
                NormalizationKernel.batchNormBackward(
                  x, g, rows: pass.inputs[0].rowCount(C), d: C, isTraining: isTraining, mean: mean, inverse: inverse,
                  gain: gain, dx: dx, dgain: dgain, dbias: dbias)
              }
            }
          }
        }
      }
      return [dx, dgain, dbias]
    }
  }

  private static func channels(_ x: [Tensor]) -> Int {
    let C = x[0].shape.last ?? 0
    for other in x.dropFirst() where other.shape != [C] { ShapeFault.trap("batchNorm", x[0].shape, other.shape) }
    return C
  }
}

extension Tensor {
  /// Mean and biased variance of each channel, the last axis: `[..., C] -> [C], [C]`; not-a-number for an empty batch.
  public func channelMoments() -> Operation.Moments {
    let C = shape.last ?? 0
    var variance = Tensor.make([C]) { _ in }
    let mean = Tensor.make([C]) { mean in
      variance.write { variance in
        read { NormalizationKernel.columnMoments($0, rows: rowCount(C), d: C, mean: mean, variance: variance) }
      }
    }
    return Operation.Moments(mean: mean, variance: variance)
  }

  /// How many rows of a length there are; none of length 0.
  fileprivate func rowCount(_ width: Int) -> Int { width == 0 ? 0 : count / width }
}

extension Variable {
  /// Channels brought to mean 0 and variance 1, then scaled and shifted: `[..., C], [C], [C] -> [..., C]`.
  public func batchNorm(
    gain: Variable, bias: Variable, _ source: Operation.BatchMoments = .ofBatch, epsilon: Float = 1e-5
  ) -> Variable {
    apply(.batchNorm(source, epsilon: epsilon), gain, bias)
  }
}
