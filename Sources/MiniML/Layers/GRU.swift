/// The gated recurrent unit over sequences: `[B, T, E] -> [B, T, H]`.
///
/// `r = sigmoid(x W_xr + h W_hr + b_r)`; `z = sigmoid(x W_xz + h W_hz + b_z)`;
/// `n = tanh(x W_xn + b_xn + r (h W_hn + b_hn))`; `h' = (1 - z) n + z h`. Called, it begins at zeros; the last of the h is
/// the last state.
///
/// Source: Cho et al. (2014), "Learning phrase representations using RNN encoder-decoder", in PyTorch's form: r acts
/// after the product. One bias for r and z where PyTorch adds two.
public struct GRU: Module {
  /// `[E, 3 H]`: r, z, n.
  public var input: Parameter
  /// `[H, 3 H]`.
  public var hidden: Parameter
  /// `[4 H]`: b_r, b_z, b_xn, b_hn.
  public var bias: Parameter

  /// Uniform numbers in `±1/sqrt(H)`, as PyTorch draws them.
  public init(_ name: String, _ inputs: Int, _ units: Int, _ source: inout RandomSource) {
    input = .uniform(name + ".input", [inputs, 3 * units], fan: units, &source)
    hidden = .uniform(name + ".hidden", [units, 3 * units], fan: units, &source)
    bias = .uniform(name + ".bias", [4 * units], fan: units, &source)
  }

  /// The number of units, H.
  public var units: Int { hidden.value.shape[0] }

  public func callAsFunction(_ x: Variable) -> Variable { callAsFunction(x, from: nil) }

  /// Every h; `state` `[B, H]` is the h to begin with, nil for zeros.
  public func callAsFunction(_ x: Variable, from state: Variable?) -> Variable {
    x.graph.apply(.gru, [x] + [input, hidden, bias].map(x.graph.parameter) + (state.map { [$0] } ?? []))
  }

  /// One step: x `[B, E]` and the h before it (nil: zeros) to the h after it, `[B, H]`.
  public func step(_ x: Variable, from state: Variable? = nil) -> Variable {
    self(x.reshaped([x.shape[0], 1, x.shape[1]]), from: state).reshaped([x.shape[0], units])
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    input.visit(body)
    hidden.visit(body)
    bias.visit(body)
  }
}
