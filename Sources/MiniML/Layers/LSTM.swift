/// Long short-term memory over sequences: `[B, T, E] -> [B, T, H]`.
///
/// `[i, f, g, o] = x_t W_x + h_(t-1) W_h + b`; `c_t = sigmoid(f) c_(t-1) + sigmoid(i) tanh(g)`;
/// `h_t = sigmoid(o) tanh(c_t)`. Called, it begins at zeros and gives every h; `run` begins where it is told and gives the
/// last state too; `step` takes one step, for writing a text token by token.
///
/// Source: Hochreiter and Schmidhuber (1997), "Long short-term memory". One bias where PyTorch adds two.
public struct LSTM: Module {
  /// `[E, 4 H]`.
  public var input: Parameter
  /// `[H, 4 H]`.
  public var hidden: Parameter
  /// `[4 H]`.
  public var bias: Parameter

  /// What a step hands to the next, `[B, H]` each.
  public struct State {
    public var h: Variable
    public var c: Variable

    public init(h: Variable, c: Variable) { (self.h, self.c) = (h, c) }
  }

  /// Uniform numbers in `±1/sqrt(H)`, as PyTorch draws them.
  public init(_ name: String, _ inputs: Int, _ units: Int, _ source: inout RandomSource) {
    input = .uniform(name + ".input", [inputs, 4 * units], fan: units, &source)
    hidden = .uniform(name + ".hidden", [units, 4 * units], fan: units, &source)
    bias = .uniform(name + ".bias", [4 * units], fan: units, &source)
  }

  /// The number of units, H.
  public var units: Int { hidden.value.shape[0] }

  public func callAsFunction(_ x: Variable) -> Variable { x.graph.apply(.lstm(), inputs(x, nil)) }

  /// Every h, and the state after the last step; nil begins at zeros.
  public func run(_ x: Variable, from state: State? = nil) -> (y: Variable, state: State) {
    let (B, T, H) = (x.shape[0], x.shape[1], units)
    let all = x.graph.apply(.lstm(returningCells: true), inputs(x, state)).reshaped([B, (T + 1) * H])
    let y = all.columns(0..<T * H)
    let c = all.columns(T * H..<(T + 1) * H)
    let h = T > 0 ? y.columns((T - 1) * H..<T * H) : state?.h ?? x.graph.constant(.zeros([B, H]))
    return (y.reshaped([B, T, H]), State(h: h, c: c))
  }

  /// One step: x `[B, E]` and the state before it (nil: zeros) to the state after it, whose h is the output.
  public func step(_ x: Variable, from state: State? = nil) -> State {
    run(x.reshaped([x.shape[0], 1, x.shape[1]]), from: state).state
  }

  private func inputs(_ x: Variable, _ state: State?) -> [Variable] {
    [x] + [input, hidden, bias].map(x.graph.parameter) + (state.map { [$0.h, $0.c] } ?? [])
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    input.visit(body)
    hidden.visit(body)
    bias.visit(body)
  }
}
