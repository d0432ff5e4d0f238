/// A scalar graph that grows while it is computed with: arithmetic on its scalars adds nodes.
///
/// ```
/// let tape = ScalarTape()
/// let (x, w) = (tape.scalar(2), tape.scalar(-3))
/// let y = (x * w + 1).tanh()
/// tape.backward()              // w.gradient is now the derivative of y by w
/// ```
/// One task at a time may use a tape. Source: Karpathy (2020), micrograd.
public final class ScalarTape {
  /// Not checked for simultaneous access, which would cost more than a node: no method here calls out while it changes it.
  @exclusivity(unchecked) public private(set) var graph = ScalarGraph()

  public init() {}

  /// How many numbers were made.
  public var count: Int { graph.nodes.count }

  /// A given number: a parameter, an input or a constant.
  public func scalar(_ value: Double) -> Scalar { Scalar(tape: self, index: graph.leaf(value)) }

  /// Every gradient of the number made last.
  public func backward() { graph.backward() }

  /// Forgets all but the first `count` numbers. What was made after them must not be used again.
  public func removeAll(after count: Int) { graph.removeAll(after: count) }

  @inline(__always) func compute(_ rule: ScalarRule, _ a: Int) -> Int { graph.compute(rule, a) }
  @inline(__always) func compute(_ rule: ScalarRule, _ a: Int, _ b: Int) -> Int { graph.compute(rule, a, b) }
  func set(_ index: Int, to value: Double) { graph.set(index, to: value) }
}
