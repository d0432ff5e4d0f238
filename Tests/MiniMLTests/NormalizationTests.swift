import Testing

@testable import MiniML

/// The kernels of the norms beside their plain forms, and the norms as layers.
@Suite struct NormalizationTests {
  static let widths = [1, 2, 5, 7, 8, 9, 15, 16, 17, 33, 64, 100]
  static let tolerance = 2e-5

  /// Rows, gain, bias and an output's gradient.
  private struct Case {
    let x, gain, bias, g: Tensor
    let rows, d: Int

    init(rows: Int, d: Int) {
      var source = RandomSource(seed: UInt64(rows * 1_000 + d))
      x = .uniform([rows, d], -2, 5, &source)
      gain = .uniform([d], 0.5, 1.5, &source)
      bias = .uniform([d], -1, 1, &source)
      g = .uniform([rows, d], -1, 1, &source)
      (self.rows, self.d) = (rows, d)
    }

    func row(_ tensor: Tensor, _ i: Int) -> [Double] { tensor.data[i * d..<(i + 1) * d].map(Double.init) }
    func column(_ tensor: Tensor, _ j: Int) -> [Double] { (0..<rows).map { Double(tensor.data[$0 * d + j]) } }

    func run(_ operation: Operation, _ inputs: [Tensor]) -> (y: Tensor, gradients: [Tensor]) {
      let result = operation.forward(inputs)
      let pass = Operation.Pass(inputs: inputs, output: result.value, kept: result.kept, gradient: g)
      return (result.value, operation.backward(pass).compactMap { $0 })
    }
  }

