import Testing

@testable import MiniML

/// Losses: worked examples, and numbers at the edges.
@Suite struct LossTests {
  @Test func `losses are what one works out by hand`() {
    let (p, t) = (Tensor([1, 2, 4]), Tensor([1, 0, 1]))
    #expect(value(.meanSquaredError, p, t) == Float(13) / 3)
    #expect(value(.meanAbsoluteError, p, t) == Float(5) / 3)
    #expect(value(.huber(), p, t) == Float(0 + 1.5 + 2.5) / 3)
    #expect(value(.binaryCrossEntropy, Tensor([0, 0]), Tensor([0, 1])) == 0.693_147_2)
    let uniform = Tensor([2, 2], repeating: 0.5)
    #expect(value(.klDivergence, uniform.map { logarithm($0) }, uniform) == 0)
  }

  @Test func `the loss of a row is minus the logarithm of its class's probability`() {
    let graph = Graph()
    let x = graph.variable(Tensor([2, 2], [0, 0, 0, logarithm(3)]))
    let loss = x.crossEntropy([0, 1])
    #expect(abs(loss.value.scalar - (logarithm(2) + logarithm(4) - logarithm(3)) / 2) < 1e-6)
    let gradient = graph.gradients(of: loss)[x]?.data ?? []
    #expect(zip(gradient, [-0.25, 0.25, 0.125, -0.125]).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test func `huge logits give the loss that the mathematics gives`() {
    #expect(value(.crossEntropy([0]), Tensor([1, 2], [1e30, -1e30])) == 0)
    #expect(value(.crossEntropy([1]), Tensor([1, 2], [1e30, -1e30])) == 2e30)
    #expect(value(.crossEntropy([1]), Tensor([1, 2], [-.infinity, 5])) == 0)
    #expect(value(.crossEntropy([0]), Tensor([1, 2], [-.infinity, 5])) == .infinity)
    #expect(value(.crossEntropy([0]), Tensor([1, 2], [-.infinity, -.infinity])).isNaN)
    #expect(value(.crossEntropy([0, 0]), Tensor([2, 1], [3, 9])) == 0)
    #expect(value(.binaryCrossEntropy, Tensor([1000, -1000]), Tensor([1, 0])) == 0)
    #expect(value(.binaryCrossEntropy, Tensor([1000]), Tensor([0])) == 1000)
    #expect(value(.binaryCrossEntropy, Tensor([40]), Tensor([1])) > 0)
  }

  @Test func `a class that the target leaves out adds nothing to the divergence`() {
    #expect(value(.klDivergence, Tensor([1, 2], [-.infinity, 0]), Tensor([1, 2], [0, 1])) == 0)
    let graph = Graph()
    let t = graph.variable(Tensor([1, 2], [0, 1]))
    let loss = graph.constant(Tensor([1, 2], [-1, -2])).klDivergence(t)
    #expect(loss.value.scalar == 2)
    #expect(graph.gradients(of: loss)[t]?.data == [0, 3])
  }

  @Test func `rows of a negative class have no part in loss and gradient, whatever they hold`() {
    let graph = Graph()
    let x = graph.variable(Tensor([2, 2], [.nan, .infinity, 0, 0]))
    let loss = x.crossEntropy([-1, 0])
    #expect(loss.value.scalar == 0.693_147_2)
    #expect(graph.gradients(of: loss)[x]?.data == [0, 0, -0.5, 0.5])
    #expect(value(.crossEntropy([-1]), Tensor([1, 2], [1, 2])).isNaN)
  }

  @Test func `the loss of nothing is not a number`() {
    let empty = Tensor.zeros([0, 3])
    #expect(value(.crossEntropy([]), empty).isNaN)
    for loss in [Operation.meanSquaredError, .meanAbsoluteError, .huber(), .binaryCrossEntropy, .klDivergence] {
      #expect(value(loss, empty, empty).isNaN)
    }
    #expect(empty.softmax() == empty && Tensor.zeros([3, 0]).logSoftmax() == Tensor.zeros([3, 0]))
  }

  @Test(arguments: [1, 255, 256, 257, 1000])
  func `a loss of many pairs is the mean of their losses`(n: Int) {
    var source = RandomSource(seed: 4)
    let (p, t) = (Tensor.uniform([n], -3, 3, &source), Tensor.uniform([n], 0, 1, &source))
    let exact = zip(p.data, t.data).reduce(0.0) { $0 + Plain.softplus(Double($1.0)) - Double($1.0) * Double($1.1) }
    #expect(abs(Double(value(.binaryCrossEntropy, p, t)) - exact / Double(n)) < 1e-6)
  }

  @Test func `shapes that do not fit trap with the loss's name`() async {
    await #expect(processExitsWith: .failure) {
      _ = Operation.meanSquaredError.output(of: [Tensor([1, 2]), Tensor([2, 1], [1, 2])])
    }
    await #expect(processExitsWith: .failure) { _ = Operation.crossEntropy([2]).output(of: [Tensor([1, 2], [1, 2])]) }
    await #expect(processExitsWith: .failure) {
      _ = Operation.crossEntropy([0, 0]).output(of: [Tensor([1, 2], [1, 2])])
    }
  }

  private func value(_ operation: Operation, _ inputs: Tensor...) -> Float { operation.output(of: inputs).scalar }

}
