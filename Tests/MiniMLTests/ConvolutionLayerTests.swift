import Testing

@testable import MiniML

/// Layers of convolution: shapes, first weights, and what a small network of them learns.
@Suite struct ConvolutionLayerTests {
  @Test func `a network of convolutions has the shapes of its layers`() {
    var source = RandomSource(seed: 1)
    let graph = Graph()
    let x = graph.constant(.normal([2, 8, 8, 1], &source))
    let wide = Conv2d("a", 1, 4, size: 3, padding: 1, &source)(x)
    #expect(wide.shape == [2, 8, 8, 4])
    #expect(MaxPool2d(2)(wide).shape == [2, 4, 4, 4])
    #expect(AveragePool2d(3, stride: 2, padding: 1)(wide).shape == [2, 4, 4, 4])
    #expect(GlobalAveragePool()(wide).shape == [2, 4])
    let half = Conv2d("b", 4, 6, size: 3, stride: 2, padding: 1, &source)(wide)
    #expect(half.shape == [2, 4, 4, 6])
    let up = ConvTranspose2d("c", 6, 3, size: 3, stride: 2, padding: 1, outputPadding: 1, &source)
    #expect(up(half).shape == [2, 8, 8, 3])
    #expect(UpSample(by: 2)(half).shape == [2, 8, 8, 6])
    let sequence = graph.constant(.normal([2, 9, 3], &source))
    #expect(Conv1d("d", 3, 5, size: 3, &source)(sequence).shape == [2, 7, 5])
  }

  @Test func `the first weights lie within one over the root of the numbers that make an output`() {
    var source = RandomSource(seed: 2)
    let layer = Conv2d("a", 4, 16, size: 5, &source)
    #expect(layer.weight.value.data.allSatisfy { abs($0) <= 0.1 })
    #expect(layer.weight.value.data.contains { abs($0) > 0.09 })
    #expect(layer.parameters.map { $0.name } == ["a.weight", "a.bias"])
    #expect(layer.parameterCount == 1616)
  }

  @Test func `a fused ReLU is the ReLU behind the convolution, backward too`() {
    var source = RandomSource(seed: 3)
    let x = Tensor.normal([3, 5, 5, 4], &source)
    var layer = Conv2d("a", 4, 9, size: 3, padding: 1, &source)
    var up = ConvTranspose2d("b", 9, 3, size: 3, stride: 2, &source)
    let gradients = [false, true].map { (isFused: Bool) -> [Tensor?] in
      layer.options.hasReLU = isFused
      up.options.hasReLU = isFused
      let graph = Graph()
      let input = graph.variable(x)
      let y = isFused ? up(layer(input)) : up(layer(input).relu()).relu()
      let all = graph.gradients(of: (y * y).sum())
      return [all[input]] + (layer.parameters + up.parameters).map { all[parameter: $0.name] }
    }
    for (apart, fused) in zip(gradients[0], gradients[1]) {
      #expect((apart?.largestDifference(to: fused ?? Tensor(0)) ?? .nan) < 1e-3)
    }
  }

  @Test func `the same numbers come out of one thread and of several`() {
    let threads = ThreadPool.shared.threads
    defer { ThreadPool.shared.setThreads(threads) }
    let results = [1, 2, 5].map { (count: Int) -> [Tensor?] in
      ThreadPool.shared.setThreads(count)
      var source = RandomSource(seed: 4)
      let graph = Graph()
      let x = graph.variable(.normal([33, 9, 9, 5], &source))
      let layer = Conv2d("a", 5, 18, size: 3, padding: 1, hasReLU: true, &source)
      let y = layer(x)
      let all = graph.gradients(of: (y * y).mean())
      return [y.value, all[x], all[parameter: "a.weight"], all[parameter: "a.bias"]]
    }
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }

  @Test func `a small network learns where a bar stands`() {
    var source = RandomSource(seed: 5)
    var model = BarModel(&source)
    var optimizer = Adam(learningRate: 0.02)
    var losses: [Float] = []
    for _ in 0..<60 {
      let (x, labels) = Self.bars(32, &source)
      let graph = Graph()
      let loss = model(graph.constant(x)).crossEntropy(labels)
      losses.append(loss.value.scalar)
      let gradients = graph.gradients(of: loss)
      model.visit { parameter in
        if let gradient = gradients[parameter: parameter.name] { optimizer.update(&parameter, gradient: gradient) }
      }
    }
    #expect(losses[0] > 0.5)
    #expect(losses[59] < 0.1)
  }

  private struct BarModel: Layer {
    var first: Conv2d
    var last: Linear

    init(_ source: inout RandomSource) {
      first = Conv2d("first", 1, 8, size: 3, padding: 1, hasReLU: true, &source)
      last = Linear("last", 8, 2, &source)
    }

    func callAsFunction(_ x: Variable) -> Variable { last(first(x).maxPool(2).globalAveragePool()) }

    mutating func visit(_ body: (inout Parameter) -> Void) {
      first.visit(body)
      last.visit(body)
    }
  }

  /// Pictures `[n, 6, 6, 1]` of a bar that lies (0) or stands (1) somewhere.
  private static func bars(_ n: Int, _ source: inout RandomSource) -> (Tensor, [Int]) {
    let labels = (0..<n).map { _ in source.integer(below: 2) }
    let pixels = labels.flatMap { label in
      let place = source.integer(below: 6)
      return (0..<36).map { Float((label == 0 ? $0 / 6 : $0 % 6) == place ? 1 : 0) }
    }
    return (Tensor([n, 6, 6, 1], pixels), labels)
  }
}