  private func expectClose(_ got: [Double], _ expected: [Double], _ comment: Comment) {
    #expect(got.count == expected.count)
    let scale = max(1, expected.reduce(0) { max($0, abs($1)) })
    for (a, b) in zip(got, expected) { #expect(abs(a - b) <= Self.tolerance * scale, comment) }
  }

  private func zeros(_ d: Int) -> [Double] { [Double](repeating: 0, count: d) }
  private func ones(_ d: Int) -> [Double] { [Double](repeating: 1, count: d) }

  @Test(arguments: widths, [1, 3, 40])
  func `a layer norm is its plain form, forward and backward`(d: Int, rows: Int) {
    let sample = Case(rows: rows, d: d)
    let (y, gradients) = sample.run(.layerNorm, [sample.x, sample.gain, sample.bias])
    let (gain, bias) = (sample.gain.data.map(Double.init), sample.bias.data.map(Double.init))
    var (dgain, dbias) = (zeros(d), zeros(d))
    for i in 0..<rows {
      let (x, g) = (sample.row(sample.x, i), sample.row(sample.g, i))
      expectClose(sample.row(y, i), Plain.layerNorm(x, gain: gain, bias: bias, epsilon: 1e-5), "row \(i)")
      // A row of one number has no slope, but rounding of x - mean is blown up by 1 / sqrt(epsilon): nothing to compare.
      if d > 1 {
        expectClose(
          sample.row(gradients[0], i), Plain.layerNormGradient(x, g, gain: gain, epsilon: 1e-5), "dx of row \(i)")
      }
      let n = Plain.layerNorm(x, gain: ones(d), bias: zeros(d), epsilon: 1e-5)
      for j in 0..<d {
        dgain[j] += g[j] * n[j]
        dbias[j] += g[j]
      }
    }
    expectClose(gradients[1].data.map(Double.init), dgain, "dgain")
    expectClose(gradients[2].data.map(Double.init), dbias, "dbias")
  }

  @Test(arguments: widths, [1, 3, 40])
  func `an RMS norm is its plain form, forward and backward`(d: Int, rows: Int) {
    let sample = Case(rows: rows, d: d)
    let (y, gradients) = sample.run(.rmsNorm(epsilon: 1e-5), [sample.x, sample.gain])
    let gain = sample.gain.data.map(Double.init)
    var dgain = zeros(d)
    for i in 0..<rows {
      let (x, g) = (sample.row(sample.x, i), sample.row(sample.g, i))
      expectClose(sample.row(y, i), Plain.rmsNorm(x, gain: gain, epsilon: 1e-5), "row \(i)")
      expectClose(
        sample.row(gradients[0], i), Plain.rmsNormGradient(x, g, gain: gain, epsilon: 1e-5), "dx of row \(i)")
      let n = Plain.rmsNorm(x, gain: ones(d), epsilon: 1e-5)
      for j in 0..<d { dgain[j] += g[j] * n[j] }
    }
    expectClose(gradients[1].data.map(Double.init), dgain, "dgain")
  }

  @Test(arguments: [1, 3, 8, 17, 32, 100], [2, 3, 5, 70, 600])
  func `a batch norm is its plain form, forward and backward`(C: Int, rows: Int) {
    let sample = Case(rows: rows, d: C)
    let (y, gradients) = sample.run(.batchNorm(), [sample.x, sample.gain, sample.bias])
    for j in stride(from: 0, to: C, by: max(1, C / 5)) {
      let (x, g) = (sample.column(sample.x, j), sample.column(sample.g, j))
      let (gain, bias) = (Double(sample.gain.data[j]), Double(sample.bias.data[j]))
      expectClose(sample.column(y, j), Plain.batchNorm(x, gain: gain, bias: bias, epsilon: 1e-5), "channel \(j)")
      let gains = [Double](repeating: gain, count: rows)
      expectClose(
        sample.column(gradients[0], j), Plain.layerNormGradient(x, g, gain: gains, epsilon: 1e-5), "dx of channel \(j)")
      let n = Plain.batchNorm(x, gain: 1, bias: 0, epsilon: 1e-5)
      expectClose([Double(gradients[1].data[j])], [zip(g, n).reduce(0) { $0 + $1.0 * $1.1 }], "dgain")
      expectClose([Double(gradients[2].data[j])], [g.reduce(0, +)], "dbias")
    }
  }

  @Test(arguments: [(5_000, 33), (300, 512), (20_000, 16)])
  func `norms and dropout give the same bits on any number of threads`(rows: Int, d: Int) {
    let usual = ThreadPool.shared.threads
    defer { ThreadPool.shared.setThreads(usual) }
    let sample = Case(rows: rows, d: d)
    let runs = [1, 2, 3, 5].map { threads in
      ThreadPool.shared.setThreads(threads)
      let inputs = [sample.x, sample.gain, sample.bias]
      return [
        sample.run(.layerNorm, inputs), sample.run(.rmsNorm(epsilon: 1e-5), Array(inputs.dropLast())),
        sample.run(.batchNorm(), inputs), sample.run(.dropout(0.3, seed: 1), [sample.x]),
      ].flatMap { [$0.y] + $0.gradients }
    }
    for run in runs.dropFirst() { #expect(run == runs[0]) }
  }

  @Test func `a batch far from zero keeps the digits of its variance`() {
    let values: [Float] = (0..<2_000).map { 10_000 + Float($0 % 2) }
    let moments = Tensor([2_000, 1], values).channelMoments()
    #expect(abs(moments.mean.scalar - 10_000.5) < 1e-2)
    #expect(abs(moments.variance.scalar - 0.25) < 1e-4)
  }

  @Test func `a layer norm's rows have mean zero and variance one`() {
    var source = RandomSource(seed: 2)
    let graph = Graph()
    let y = LayerNorm("n", 16)(graph.constant(.normal([3, 16], deviation: 5, &source))).value
    for i in 0..<3 {
      let row = y.row(i)
      #expect(abs(row.mean().scalar) < 1e-5)
      #expect(abs((row * row).mean().scalar - 1) < 1e-3)
    }
  }

  @Test func `a constant row gives the bias, and no rows give none`() {
    let graph = Graph()
    #expect(LayerNorm("n", 9)(graph.constant(Tensor([2, 9], repeating: 7))).value == .zeros([2, 9]))
    #expect(LayerNorm("n", 9)(graph.constant(.zeros([0, 9]))).value.shape == [0, 9])
    #expect(RMSNorm("r", 9)(graph.constant(.zeros([3, 9]))).value == .zeros([3, 9]))
    #expect(RMSNorm("e", 0)(graph.constant(.zeros([3, 0]))).value.shape == [3, 0])
    #expect(BatchNorm("b", 9)(graph.constant(Tensor([4, 9], repeating: 7))).value == .zeros([4, 9]))
  }

  @Test func `what is not a number stays in its row, in a batch norm in its channel`() {
    var source = RandomSource(seed: 3)
    var x = Tensor.normal([4, 11], &source).data
    x[2 * 11 + 5] = .nan
    let graph = Graph()
    let rows = LayerNorm("n", 11)(graph.constant(Tensor([4, 11], x))).value
    let columns = BatchNorm("b", 11)(graph.constant(Tensor([4, 11], x))).value
    for i in 0..<4 {
      for j in 0..<11 {
        #expect(rows[i, j].isNaN == (i == 2))
        #expect(columns[i, j].isNaN == (j == 5))
      }
    }
  }

  @Test func `a batch norm's outputs and running averages are PyTorch's`() throws {
    let reference = try PyTorchReference.batchNorm()
    var layer = BatchNorm("n", 4)
    var optimizer = SGD(learningRate: 0)
    for (batch, expected) in zip(reference.batches, reference.outputs) {
      let graph = Graph()
      let y = layer(graph.constant(batch.tensor))
      #expect(y.value.largestDifference(to: expected.tensor) < 1e-5)
      optimizer.update(&layer, graph.gradients(of: y.sum()))
    }
    #expect(layer.runningMean.value.largestDifference(to: reference.runningMean.tensor) < 1e-6)
    #expect(layer.runningVariance.value.largestDifference(to: reference.runningVariance.tensor) < 1e-6)
    let evaluated = layer(Graph.evaluating().constant(reference.batches[0].tensor)).value
    #expect(evaluated.largestDifference(to: reference.evaluated.tensor) < 1e-5)
  }

  @Test func `running averages are kept with the weights but not counted or trained`() {
    let layer = BatchNorm("n", 4)
    #expect(layer.parameters.map(\.name) == ["n.gain", "n.bias", "n.runningMean", "n.runningVariance"])
    #expect(layer.parameterCount == 8)
  }
}
