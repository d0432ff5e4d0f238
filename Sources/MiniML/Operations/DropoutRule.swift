/// Dropout: a share of the numbers is left out at random.
extension Operation {
  /// Every number is 0 with probability `rate` and multiplied by `1 / (1 - rate)` otherwise, so that the mean stays.
  ///
  /// The same seed drops the same places. Traps unless `0 <= rate < 1`.
  /// Source: Srivastava et al. (2014), "Dropout", in the inverted form: nothing need be scaled in evaluation.
  public static func dropout(_ rate: Float, seed: UInt64) -> Operation {
    guard rate >= 0, rate < 1 else { ShapeFault.trap("dropout", "the rate \(rate) is not in [0, 1)") }
    let kernel = DropoutKernel(rate: rate, seed: seed)
    return Operation(.dropout) {
      dropped($0[0], kernel)
    } backward: { _, _, g in
      [dropped(g, kernel)]
    }
  }

  private static func dropped(_ x: Tensor, _ kernel: DropoutKernel) -> Tensor {
    .make(x.shape) { y in x.read { kernel.apply($0, count: x.count, into: y) } }
  }
}

extension Variable {
  /// A share of the numbers left out at random, in a graph that trains; unchanged in one that evaluates.
  public func dropout(_ rate: Float) -> Variable {
    graph.isTraining && rate != 0 ? apply(.dropout(rate, seed: graph.nextSeed())) : self
  }
}
