import MiniML
import Testing

/// Two inputs, a hidden layer, one output; it learns exclusive or.
private struct Perceptron: Layer {
  var hidden: Linear
  var output: Linear

  init(_ source: inout RandomSource) {
    hidden = Linear("hidden", 2, 8, &source)
    output = Linear("output", 8, 1, &source)
  }

  mutating func visit(_ body: (inout Parameter) -> Void) {
    hidden.visit(body)
    output.visit(body)
  }

  func loss() -> (Float, Gradients) {
    let graph = Graph()
    let X = graph.constant(Tensor(rows: [[0, 0], [0, 1], [1, 0], [1, 1]]))
    let error = output(hidden(X).tanh()) - graph.constant(Tensor(rows: [[0], [1], [1], [0]]))
    let loss = (error * error).mean()
    return (loss.value.scalar, graph.gradients(of: loss))
  }
}

@Suite struct OptimizerTests {
  private static func optimizers(sign: Float) -> [any Optimizer] {
    [
      SGD(learningRate: 0.1 * sign, momentum: 0.9), SGD(learningRate: 0.1 * sign, momentum: 0.9, isNesterov: true),
      AdaGrad(learningRate: 0.3 * sign), RMSProp(learningRate: 0.01 * sign), Adam(learningRate: 0.03 * sign),
      AdamW(learningRate: 0.03 * sign, weightDecay: 0.001),
    ]
  }

  @Test(arguments: 0..<6)
  func `every optimiser learns exclusive or, and unlearns it with its sign flipped`(index: Int) {
    for sign in [Float(1), -1] {
      var source = RandomSource(seed: 3)
      var model = Perceptron(&source)
      let start = model.loss().0
      var optimizer = Self.optimizers(sign: sign)[index]
      for _ in 0..<(sign > 0 ? 1_500 : 10) { optimizer.update(&model, model.loss().1) }
      let end = model.loss().0
      #expect(sign > 0 ? end < 0.01 : end > start, "\(type(of: optimizer)), \(start) to \(end)")
    }
  }

  @Test(arguments: [
    "sgd", "sgd-decay", "momentum", "momentum-decay", "nesterov", "nesterov-decay", "adagrad", "adagrad-decay",
    "rmsprop", "rmsprop-decay", "adam", "adam-decay", "adamw", "clipped",
  ])
  func `twenty-five steps of an optimiser go where PyTorch's do`(name: String) throws {
    let reference = try PyTorchReference.optimizers()
    let run = try #require(reference.runs[name])
    var parameters = try ["w1", "b1", "w2", "b2"].map { Parameter($0, try #require(reference.start[$0]).tensor) }
    var optimizer = Self.optimizer(name)
    for (step, expected) in run.losses.enumerated() {
      var (loss, gradients) = Self.loss(parameters, reference)
      #expect(abs(loss - expected) < 1e-5)
      if name == "clipped" { #expect(abs(gradients.clip(toNorm: 0.3) - run.norms[step]) < 1e-5) }
      for i in parameters.indices {
        let gradient = try #require(gradients[parameter: parameters[i].name])
        optimizer.update(&parameters[i], gradient: gradient)
      }
    }
    for parameter in parameters {
      let final = try #require(run.final[parameter.name])
      #expect(parameter.value.largestDifference(to: final.tensor) < 2e-5, "\(parameter.name)")
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
    case "sgd-decay": SGD(learningRate: 0.1, weightDecay: 0.1)
    case "momentum": SGD(learningRate: 0.05, momentum: 0.9)
    case "momentum-decay": SGD(learningRate: 0.05, momentum: 0.9, weightDecay: 0.1)
    case "nesterov": SGD(learningRate: 0.05, momentum: 0.9, isNesterov: true)
    case "nesterov-decay": SGD(learningRate: 0.05, momentum: 0.9, isNesterov: true, weightDecay: 0.1)
    case "adagrad": AdaGrad(learningRate: 0.1)
    case "adagrad-decay": AdaGrad(learningRate: 0.1, weightDecay: 0.1)
    case "rmsprop": RMSProp(learningRate: 0.01, decay: 0.9)
    case "rmsprop-decay": RMSProp(learningRate: 0.01, decay: 0.9, weightDecay: 0.1)
    case "adam": Adam(learningRate: 0.02)
    case "adam-decay": Adam(learningRate: 0.02, weightDecay: 0.1)
    case "adamw": AdamW(learningRate: 0.02, weightDecay: 0.1)
    default: SGD(learningRate: 0.1)
    }
  }

  /// The rule of Adam for one number, in float64, as its paper writes it.
  @Test(arguments: [1, 7, 8, 9, 63, 64, 65, 1_000])
  func `the vector form of a rule is the rule of one number, at every length`(count: Int) {
    var source = RandomSource(seed: UInt64(count))
    var parameter = Parameter("w", .normal([count], &source))
    var w = parameter.value.data.map(Double.init)
    var (m, v) = ([Double](repeating: 0, count: count), [Double](repeating: 0, count: count))
    var adam = Adam(learningRate: 0.1)
    for t in 1...5 {
      let gradient = Tensor.normal([count], &source)
      adam.update(&parameter, gradient: gradient)
      let (b1, b2) = (Double(adam.beta1), Double(adam.beta2))
      let (c1, c2) = ((1...t).reduce(1.0) { p, _ in p * b1 }, (1...t).reduce(1.0) { p, _ in p * b2 })
      for (i, g) in gradient.data.map(Double.init).enumerated() {
        m[i] = b1 * m[i] + (1 - b1) * g
        v[i] = b2 * v[i] + (1 - b2) * g * g
        w[i] -= 0.1 * (m[i] / (1 - c1)) / ((v[i] / (1 - c2)).squareRoot() + 1e-8)
      }
    }
    for (got, expected) in zip(parameter.value.data, w) { #expect(abs(Double(got) - expected) < 2e-5) }
  }

  @Test(arguments: 0..<6)
  func `a gradient that is not a number spoils its own weight alone`(index: Int) {
    var parameter = Parameter("w", .ones([20]))
    var gradient = [Float](repeating: 0.5, count: 20)
    gradient[3] = .nan
    gradient[11] = .infinity
    var optimizer = Self.optimizers(sign: 1)[index]
    optimizer.update(&parameter, gradient: Tensor(gradient))
    let w = parameter.value.data
    for i in w.indices { #expect(w[i].isFinite == ![3, 11].contains(i), "\(type(of: optimizer)), \(i)") }
  }

  @Test(arguments: 0..<6)
  func `an optimiser changes its weights in place`(index: Int) {
    var optimizer = Self.optimizers(sign: 1)[index]
    var parameter = Parameter("w", .ones([500]))
    let gradient = Tensor.ones([500])
    optimizer.update(&parameter, gradient: gradient)
    let before = parameter.value.withUnsafeBufferPointer { $0.baseAddress }
    optimizer.update(&parameter, gradient: gradient)
    #expect(parameter.value.withUnsafeBufferPointer { $0.baseAddress } == before)
  }

  @Test(arguments: 0..<6)
  func `the copy of an optimiser goes on by itself to the same bits`(index: Int) {
    var source = RandomSource(seed: 8)
    var (model, optimizer) = (Perceptron(&source), Self.optimizers(sign: 1)[index])
    for _ in 0..<5 { optimizer.update(&model, model.loss().1) }
    var (copy, other) = (model, optimizer)
    for _ in 0..<5 { optimizer.update(&model, model.loss().1) }
    #expect(copy.parameters != model.parameters)
    for _ in 0..<5 { other.update(&copy, copy.loss().1) }
    #expect(copy.parameters == model.parameters)
  }
}
