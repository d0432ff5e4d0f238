/// Gradients kept within bounds, and gathered over several batches.
extension Gradients {
  /// Where the norm over all parameters together is above `bound`, multiplies every gradient by
  /// `bound / (norm + 1e-6)`; returns the norm before.
  ///
  /// A norm that is infinite or not a number multiplies nothing. Source: Pascanu, Mikolov and Bengio (2013), "On the
  /// difficulty of training recurrent neural networks"; the form is PyTorch's `clip_grad_norm_`.
  @discardableResult
  public mutating func clip(toNorm bound: Double) -> Double {
    let norm = norm
    let factor = bound / (norm + 1e-6)
    if norm.isFinite, factor < 1 { scale(by: Float(factor)) }
    return norm
  }

  /// Brings every number of every gradient into `-bound...bound`; what is not a number stays so.
  public mutating func clip(toValue bound: Float) {
    for place in places.values { leaves[place]?.update { $0 > bound ? bound : $0 < -bound ? -bound : $0 } }
  }

  /// Multiplies every gradient.
  public mutating func scale(by factor: Float) {
    for place in places.values { leaves[place]? *= factor }
  }

  /// Adds the gradients of another pass: over batches that are parts of one, gradients add up as their losses do.
  ///
  /// New values of untrained parameters are those of this pass, not of the other.
  public mutating func add(_ other: Gradients) {
    for (name, place) in other.places.sorted(by: { $0.value < $1.value }) {
      guard let gradient = other.leaves[place] else { continue }
      if let own = places[name], leaves[own] != nil {
        leaves[own]? += gradient
      } else {
        places[name] = leaves.count
        leaves.append(gradient)
      }
    }
  }
}
