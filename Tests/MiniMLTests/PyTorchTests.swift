import MiniML
import Testing

/// The core beside PyTorch: values, gradients, and training from the same weights.
@Suite struct PyTorchTests {
  static let tolerance: Float = 1e-5

  /// The samples of which PyTorch recorded a case; each case is compared once.
  private static let recorded = PyTorchReference.cases.keys.sorted()

  @Test(arguments: recorded)
  func `an operation gives PyTorch's values and gradients`(name: String) throws {
    let recorded = try #require(PyTorchReference.cases[name])
    let sample = try #require(OperationSample.all.first { $0.name == name }, "a case without a sample of its name")
    let inputs = recorded.inputs.map(\.tensor)
    let output = sample.operation.forward(inputs)
    expectClose(output.value, recorded.output.tensor)
    let gradients = sample.operation.backward(
      Operation.Pass(inputs: inputs, output: output.value, kept: output.kept, gradient: recorded.seed.tensor))
    #expect(gradients.count == recorded.gradients.count)
    for (gradient, expected) in zip(gradients, recorded.gradients) {
      expectClose(try #require(gradient), expected.tensor)
    }
  }

  @Test func `PyTorch recorded every kind of operation`() {
    let kinds = OperationSample.all.filter { PyTorchReference.cases[$0.name] != nil }.map(\.operation.kind)
    #expect(Set(kinds) == Set(Operation.Kind.allCases))
  }

  /// Within 1e-5 of the largest number of both, and absolutely where all are below 1.
  private func expectClose(_ got: Tensor, _ expected: Tensor) {
    let scale = max(1, expected.data.reduce(0) { max($0, abs($1)) })
    #expect(got.largestDifference(to: expected) <= Self.tolerance * scale)
  }
}
