/// Layer normalisation.
extension Operation {
  /// Added to the variance, so that a constant row does not divide by 0. The default of PyTorch.
  static let layerNormEpsilon: Float = 1e-5

  /// `(x - mean) / sqrt(variance + 1e-5) * gain + bias` along the last axis: `[..., d], [d], [d] -> [..., d]`.
  ///
  /// Source: Ba, Kiros and Hinton (2016), "Layer normalization".
  public static let layerNorm = Operation(.layerNorm) { inputs in
    normalized(inputs[0]).rows * inputs[1] + inputs[2]
  } backward: { x, _, g in
    // dx = (dn - mean(dn) - n * mean(dn * n)) / deviation, where n is the normalised row and dn = g * gain
    let (rows, deviation) = normalized(x[0])
    let dn = g * x[1]
    let centred = dn - dn.mean(axis: -1, keeping: true) - rows * (dn * rows).mean(axis: -1, keeping: true)
    return [centred / deviation, (g * rows).summed(to: x[1].shape), g.summed(to: x[2].shape)]
  }

  private static func normalized(_ x: Tensor) -> (rows: Tensor, deviation: Tensor) {
    let centred = x - x.mean(axis: -1, keeping: true)
    let variance = (centred * centred).mean(axis: -1, keeping: true)
    let deviation = variance.map { ($0 + layerNormEpsilon).squareRoot() }
    return (centred / deviation, deviation)
  }
}

extension Variable {
  /// Rows brought to mean 0 and variance 1, then scaled and shifted: `[..., d], [d], [d] -> [..., d]`.
  public func layerNorm(gain: Variable, bias: Variable) -> Variable { apply(.layerNorm, gain, bias) }
}
