/// Which norm a Transformer has.
public enum Normalization: String, CaseIterable, Sendable {
  case layer
  case rootMeanSquare
}

/// The norm of rows that was chosen: `[..., d] -> [..., d]`.
public enum NormalizationLayer: Module {
  case layer(LayerNorm)
  case rootMeanSquare(RMSNorm)

  public init(_ name: String, _ d: Int, _ kind: Normalization) {
    switch kind {
    case .layer: self = .layer(LayerNorm(name, d))
    case .rootMeanSquare: self = .rootMeanSquare(RMSNorm(name, d))
    }
  }

  public func callAsFunction(_ x: Variable) -> Variable {
    switch self {
    case .layer(let norm): norm(x)
    case .rootMeanSquare(let norm): norm(x)
    }
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    switch self {
    case .layer(var norm):
      norm.visit(body)
      self = .layer(norm)
    case .rootMeanSquare(var norm):
      norm.visit(body)
      self = .rootMeanSquare(norm)
    }
  }
}
