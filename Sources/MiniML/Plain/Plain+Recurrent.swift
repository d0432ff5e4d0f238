#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Plain {
  /// One step of a recurrent network for one row, in float64: from x_t and the state to the next state, whose first
  /// part is h. The weights are `[in][out]`, the gates beside each other.
  typealias RecurrentStep = (_ x: [Double], _ state: [[Double]]) -> [[Double]]

  /// Every h of one sequence `[T][E] -> [T][H]`, and the last state.
  static func run(_ step: RecurrentStep, over xs: [[Double]], from start: [[Double]]) -> (
    y: [[Double]], last: [[Double]]
  ) {
    var (y, state) = ([[Double]](), start)
    for x in xs {
      state = step(x, state)
      y.append(state[0])
    }
    return (y, state)
  }

  /// Gates i, f, g, o; state h and c.
  static func lstmStep(_ Wx: [[Double]], _ Wh: [[Double]], _ bias: [Double]) -> RecurrentStep {
    { x, state in
      let H = state[0].count
      let sums = affine(x, Wx, affine(state[0], Wh, bias))
      let c = (0..<H).map { sigmoid(sums[H + $0]) * state[1][$0] + sigmoid(sums[$0]) * tanh(sums[2 * H + $0]) }
      return [(0..<H).map { sigmoid(sums[3 * H + $0]) * tanh(c[$0]) }, c]
    }
  }

  /// Gates r, z, n; the bias has a fourth part, of the state's product in n.
  static func gruStep(_ Wx: [[Double]], _ Wh: [[Double]], _ bias: [Double]) -> RecurrentStep {
    { x, state in
      let h = state[0]
      let H = h.count
      let fromInput = affine(x, Wx, Array(bias[..<(3 * H)]))
      let fromState = affine(h, Wh, [Double](repeating: 0, count: 2 * H) + bias[(3 * H)...])
      return [
        (0..<H).map { u in
          let r = sigmoid(fromInput[u] + fromState[u])
          let z = sigmoid(fromInput[H + u] + fromState[H + u])
          let n = tanh(fromInput[2 * H + u] + r * fromState[2 * H + u])
          return (1 - z) * n + z * h[u]
        }
      ]
    }
  }

  static func rnnStep(_ Wx: [[Double]], _ Wh: [[Double]], _ bias: [Double]) -> RecurrentStep {
    { x, state in [affine(x, Wx, affine(state[0], Wh, bias)).map { tanh($0) }] }
  }

  /// `x W + b`.
  private static func affine(_ x: [Double], _ W: [[Double]], _ b: [Double]) -> [Double] {
    b.indices.map { j in x.indices.reduce(b[j]) { $0 + x[$1] * W[$1][j] } }
  }
}
