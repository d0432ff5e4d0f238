extension ScalarGraph {
  /// A number of the graph: 32 bytes without an array of its own, so that a graph of thousands is one block of memory.
  public struct Node: Hashable, Sendable {
    /// Not-a-number until computed.
    public internal(set) var value: Double
    /// Indices of the inputs. A rule of one input holds it twice, a leaf 0 twice, so that both can always be looked up.
    let first, second: Int32
    public let rule: ScalarRule
    /// The derivative of the last node by this one, as far as it has flowed back.
    public internal(set) var gradient = 0.0

    init(_ rule: ScalarRule, _ first: Int, _ second: Int, value: Double) {
      self.rule = rule
      self.first = Int32(first)
      self.second = Int32(second)
      self.value = value
    }

    /// Indices of the nodes that it takes in; the same one may stand twice.
    public var inputs: [Int] {
      switch rule.inputCount {
      case 0: []
      case 1: [Int(first)]
      default: [Int(first), Int(second)]
      }
    }
  }
}
