#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Softmax and what is made of it, along the last axis.
extension Operation {
  /// `softmax(x)`; a mask is added to x before, minus infinity where nothing may be seen.
  public static let softmax = Operation(.softmax) {
    $0[0].softmax()
  } backward: { _, y, g in
    // dx = y * (g - sum(g * y))
    let weighted = g * y
    return [weighted - y * weighted.sum(axis: -1, keeping: true)]
  }

  /// `log(softmax(x))`.
  public static let logSoftmax = Operation(.logSoftmax) {
    $0[0].logSoftmax()
  } backward: { _, y, g in
    // dx = g - softmax(x) * sum(g)
    [g - y.map { expf($0) } * g.sum(axis: -1, keeping: true)]
  }

  /// The mean over rows of `-log softmax(x)[target]`: `[n, k] -> []`. A negative target leaves its row out; not-a-number
  /// where every row is left out.
  public static func crossEntropy(_ targets: [Int]) -> Operation {
    let counted = Float(targets.count { $0 >= 0 })
    return Operation(.crossEntropy) { inputs in
      let (n, k) = matrixShape(inputs[0], targets)
      let logs = inputs[0].logSoftmax()
      let sum = logs.read { logs in
        (0..<n).reduce(0.0) { $0 + (targets[$1] < 0 ? 0 : Double(logs[$1 * k + targets[$1]])) }
      }
      return Result(Tensor(Float(-sum / Double(counted))), keeping: [logs])
    } backward: { pass in
      let (n, k) = matrixShape(pass.inputs[0], targets)
      let share = pass.gradient.scalar / counted
      var gradient = pass.kept[0].map { expf($0) }
      gradient.write { gradient in
        for row in 0..<n {
          if targets[row] >= 0 { gradient[row * k + targets[row]] -= 1 }
          let weight = targets[row] < 0 ? 0 : share
          for j in row * k..<(row + 1) * k { gradient[j] *= weight }
        }
      }
      return [gradient]
    }
  }

  private static func matrixShape(_ x: Tensor, _ targets: [Int]) -> (n: Int, k: Int) {
    guard x.rank == 2, x.shape[0] == targets.count, targets.allSatisfy({ $0 < x.shape[1] }) else {
      ShapeFault.trap("crossEntropy", "shape \(x.shape) for \(targets.count) targets up to \(targets.max() ?? 0)")
    }
    return (x.shape[0], x.shape[1])
  }
}

extension Variable {
  public func softmax() -> Variable { apply(.softmax) }
  public func logSoftmax() -> Variable { apply(.logSoftmax) }
  /// The mean of `-log softmax(self)[target]` over rows; a negative target is left out. `[n, k] -> []`.
  public func crossEntropy(_ targets: [Int]) -> Variable { apply(.crossEntropy(targets)) }
}
