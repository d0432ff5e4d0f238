import MiniML
import Testing

@Suite struct ScalarGraphTests {
  @Test(arguments: ScalarRule.allCases.filter { $0 != .leaf }, [0.37, 1.2, 2.9])
  func `each rule's local derivatives equal central differences`(rule: ScalarRule, x: Double) {
    var graph = ScalarGraph()
    let leaves = (0..<rule.inputCount).map { graph.leaf(x + 0.41 * Double($0)) }
    _ = leaves.count == 2 ? graph.apply(rule, leaves[0], leaves[1]) : graph.apply(rule, leaves[0])
    graph.forward()
    graph.backward()
    for leaf in leaves {
      #expect(
        abs(graph.nodes[leaf].gradient - graph.centralDifference(leaf)) < 1e-6 * max(1, abs(graph.nodes[leaf].gradient))
      )
    }
  }

  @Test func `a neuron has the gradients of the published example`() {
    // Karpathy (2020), micrograd, the neuron of the lecture: tanh(w1 x1 + w2 x2 + b).
    var graph = ScalarGraph()
    let (x1, x2) = (graph.leaf(2), graph.leaf(0))
    let (w1, w2) = (graph.leaf(-3), graph.leaf(1))
    let b = graph.leaf(6.8813735870195432)
    let first = graph.apply(.multiply, x1, w1)
    let second = graph.apply(.multiply, x2, w2)
    let sum = graph.apply(.add, graph.apply(.add, first, second), b)
    let output = graph.apply(.tanh, sum)
    graph.forward()
    graph.backward()
    #expect(abs(graph.nodes[output].value - 0.7071067811865476) < 1e-9)
    for (leaf, gradient) in [(x1, -1.5), (w1, 1.0), (x2, 0.5), (w2, 0.0), (b, 0.5)] {
      #expect(abs(graph.nodes[leaf].gradient - gradient) < 1e-9)
    }
  }

  @Test func `a node taken in twice gets the sum of its shares`() {
    var graph = ScalarGraph()
    let x = graph.leaf(3)
    _ = graph.apply(.add, graph.apply(.multiply, x, x), x)
    graph.forward()
    graph.backward()
    #expect(graph.nodes[x].gradient == 7)
  }

  @Test func `going one node at a time gives what whole passes give`() {
    var whole = ScalarGraph()
    let x = whole.leaf(0.3)
    let y = whole.apply(.sigmoid, x)
    _ = whole.apply(.multiply, whole.apply(.exp, y), y)
    var stepped = whole
    whole.forward()
    whole.backward()
    for index in stepped.nodes.indices { stepped.forward(index) }
    stepped.seedGradient()
    for index in stepped.nodes.indices.reversed() { stepped.backward(index) }
    #expect(stepped == whole)
  }

  @Test func `a rule with the wrong number of inputs traps`() async {
    await #expect(processExitsWith: .failure) {
      var graph = ScalarGraph()
      let x = graph.leaf(1)
      _ = graph.apply(.add, x)
    }
  }

  @Test func `resetting keeps the leaves alone`() {
    var graph = ScalarGraph()
    let x = graph.leaf(2)
    let y = graph.apply(.exp, x)
    graph.forward()
    graph.backward()
    graph.reset()
    #expect(graph.nodes[x].value == 2)
    #expect(graph.nodes[y].value.isNaN)
    #expect(graph.nodes.allSatisfy { $0.gradient == 0 })
  }
}
