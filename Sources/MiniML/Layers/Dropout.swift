/// Leaves out a share of the numbers in training; does nothing in evaluation. No parameters.
public struct Dropout: Module {
  /// The share that is left out, in `[0, 1)`.
  public var rate: Float

  /// Traps unless `0 <= rate < 1`.
  public init(_ rate: Float) {
    guard rate >= 0, rate < 1 else { ShapeFault.trap("Dropout", "the rate \(rate) is not in [0, 1)") }
    self.rate = rate
  }

  public func callAsFunction(_ x: Variable) -> Variable { x.dropout(rate) }

  public mutating func visit(_ body: (inout Parameter) -> Void) {}
}
