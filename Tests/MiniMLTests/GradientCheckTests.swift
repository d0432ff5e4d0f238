import MiniML
import Testing

/// Every operation's backward against central differences of its forward.
@Suite struct GradientCheckTests {
  static let samples = Operation.Kind.allCases.flatMap(\.samples)
  /// float32 forward values at a step of 1e-2: truncation about 1e-4, rounding about 1e-5.
  static let tolerance = 2e-3

  @Test(arguments: samples)
  func `the gradient of an operation is the slope of its output`(sample: OperationSample) {
    let inputs = sample.inputs(seed: 1)
    let output = sample.operation.forward(inputs)
    var source = RandomSource(seed: 2)
    let seed = Tensor.uniform(output.shape, -1, 1, &source)
    let gradients = sample.operation.backward(inputs, output, seed)
    #expect(gradients.map(\.shape) == inputs.map(\.shape))
    for (input, gradient) in gradients.enumerated() {
      for element in 0..<gradient.count {
        let slope = slope(of: sample.operation, inputs, seed, input, element)
        let got = Double(gradient.data[element])
        #expect(abs(got - slope) < Self.tolerance * max(1, abs(slope)), "input \(input), element \(element)")
      }
    }
  }

  @Test func `every operation has a sample of its own kind`() {
    for kind in Operation.Kind.allCases {
      #expect(!kind.samples.isEmpty)
      #expect(kind.samples.allSatisfy { $0.operation.kind == kind })
    }
  }

  @Test func `a value used twice gets both gradients`() {
    let graph = Graph()
    let x = graph.variable(Tensor([2, 3]))
    let y = (x * x + x).sum()
    #expect(graph.gradients(of: y)[x]?.data == [5, 7])
  }

  @Test func `what the loss does not depend on has no gradient`() {
    let graph = Graph()
    let (x, z) = (graph.variable(Tensor(2)), graph.variable(Tensor(3)))
    let gradients = graph.gradients(of: x * x)
    #expect(gradients[x]?.scalar == 4)
    #expect(gradients[z] == nil)
  }

  @Test func `the gradients of attention are the slopes of its output`() {
    var source = RandomSource(seed: 5)
    let layer = CausalSelfAttention("a", channels: 4, heads: 2, &source)
    let x = Tensor.normal([2, 3, 4], &source)
    let graph = Graph()
    let input = graph.variable(x)
    let y = layer(input)
    let gradient = graph.gradients(of: (y * y).sum())[input]
    for i in 0..<x.count {
      let loss = { (shift: Float) -> Double in
        var data = x.data
        data[i] += shift
        let graph = Graph()
        return layer(graph.constant(Tensor(x.shape, data))).value.data.reduce(0) { $0 + Double($1) * Double($1) }
      }
      #expect(abs(Double(gradient?.data[i] ?? .nan) - (loss(1e-2) - loss(-1e-2)) / 2e-2) < Self.tolerance)
    }
  }

  private func slope(of operation: Operation, _ inputs: [Tensor], _ seed: Tensor, _ input: Int, _ element: Int)
    -> Double
  {
    let h: Float = 1e-2
    let value = { (shift: Float) -> Double in
      var shifted = inputs
      var data = shifted[input].data
      data[element] += shift
      shifted[input] = Tensor(shifted[input].shape, data)
      return zip(operation.forward(shifted).data, seed.data).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    return (value(h) - value(-h)) / (Double(h) * 2)
  }
}
