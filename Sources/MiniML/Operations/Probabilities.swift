/// Softmax and what is made of it, along the last axis: `[..., k] -> [..., k]`.
extension Operation {
  /// `e^x / sum(e^x)`; a mask is added to x before, minus infinity where nothing may be seen.
  ///
  /// No x overflows. A row of minus infinity alone, or with plus infinity or not-a-number in it, becomes not-a-number.
  public static let softmax = Operation(.softmax) {
    $0[0].softmax()
  } backward: { _, y, g in
    [
      .make(y.shape) { dx in
        let (n, k) = y.asRows
        Tensor.read(y, g) { y, g in Softmax.backward(y, gradient: g, into: dx, n: n, k: k) }
      }
    ]
  }

  /// `log(softmax(x))`, worked out as `x - log(sum(e^x))`: finite where the probability itself would round to 0.
  public static let logSoftmax = Operation(.logSoftmax) {
    $0[0].logSoftmax()
  } backward: { _, y, g in
    [
      .make(y.shape) { dx in
        let (n, k) = y.asRows
        Tensor.read(y, g) { y, g in Softmax.logBackward(y, gradient: g, into: dx, n: n, k: k) }
      }
    ]
  }

  /// The mean over rows of `-log softmax(x)[class]`: `[..., k] -> []`, a class for each row.
  ///
  /// A negative class leaves its row out; not-a-number where every row is left out. With smoothing s the class has only
  /// `1 - s` of the truth, and every class `s / k`. Source of smoothing: Szegedy et al. (2015), section 7.
  public static func crossEntropy(_ classes: [Int], smoothing: Float = 0) -> Operation {
    let counted = classes.count { $0 >= 0 }
    return Operation(.crossEntropy) { inputs in
      let (x, rule) = (inputs[0], CrossEntropy(inputs[0], classes, smoothing))
      let losses = BufferPool.shared.take(rule.n)
      defer { BufferPool.shared.give(losses, rule.n) }
      let probabilities = Tensor.make(x.shape) { p in
        x.read { rule.forward($0, classes: classes, losses: losses, probabilities: p) }
      }
      let sum = (0..<rule.n).reduce(0.0) { $0 + Double(losses[$1]) }
      return Result(Tensor(Float(sum / Double(counted))), keeping: [probabilities])
    } backward: { pass in
      let (p, rule) = (pass.kept[0], CrossEntropy(pass.inputs[0], classes, smoothing))
      let weight = pass.gradient.scalar / Float(counted)
      return [
        .make(p.shape) { dx in p.read { rule.backward($0, classes: classes, weight: weight, into: dx) } }
      ]
    }
  }
}

extension CrossEntropy {
  /// Traps where there is not a class for each row, or one that the rows do not have.
  fileprivate init(_ x: Tensor, _ classes: [Int], _ smoothing: Float) {
    self.init(n: x.asRows.n, k: x.asRows.k, smoothing: smoothing)
    guard n == classes.count, classes.allSatisfy({ $0 < k }) else {
      ShapeFault.trap("crossEntropy", "shape \(x.shape) for \(classes.count) classes up to \(classes.max() ?? 0)")
    }
  }
}

extension Variable {
  public func softmax() -> Variable { apply(.softmax) }
  public func logSoftmax() -> Variable { apply(.logSoftmax) }
  /// The mean of `-log softmax(self)[class]` over rows; a negative class is left out. `[..., k] -> []`.
  public func crossEntropy(_ classes: [Int], smoothing: Float = 0) -> Variable {
    apply(.crossEntropy(classes, smoothing: smoothing))
  }
}
