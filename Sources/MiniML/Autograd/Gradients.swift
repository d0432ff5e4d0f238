/// What a backward pass found: the gradients of the leaves, parameters and variables. A value.
public struct Gradients: Sendable {
  /// New values of untrained parameters, such as running means; the optimiser's update puts them in place.
  public let replacements: [String: Tensor]
  /// By the place in the graph's record; nil where an operation stood, and what the loss does not depend on.
  var leaves: [Tensor?]
  /// Which of them are parameters, by name.
  var places: [String: Int]

  init(_ leaves: [Tensor?], _ places: [String: Int], _ replacements: [String: Tensor]) {
    self.leaves = leaves
    self.places = places
    self.replacements = replacements
  }

  /// By the parameter's name, those on which the loss depends. Made anew with each call; for one, ask by its name.
  public var parameters: [String: Tensor] { places.compactMapValues { leaves[$0] } }

  /// The gradient of a variable; nil where the loss does not depend on it.
  public subscript(variable: Variable) -> Tensor? {
    variable.node.flatMap { leaves.indices.contains($0) ? leaves[$0] : nil }
  }

  /// The gradient of a parameter by name; nil where the loss does not depend on it.
  public subscript(parameter name: String) -> Tensor? { places[name].flatMap { leaves[$0] } }

  /// The root of the sum of squares over all parameters, added up in the order in which the model used them.
  public var norm: Double {
    var sum = 0.0
    for place in places.values.sorted() { sum += leaves[place]?.sumOfSquares ?? 0 }
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
      return (count / 8 * 8..<count).reduce(lanes.total) { $0 + Double(x[$1]) * Double(x[$1]) }
    }
  }
}
