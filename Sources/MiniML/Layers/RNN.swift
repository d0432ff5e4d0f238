/// The plain recurrent network over sequences, `h_t = tanh(x_t W_x + h_(t-1) W_h + b)`: `[B, T, E] -> [B, T, H]`.
///
/// Called, it begins at zeros; the last of the h is the last state. Gradients fade or explode over long sequences: what
/// LSTM and GRU were made against.
///
/// Source: Elman (1990), "Finding structure in time". One bias where PyTorch adds two.
public struct RNN: Module {
  /// `[E, H]`.
  public var input: Parameter
  /// `[H, H]`.
  public var hidden: Parameter
  /// `[H]`.
  public var bias: Parameter

  /// Uniform numbers in `±1/sqrt(H)`, as PyTorch draws them.
  public init(_ name: String, _ inputs: Int, _ units: Int, _ source: inout RandomSource) {
    input = .uniform(name + ".input", [inputs, units], fan: units, &source)
    hidden = .uniform(name + ".hidden", [units, units], fan: units, &source)
    bias = .uniform(name + ".bias", [units], fan: units, &source)
  }

  /// The number of units, H.
  public var units: Int { hidden.value.shape[0] }

  public func callAsFunction(_ x: Variable) -> Variable { callAsFunction(x, from: nil) }

  /// Every h; `state` `[B, H]` is the h to begin with, nil for zeros.
  public func callAsFunction(_ x: Variable, from state: Variable?) -> Variable {
    x.graph.apply(.rnn, [x] + [input, hidden, bias].map(x.graph.parameter) + (state.map { [$0] } ?? []))
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
