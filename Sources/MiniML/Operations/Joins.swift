/// Tensors joined, made longer, repeated, or chosen between.
extension Operation {
  /// Joined along an axis: `[a, m, b], [a, n, b], ... -> [a, m + n + ..., b]`. Each part gets its slice of the gradient.
  public static func concatenate(axis: Int) -> Operation {
    Operation(.concatenate) {
      Tensor.concatenate($0, axis: axis)
    } backward: { x, _, g in
      g.split(sizes: x.map { $0.split(at: axis, "concatenate").n }, axis: axis)
    }
  }

  /// Made longer along an axis by places of one value, which have no gradient.
  public static func pad(before: Int = 0, after: Int = 0, axis: Int, with value: Float = 0) -> Operation {
    Operation(.pad) {
      $0[0].padded(before: before, after: after, axis: axis, with: value)
    } backward: { x, _, g in
      [g.slice(before..<before + x[0].split(at: axis, "pad").n, axis: axis)]
    }
  }

  /// Repeated to a shape by the rule of broadcasting; a number gets the sum of the gradients of its copies.
  public static func expand(to shape: [Int]) -> Operation {
    Operation(.expand) {
      $0[0].expanded(to: shape)
    } backward: { x, _, g in
      [g.summed(to: x[0].shape)]
    }
  }

  /// The first input where the mask is not 0, the second where it is; each gets the gradient where it was chosen.
  public static func choose(by mask: Tensor) -> Operation {
    Operation(.choose) {
      Tensor.where(mask, $0[0], $0[1])
    } backward: { x, _, g in
      let zero = Tensor(0)
      return [
        Tensor.where(mask, g, zero).summed(to: x[0].shape), Tensor.where(mask, zero, g).summed(to: x[1].shape),
      ]
    }
  }
}

extension Variable {
  public static func concatenate(_ parts: [Variable], axis: Int = 0) -> Variable {
    guard let first = parts.first else { ShapeFault.trap("concatenate", "nothing to join") }
    return first.graph.apply(.concatenate(axis: axis), parts)
  }

  public func padded(before: Int = 0, after: Int = 0, axis: Int, with value: Float = 0) -> Variable {
    apply(.pad(before: before, after: after, axis: axis, with: value))
  }

  public func expanded(to shape: [Int]) -> Variable { apply(.expand(to: shape)) }

  /// `a` where the mask is not 0, `b` where it is.
  public static func `where`(_ mask: Tensor, _ a: Variable, _ b: Variable) -> Variable { a.apply(.choose(by: mask), b) }
}
