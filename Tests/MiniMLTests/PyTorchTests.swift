import MiniML
import Testing

/// The core beside PyTorch: values, gradients, and training from the same weights.
@Suite struct PyTorchTests {
  static let tolerance: Float = 1e-5

  @Test(arguments: Operation.Kind.allCases)
  func `an operation gives PyTorch's values and gradients`(kind: Operation.Kind) throws {
    let recorded = try #require(try PyTorchReference.operations().cases[kind.rawValue])
    let inputs = recorded.inputs.map(\.tensor)
    let operation = Self.recordedOperation(kind)
    let output = operation.forward(inputs)
    #expect(output.largestDifference(to: recorded.output.tensor) < Self.tolerance)
    let gradients = operation.backward(inputs, output, recorded.seed.tensor)
    for (gradient, expected) in zip(gradients, recorded.gradients) {
      #expect(gradient.largestDifference(to: expected.tensor) < Self.tolerance)
    }
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

  /// The operation with the settings that the script used; those without settings come from the samples.
  private static func recordedOperation(_ kind: Operation.Kind) -> Operation { kind.samples[0].operation }
}
