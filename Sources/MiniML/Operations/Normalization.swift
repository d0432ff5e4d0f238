/// Numbers brought to mean 0 and deviation 1: along rows (layer norm, RMS norm) or channels (batch norm).
extension Operation {
  /// `(x - mean) / sqrt(variance + epsilon) * gain + bias` along the last axis: `[..., d], [d], [d] -> [..., d]`.
  ///
  /// The variance is the biased one, over d. A constant row gives the bias.
  /// Source: Ba, Kiros and Hinton (2016), "Layer normalization".
  public static func layerNorm(epsilon: Float) -> Operation {
    Operation(
      .layerNorm,
      keeping: { x in
        let (rows, d) = rowsAndWidth("layerNorm", x)
        var moments = Tensor.make([2, rows]) { _ in }
        let y = Tensor.make(x[0].shape) { y in
          moments.write { moments in
            Tensor.read(x[0], x[1], x[2]) { x, gain, bias in
              NormalizationKernel.layerNorm(
                x, rows: rows, d: d, gain: gain, bias: bias, epsilon: epsilon, into: y, mean: moments,
                inverse: moments + rows)
            }
          }
        }
        return Result(y, keeping: [moments])
      }
    ) { pass in
      // dx = (dn - mean(dn) - n * mean(dn * n)) / deviation, where n is the normalised row and dn = g * gain
      let (rows, d) = rowsAndWidth("layerNorm", pass.inputs)
      var (dgain, dbias) = (Tensor.make([d]) { _ in }, Tensor.make([d]) { _ in })
      let dx = Tensor.make(pass.inputs[0].shape) { dx in
        dgain.write { dgain in
          dbias.write { dbias in
            pass.kept[0].read { moments in
              Tensor.read(pass.inputs[0], pass.gradient, pass.inputs[1]) { x, g, gain in
                NormalizationKernel.layerNormBackward(
                  x, g, rows: rows, d: d, gain: gain, mean: moments, inverse: moments + rows, dx: dx, dgain: dgain,
                  dbias: dbias)
              }
            }
          }
        }
      }
      return [dx, dgain, dbias]
    }
  }

  /// Layer norm with PyTorch's epsilon, 1e-5.
  public static let layerNorm = layerNorm(epsilon: 1e-5)

  /// `x / sqrt(mean(x^2) + epsilon) * gain` along the last axis: `[..., d], [d] -> [..., d]`.
  ///
  /// Source: Zhang and Sennrich (2019), "Root mean square layer normalization".
  public static func rmsNorm(epsilon: Float) -> Operation {
    Operation(
      .rmsNorm,
      keeping: { x in
        let (rows, d) = rowsAndWidth("rmsNorm", x)
        var inverse = Tensor.make([rows]) { _ in }
        let y = Tensor.make(x[0].shape) { y in
          inverse.write { inverse in
            Tensor.read(x[0], x[1]) { x, gain in
              NormalizationKernel.rootMeanSquare(
                x, rows: rows, d: d, gain: gain, epsilon: epsilon, into: y, inverse: inverse)
            }
          }
        }
        return Result(y, keeping: [inverse])
      }
    ) { pass in
      // dx = (dn - n * mean(dn * n)) * inverse, where n is the normalised row and dn = g * gain
      let (rows, d) = rowsAndWidth("rmsNorm", pass.inputs)
      var dgain = Tensor.make([d]) { _ in }
      let dx = Tensor.make(pass.inputs[0].shape) { dx in
        dgain.write { dgain in
          pass.kept[0].read { inverse in
            Tensor.read(pass.inputs[0], pass.gradient, pass.inputs[1]) { x, g, gain in
              NormalizationKernel.rootMeanSquareBackward(
                x, g, rows: rows, d: d, gain: gain, inverse: inverse, dx: dx, dgain: dgain)
            }
          }
        }
      }
      return [dx, dgain]
    }
  }

  /// The rows of the first input and their length, which every other input must have; traps otherwise.
  private static func rowsAndWidth(_ operation: String, _ x: [Tensor]) -> (rows: Int, d: Int) {
    let d = x[0].shape.last ?? 0
    for other in x.dropFirst() where other.shape != [d] { ShapeFault.trap(operation, x[0].shape, other.shape) }
    return (d == 0 ? 0 : x[0].count / d, d)
  }
}

extension Variable {
  /// Rows brought to mean 0 and variance 1, then scaled and shifted: `[..., d], [d], [d] -> [..., d]`.
  public func layerNorm(gain: Variable, bias: Variable, epsilon: Float = 1e-5) -> Variable {
    apply(.layerNorm(epsilon: epsilon), gain, bias)
  }

  /// Rows brought to a mean square of 1, then scaled: `[..., d], [d] -> [..., d]`.
  public func rmsNorm(gain: Variable, epsilon: Float = 1e-5) -> Variable { apply(.rmsNorm(epsilon: epsilon), gain) }
}
