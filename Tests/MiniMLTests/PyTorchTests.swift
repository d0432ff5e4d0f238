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

  @Test(arguments: ["sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw"])
  func `twenty steps of an optimiser end where PyTorch's do`(name: String) throws {
    let reference = try PyTorchReference.optimizers()
    let run = try #require(reference.runs[name])
    var parameters = ["w1", "b1", "w2", "b2"].compactMap { key in reference.start[key].map { Parameter(key, $0.tensor) }
    }
    var optimizer = Self.optimizer(name)
    for expected in run.losses {
      let (loss, gradients) = Self.loss(parameters, reference)
      #expect(abs(loss - expected) < Self.tolerance)
      for i in parameters.indices {
        let gradient = try #require(gradients[parameter: parameters[i].name])
        optimizer.update(&parameters[i], gradient: gradient)
      }
    }
    for parameter in parameters {
      let final = try #require(run.final[parameter.name])
      #expect(parameter.value.largestDifference(to: final.tensor) < 1e-4, "\(parameter.name)")
    }
    #expect(try #require(run.losses.last) < run.losses[0], "the recorded run itself must learn")
  }

  private static func loss(_ p: [Parameter], _ reference: PyTorchReference.Optimizers) -> (Float, Gradients) {
    let graph = Graph()
    let w = p.map(graph.parameter)
    let hidden = (graph.constant(reference.X.tensor).matmul(w[0]) + w[1]).tanh()
    let error = hidden.matmul(w[2]) + w[3] - graph.constant(reference.y.tensor)
    let loss = (error * error).mean()
    return (loss.value.scalar, graph.gradients(of: loss))
  }

  private static func optimizer(_ name: String) -> any Optimizer {
    switch name {
    case "momentum": SGD(learningRate: 0.05, momentum: 0.9)
    case "nesterov": SGD(learningRate: 0.05, momentum: 0.9, isNesterov: true)
    case "rmsprop": RMSProp(learningRate: 0.01, decay: 0.9)
    case "adam": Adam(learningRate: 0.02)
    case "adamw": AdamW(learningRate: 0.02, weightDecay: 0.1)
    default: SGD(learningRate: 0.1)
    }
  }
}
