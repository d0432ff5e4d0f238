import MiniML
import Plots

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A small perceptron trained on two half moons: the run behind the gallery's curves, map and network.
struct MoonsRun: Sendable {
  struct Model: Layer {
    var hidden: Linear
    var output: Linear

    func callAsFunction(_ x: Variable) -> Variable { output(hidden(x, .tanh)) }

    mutating func visit(_ body: (inout Parameter) -> Void) {
      hidden.visit(body)
      output.visit(body)
    }
  }

  let points: [PlotPoint]
  let classes: [Int]
  let model: Model
  /// Of each minibatch before its step.
  let losses: [Double]
  /// On points that were never trained on, after each step.
  let validation: [Double]
  /// The length of each gradient.
  let norms: [Double]

  /// Trains with momentum on minibatches of 16; same arguments, same numbers.
  init(rate: Float, hidden: Int = 12, steps: Int = 240, seed: UInt64 = 1) {
    var source = RandomSource(seed: seed)
    let training = Self.moons(160, &source)
    let unseen = Self.moons(200, &source)
    let unseenInputs = Self.tensor(unseen.map(\.point))
    var model = Model(hidden: Linear("hidden", 2, hidden, &source), output: Linear("output", hidden, 2, &source))
    var optimizer = SGD(learningRate: rate, momentum: 0.9)
    var (losses, validation, norms): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<steps {
      let batch = (0..<16).map { _ in source.pick(training) }
      let graph = Graph()
      let loss = model(graph.constant(Self.tensor(batch.map(\.point)))).crossEntropy(batch.map(\.class))
      losses.append(Double(loss.value.scalar))
      let gradients = graph.gradients(of: loss)
      norms.append(gradients.norm)
      optimizer.update(&model, gradients)
      let check = model(Graph.evaluating().constant(unseenInputs)).crossEntropy(unseen.map(\.class))
      validation.append(Double(check.value.scalar))
    }
    points = training.map(\.point)
    classes = training.map(\.class)
    self.model = model
    self.losses = losses
    self.validation = validation
    self.norms = norms
  }

  /// Of each place the probability of either moon, one after the other.
  func probabilities(_ places: [PlotPoint]) -> [Float] {
    model(Graph.evaluating().constant(Self.tensor(places))).value.softmax().data
  }

  /// The points of a class.
  func points(of class: Int) -> [PlotPoint] { zip(points, classes).filter { $0.1 == `class` }.map(\.0) }

  private static func tensor(_ points: [PlotPoint]) -> Tensor {
    Tensor([points.count, 2], points.flatMap { [Float($0.x), Float($0.y)] })
  }

  /// Two half circles that reach into each other, with normal noise of deviation 0.15.
  private static func moons(_ count: Int, _ source: inout RandomSource) -> [(point: PlotPoint, class: Int)] {
    (0..<count).map { index in
      let angle = Double.pi * source.uniform()
      let isUpper = index.isMultiple(of: 2)
      let x = isUpper ? cos(angle) : 1 - cos(angle)
      let y = isUpper ? sin(angle) : 0.5 - sin(angle)
      let point = PlotPoint(x: x + 0.15 * source.normal(), y: y + 0.15 * source.normal())
      return (point, isUpper ? 0 : 1)
    }
  }
}
