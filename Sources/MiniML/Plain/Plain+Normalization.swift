/// Norms as their papers write them, in float64.
extension Plain {
  /// `(x - mean) / sqrt(variance + epsilon) * gain + bias`.
  static func layerNorm(_ x: [Double], gain: [Double], bias: [Double], epsilon: Double) -> [Double] {
    let mean = x.reduce(0, +) / Double(x.count)
    let variance = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)
    return x.indices.map { (x[$0] - mean) / (variance + epsilon).squareRoot() * gain[$0] + bias[$0] }
  }

  /// `x / sqrt(mean(x^2) + epsilon) * gain`.
  static func rmsNorm(_ x: [Double], gain: [Double], epsilon: Double) -> [Double] {
    let square = x.reduce(0) { $0 + $1 * $1 } / Double(x.count)
    return x.indices.map { x[$0] / (square + epsilon).squareRoot() * gain[$0] }
  }

  /// One channel over a batch: `(x - mean) / sqrt(variance + epsilon) * gain + bias`.
  static func batchNorm(_ x: [Double], gain: Double, bias: Double, epsilon: Double) -> [Double] {
    layerNorm(
      x, gain: [Double](repeating: gain, count: x.count), bias: [Double](repeating: bias, count: x.count),
      epsilon: epsilon)
  }

  /// The gradient of one layer norm's row: the Jacobian, element by element, times the output's gradient.
  ///
  /// With `n = (x - mean) / deviation`: `dn_i / dx_j = ((i == j) - 1 / d - n_i n_j / d) / deviation`.
  static func layerNormGradient(_ x: [Double], _ g: [Double], gain: [Double], epsilon: Double) -> [Double] {
    let d = Double(x.count)
    let ones = [Double](repeating: 1, count: x.count)
    let zeros = [Double](repeating: 0, count: x.count)
    let n = layerNorm(x, gain: ones, bias: zeros, epsilon: epsilon)
    let mean = x.reduce(0, +) / d
    let deviation = (x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / d + epsilon).squareRoot()
    return x.indices.map { j in
      x.indices.reduce(0) { sum, i in
        sum + g[i] * gain[i] * ((i == j ? 1 : 0) - 1 / d - n[i] * n[j] / d) / deviation
      }
    }
  }

  /// The gradient of one RMS norm's row: `dn_i / dx_j = ((i == j) - n_i n_j / d) * inverse`.
  static func rmsNormGradient(_ x: [Double], _ g: [Double], gain: [Double], epsilon: Double) -> [Double] {
    let d = Double(x.count)
    let inverse = 1 / (x.reduce(0) { $0 + $1 * $1 } / d + epsilon).squareRoot()
    return x.indices.map { j in
      x.indices.reduce(0) { sum, i in
        sum + g[i] * gain[i] * ((i == j ? 1 : 0) - x[i] * x[j] * inverse * inverse / d) * inverse
      }
    }
  }
}
