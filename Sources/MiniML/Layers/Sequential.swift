/// Layers one after the other: each gets what the one before gave. Without any, the input comes out again.
public struct Sequential: Module {
  public var layers: [any Module]

  public init(_ layers: [any Module]) { self.layers = layers }

  public init(_ layers: any Module...) { self.layers = layers }

  public func callAsFunction(_ x: Variable) -> Variable { layers.reduce(x) { $1($0) } }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    for i in layers.indices { layers[i].visit(body) }
  }
}

/// A function without parameters as a layer: `Lambda { $0.relu() }`.
public struct Lambda: Module {
  private let function: @Sendable (Variable) -> Variable

  public init(_ function: @escaping @Sendable (Variable) -> Variable) { self.function = function }

  public func callAsFunction(_ x: Variable) -> Variable { function(x) }

  public mutating func visit(_ body: (inout Parameter) -> Void) {}
}
