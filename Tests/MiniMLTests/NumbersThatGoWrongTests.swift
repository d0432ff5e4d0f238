import MiniML
import Testing

/// The table of Sources/MiniML/README.md, line by line.
@Suite struct NumbersThatGoWrongTests {
  private let inf = Float.infinity

  @Test func `not-a-number spoils what depends on it and nothing else`() {
    let A = Tensor(rows: [[1, .nan], [3, 4]])
    let y = A.matmul(Tensor(rows: [[1, 0], [0, 1]])).data
    #expect(y[0].isNaN && y[1].isNaN && y[2] == 3 && y[3] == 4)
    let graph = Graph()
    for f in [Operation.relu, .tanh, .sigmoid, .gelu, .geluTanh, .silu, .softplus, .exp, .log, .abs] {
      let out = graph.apply(f, [graph.constant(Tensor([.nan, 1]))]).value.data
      #expect(out[0].isNaN && out[1].isFinite, "\(f.kind)")
    }
    #expect(A.sum().scalar.isNaN)
    #expect(!A.isFinite && A.row(1).isFinite)
  }

  @Test func `overflow and division by nought are infinite, and the logarithm has no end below`() {
    #expect((Tensor([3e38]) * 10).data == [inf])
    #expect((Tensor([1, -1]) / Tensor([0, 0])).data == [inf, -inf])
    let graph = Graph()
    let log = graph.constant(Tensor([0, -1, inf])).log().value.data
    #expect(log[0] == -inf && log[1].isNaN && log[2] == inf)
    #expect(graph.constant(Tensor([1_000, -1_000, -inf])).exp().value.data == [inf, 0, 0])
  }

  @Test func `large numbers do not harm softmax nor cross-entropy`() {
    #expect(Tensor([[1e30, 0, -1e30]].flatMap { $0 }).softmax().data == [1, 0, 0])
    #expect(Tensor([1e30, 0]).logSoftmax().data == [0, -1e30])
    let graph = Graph()
    let x = graph.variable(Tensor(rows: [[1e4, -1e4], [0, 0]]))
    let loss = x.crossEntropy([1, 0])
    #expect(abs(loss.value.scalar - 10_000.347) < 0.001)
    #expect(graph.gradients(of: loss)[x]?.data == [0.5, -0.5, -0.25, 0.25])
  }

  @Test func `a row of minus infinity is not-a-number to softmax, and nothing to attention`() {
    #expect(Tensor([-inf, -inf]).softmax().data.allSatisfy { $0.isNaN })
    let x = Tensor.ones([1, 2, 4])
    let hidden = Tensor([2, 2], [-inf, -inf, 0, -inf])
    let options = AttentionOptions(heads: 1, isCausal: false, mask: hidden)
    let y = Operation.attention(options).output(of: [x, x * 2, x * 3])
    #expect(y.data == [0, 0, 0, 0, 3, 3, 3, 3])
  }

  @Test func `a loss over nothing is not a number and pushes nowhere`() {
    let graph = Graph()
    let x = graph.variable(Tensor(rows: [[1, 2]]))
    let loss = x.crossEntropy([-1])
    #expect(loss.value.scalar.isNaN)
    #expect(graph.gradients(of: loss)[x]?.data == [0, 0])
  }

  @Test func `an empty tensor sums to nought`() {
    let nothing = Tensor.zeros([0, 3])
    #expect(nothing.sum().scalar == 0)
    #expect(nothing.mean().scalar.isNaN)
    #expect(nothing.sum(axis: 0).data == [0, 0, 0])
    #expect(nothing.product(axis: 0).data == [1, 1, 1])
    #expect(nothing.maximum(axis: 0).data == [-inf, -inf, -inf])
    #expect(Tensor.zeros([2, 0]).matmul(nothing) == .zeros([2, 3]))
    #expect(nothing.matmul(.zeros([3, 5])).shape == [0, 5])
    #expect((nothing + Tensor([1, 2, 3])).shape == [0, 3])
  }

  @Test func `an axis of one is repeated, and has no variance`() {
    #expect((Tensor([2, 1], [1, 2]) * Tensor([1, 2], [3, 4])).data == [3, 4, 6, 8])
    let x = Tensor([3, 1], [5, -5, 100])
    #expect(x.variance(axis: 1).data == [0, 0, 0])
    #expect(Operation.layerNorm.output(of: [x, Tensor([2]), Tensor([7])]).data == [7, 7, 7])
    #expect(x.softmax().data == [1, 1, 1])
  }

  @Test func `denormal numbers are kept`() {
    let least = Float.leastNonzeroMagnitude
    let x = Tensor([1_000 * least, -least])
    #expect((x + x).data == [2_000 * least, -2 * least])
    #expect(x.reshaped([1, 2]).matmul(Tensor(rows: [[1, 0], [0, 1]])).data == x.data)
    #expect(x.sum().scalar == 999 * least)
  }

  @Test func `not-a-number sorts last`() {
    #expect(Tensor([2, .nan, -inf, 1]).sorted().data.dropLast() == [-inf, 1, 2])
  }
}
