/// Every convolution is one loop over where the window stands (b, y, x), the tap in it (ky, kx) and the two channels.
extension Plain {
  /// `y[b, oy, ox, co] = bias[co] + sum x[b, oy stride + ky - padding, ..., ci] w[ky, kx, ci, co]`.
  static func convolution(_ shape: Convolution, _ x: [Float], _ w: [Float], bias: [Float], batch: Int) -> [Float] {
    var y = (0..<batch * shape.positions).flatMap { _ in bias }
    forEachProduct(of: shape, batch) { input, weight, output in y[output] += x[input] * w[weight] }
    return y
  }

  /// The gradient of the input from the output's: also the transposed convolution of `g`.
  static func convolutionInputGradient(_ shape: Convolution, _ w: [Float], _ g: [Float], batch: Int) -> [Float] {
    var dx = [Float](repeating: 0, count: batch * shape.inputCount)
    forEachProduct(of: shape, batch) { input, weight, output in dx[input] += g[output] * w[weight] }
    return dx
  }

  /// The gradient of the weights from the input and the output's gradient.
  static func convolutionWeightGradient(_ shape: Convolution, _ x: [Float], _ g: [Float], batch: Int) -> [Float] {
    var dw = [Float](repeating: 0, count: shape.weightCount)
    forEachProduct(of: shape, batch) { input, weight, output in dw[weight] += x[input] * g[output] }
    return dw
  }

  /// Visits each product that a convolution is made of by the places of its input, weight and output.
  private static func forEachProduct(of shape: Convolution, _ batch: Int, _ visit: (Int, Int, Int) -> Void) {
    let (rows, columns) = (shape.rows, shape.columns)
    for b in 0..<batch {
      for oy in 0..<rows.positions {
        for ox in 0..<columns.positions {
          for ky in 0..<rows.size {
            for kx in 0..<columns.size {
              let (iy, ix) = (rows.index(position: oy, tap: ky), columns.index(position: ox, tap: kx))
              guard (0..<rows.length).contains(iy), (0..<columns.length).contains(ix) else { continue }
              let pixel = (b * rows.length + iy) * columns.length + ix
              let tap = ky * columns.size + kx
              let position = (b * rows.positions + oy) * columns.positions + ox
              for ci in 0..<shape.inputs {
                for co in 0..<shape.outputs {
                  visit(
                    pixel * shape.inputs + ci, (tap * shape.inputs + ci) * shape.outputs + co,
                    position * shape.outputs + co)
                }
              }
            }
          }
        }
      }
    }
  }
}
