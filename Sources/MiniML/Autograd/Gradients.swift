/// What a backward pass found: the gradients of the leaves, parameters and variables. A value.
public struct Gradients: Sendable {
  /// By the parameter's name.
  public var parameters: [String: Tensor]
  /// New values of untrained parameters, such as running means; the optimiser's update puts them in place.
  public let replacements: [String: Tensor]
  private let leaves: [Int: Tensor]

  init(leaves: [Int: Tensor], _ parameterNodes: [String: Int], _ replacements: [String: Tensor]) {
    parameters = parameterNodes.compactMapValues { leaves[$0] }
    let taken = Set(parameterNodes.values)
    self.leaves = leaves.filter { !taken.contains($0.key) }
    self.replacements = replacements
  }

  /// The gradient of a variable; nil where the loss does not depend on it.
  public subscript(variable: Variable) -> Tensor? { variable.node.flatMap { leaves[$0] } }

  /// The gradient of a parameter by name; nil where the loss does not depend on it.
  public subscript(parameter name: String) -> Tensor? { parameters[name] }

  /// The root of the sum of squares over all parameters, added up in the order of their names.
  public var norm: Double {
    var sum = 0.0
    for name in parameters.keys.sorted() { sum += parameters[name]?.sumOfSquares ?? 0 }
    return sum.squareRoot()
  }
}

extension Tensor {
  /// The sum of the squares of all numbers, in float64.
  var sumOfSquares: Double {
    read { x in
      var lanes = SIMD8<Double>.zero
      for i in 0..<count / 8 {
        let wide = SIMD8<Double>(UnsafeRawPointer(x + 8 * i).loadUnaligned(as: SIMD8<Float>.self))
        lanes += wide * wide
      }
      return (count / 8 * 8..<count).reduce(lanes.sum()) { $0 + Double(x[$1]) * Double(x[$1]) }
    }
  }
}
