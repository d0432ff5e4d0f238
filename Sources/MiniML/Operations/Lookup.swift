/// Rows of a table: what an embedding looks up.
extension Operation {
  /// Rows of a table: `[n, d] -> [indices.count, d]`. A row taken twice gets the sum of both gradients.
  public static func gather(_ indices: [Int]) -> Operation {
    Operation(.gather) { inputs in
      Result(gatherRows(inputs[0], indices))
    } backward: { pass in
      let d = pass.inputs[0].shape[1]
      var table = Tensor.zeros(pass.inputs[0].shape)
      table.write { table in
        pass.gradient.read { g in
          for (row, index) in indices.enumerated() {
            let (target, source) = (table + index * d, g + row * d)
            for j in 0..<d { target[j] += source[j] }
          }
        }
      }
      return [table]
    }
  }

  private static func gatherRows(_ table: Tensor, _ indices: [Int]) -> Tensor {
    guard table.rank == 2 else { ShapeFault.trap("gather", "needs a table of two axes, got shape \(table.shape)") }
    let (n, d) = (table.shape[0], table.shape[1])
    return .make([indices.count, d]) { out in
      table.read { x in
        for (row, index) in indices.enumerated() {
          guard index >= 0, index < n else { ShapeFault.trap("gather", "no row \(index) in \(table.shape)") }
          (out + row * d).update(from: x + index * d, count: d)
        }
      }
    }
  }
}

extension Variable {
  /// Rows `indices` of this table `[n, d] -> [indices.count, d]`.
  public func gather(_ indices: [Int]) -> Variable { apply(.gather(indices)) }
}
