/// Positions as rotations.
extension Operation {
  /// Turns the first `heads` heads of d numbers in every row by the row's position, and leaves what follows them as it is
  /// (the values of a packed row): `[B, T, C] -> [B, T, C]`, `heads * d <= C`. Row t has position `start + t`.
  ///
  /// Pair p of a head is turned by `position * base^(-2 p / d)`, so that the product of a query and a key depends on how
  /// far they are apart. Traps where d is odd.
  /// Source: Su et al. (2021), "RoFormer: enhanced transformer with rotary position embedding", section 3.2.
  public static func rotary(
    heads: Int, d: Int, start: Int = 0, base: Double = 10_000, pairing: RotaryPairing = .halves
  ) -> Operation {
    let turn = { @Sendable (x: Tensor, back: Bool) -> Tensor in
      guard x.rank == 3, heads * d <= x.shape[2] else {
        ShapeFault.trap("rotary", "\(heads) heads of \(d) in shape \(x.shape)")
      }
      let positions = RotaryPositions(positions: start..<start + x.shape[1], d: d, base: base, pairing: pairing)
      return turned(x, positions, heads: heads, back: back)
    }
    return Operation(.rotary) {
      turn($0[0], false)
    } backward: { _, _, g in
      [turn(g, true)]
    }
  }

  private static func turned(_ x: Tensor, _ positions: RotaryPositions, heads: Int, back: Bool) -> Tensor {
    let (rows, T, C) = (x.shape[0] * x.shape[1], x.shape[1], x.shape[2])
    let width = heads * positions.d
    return .make(x.shape) { y in
      x.read { x in
        ThreadPool.shared.split(T == 0 ? 0 : rows, cost: 0.3 * Double(C)) { range in
          for row in range {
            let (from, to) = (x + row * C, y + row * C)
            positions.turn(row: row % T, heads: heads, from, into: to, back: back)
            (to + width).update(from: from + width, count: C - width)
          }
        }
      }
    }
  }
}

extension Variable {
  /// The first heads of every row turned by the row's position.
  public func rotary(
    heads: Int, d: Int, start: Int = 0, base: Double = 10_000, pairing: RotaryPairing = .halves
  ) -> Variable {
    apply(.rotary(heads: heads, d: d, start: start, base: base, pairing: pairing))
  }
}
