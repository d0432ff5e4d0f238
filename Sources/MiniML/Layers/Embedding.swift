/// A row of numbers for each token: `[n] -> [n, d]`.
public struct Embedding: Layer {
  /// `[vocabulary, d]`.
  public var table: Parameter

  /// Normal numbers with the given deviation.
  public init(_ name: String, _ count: Int, _ d: Int, deviation: Double = 0.02, _ source: inout RandomSource) {
    table = Parameter(name + ".weight", .normal([count, d], deviation: deviation, &source))
  }

  public func callAsFunction(_ tokens: [Int], in graph: Graph) -> Variable { graph.parameter(table).gather(tokens) }

  public mutating func visit(_ body: (inout Parameter) -> Void) { table.visit(body) }
}
