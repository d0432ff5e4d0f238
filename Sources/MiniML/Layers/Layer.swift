/// A named tensor that training changes. The name is unique in its model: gradients, optimisers and weight files use it.
public struct Parameter: Hashable, Sendable {
  public let name: String
  public var value: Tensor

  public init(_ name: String, _ value: Tensor) {
    self.name = name
    self.value = value
  }
}

/// Something with parameters: a layer or a whole model. A value: its copy is a checkpoint.
public protocol Layer: Sendable {
  /// All parameters, always in the same order. Setting takes the same names and shapes.
  var parameters: [Parameter] { get set }
}

extension Layer {
  /// How many numbers training changes.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.value.count } }
}
