import MiniML
import Testing

/// Every operation's backward against central differences of its forward.
@Suite struct GradientCheckTests {
  /// float32 forward values at a step of 1e-2: truncation about 1e-4, rounding about 1e-5.
  static let tolerance = 2e-3

  @Test(arguments: OperationSample.all)
  func `the gradient of an operation is the slope of its output`(sample: OperationSample) {
    let inputs = sample.inputs(seed: 1)
    let output = sample.operation.forward(inputs)
    var source = RandomSource(seed: 2)
    let seed = Tensor.uniform(output.value.shape, -1, 1, &source)
    let gradients = sample.operation.backward(
      Operation.Pass(inputs: inputs, output: output.value, kept: output.kept, gradient: seed))
    #expect(gradients.map { $0?.shape } == inputs.map(\.shape))
    for (input, gradient) in gradients.enumerated() {
      for (element, got) in (gradient?.data ?? []).enumerated() {
        let slope = slope(of: sample.operation, inputs, seed, input, element)
        #expect(abs(Double(got) - slope) < Self.tolerance * max(1, abs(slope)), "input \(input), element \(element)")
      }
    }
  }

  @Test(arguments: OperationSample.all)
  func `a gradient that is not wanted does not change the others`(sample: OperationSample) {
    let inputs = sample.inputs(seed: 3)
    let output = sample.operation.forward(inputs)
    let gradient = Tensor.ones(output.value.shape)
    let whole = sample.operation.backward(
      Operation.Pass(inputs: inputs, output: output.value, kept: output.kept, gradient: gradient))
    for index in inputs.indices {
      let wanted = inputs.indices.map { $0 == index }
      let one = sample.operation.backward(
        Operation.Pass(inputs: inputs, output: output.value, kept: output.kept, gradient: gradient, wanted: wanted))
      #expect(one[index] == whole[index])
    }
  }

  @Test func `every kind of operation has a sample`() {
    #expect(Set(OperationSample.all.map(\.operation.kind)) == Set(Operation.Kind.allCases))
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

  @Test func `no gradient flows through what is detached, nor in a graph that does not record`() {
    let graph = Graph()
    let x = graph.variable(Tensor(3))
    #expect(graph.gradients(of: x * x.detached)[x]?.scalar == 3)
    let evaluating = Graph.evaluating()
    let z = evaluating.variable(Tensor(3))
    let y = z * z
    #expect(y.value.scalar == 9)
    #expect(evaluating.gradients(of: y)[z] == nil)
  }

  @Test func `after the way back a graph only evaluates, and no parameter is held by it`() {
    var weight = Parameter("weight", Tensor([1, 2]))
    let graph = Graph()
    let loss = graph.parameter(weight).sum()
    let place = weight.value.withUnsafeBufferPointer { $0.baseAddress }
    #expect(graph.gradients(of: loss)[parameter: "weight"]?.data == [1, 1])
    weight.value[0] = 5
    #expect(weight.value.withUnsafeBufferPointer { $0.baseAddress } == place)
    let later = graph.parameter(weight).sum()
    #expect(later.value.scalar == 7)
    #expect(graph.gradients(of: later).parameters.isEmpty)
  }

  @Test func `a second way back through the same record stops and says so`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let graph = Graph()
      let x = graph.variable(Tensor(2))
      let y = x * x
      _ = graph.gradients(of: y)
      _ = graph.gradients(of: y)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("gradients: a graph serves one way back"))
  }

  @Test func `the gradients of attention are the slopes of its output`() {
    var source = RandomSource(seed: 5)
    let layer = CausalSelfAttention("a", channels: 4, heads: 2, &source)
    let x = Tensor.normal([2, 3, 4], &source)
    let graph = Graph()
    let input = graph.variable(x)
    let y = layer(input)
    let gradient = graph.gradients(of: (y * y).sum())[input]
    for (i, got) in (gradient?.data ?? []).enumerated() {
      let loss = { (shift: Float) -> Double in
        var data = x.data
        data[i] += shift
        let graph = Graph()
        return layer(graph.constant(Tensor(x.shape, data))).value.data.reduce(0) { $0 + Double($1) * Double($1) }
      }
      #expect(abs(Double(got) - (loss(1e-2) - loss(-1e-2)) / 2e-2) < Self.tolerance)
    }
    #expect(gradient?.count == x.count)
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
      return zip(operation.forward(shifted).value.data, seed.data).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    return (value(h) - value(-h)) / (Double(h) * 2)
  }
}
