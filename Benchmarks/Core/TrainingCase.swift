import MiniML

/// Training a model for a number of steps: each picks its batch, goes forward and back, changes the weights and reads
/// the loss as a number, all within the time.
struct TrainingCase<Model: Layer, Rule: Optimizer>: BenchmarkCase {
  let work: [(name: String, amount: Double)]
  let steps: Int
  /// The first steps of each size of batch: what they allocate is kept for all later ones.
  let firstSteps: Set<Int>
  let makeModel: () -> Model
  let makeOptimizer: () -> Rule
  let loss: (_ model: Model, _ graph: Graph, _ step: Int) -> Variable
  let quality: (_ model: Model, _ losses: [Float]) -> [(name: String, value: Double)]

  private(set) var metric: [(name: String, value: Double)] = []
  /// Blocks of memory that tensors asked the system for after the first step, and after the second: the optimiser's
  /// memory is made at the end of the first, of blocks that the second step will miss.
  private var allocations: (afterFirst: Int, afterSecond: Int)?

  init(
    work: [(name: String, amount: Double)], steps: Int, firstSteps: Set<Int> = [0],
    model: @escaping () -> Model, optimizer: @escaping () -> Rule,
    loss: @escaping (_ model: Model, _ graph: Graph, _ step: Int) -> Variable,
    quality: @escaping (_ model: Model, _ losses: [Float]) -> [(name: String, value: Double)]
  ) {
    self.work = work
    self.steps = steps
    self.firstSteps = firstSteps
    makeModel = model
    makeOptimizer = optimizer
    self.loss = loss
    self.quality = quality
  }

  mutating func turn() -> Samples {
    // The pool is warm after the first turn, so only that one tells whether a step allocates.
    let countsAllocations = allocations == nil
    var counted = (afterFirst: 0, afterSecond: 0)
    var (model, optimizer, losses) = (makeModel(), makeOptimizer(), [Float]())
    losses.reserveCapacity(steps)
    let samples = Samples.once {
      for step in 0..<steps {
        let before = countsAllocations ? BufferPool.shared.statistics.allocations : 0
        let graph = Graph()
        let loss = loss(model, graph, step)
        let gradients = graph.gradients(of: loss)
        optimizer.update(&model, gradients)
        losses.append(loss.value.scalar)
        if countsAllocations, !firstSteps.contains(step) {
          let new = BufferPool.shared.statistics.allocations - before
          counted.afterFirst += new
          counted.afterSecond += step == 1 ? 0 : new
        }
      }
    }
    if countsAllocations { allocations = counted }
    metric = quality(model, losses) + rates(samples)
    if let allocations {
      metric.append(("storage_allocations_after_first_step", Double(allocations.afterFirst)))
      metric.append(("storage_allocations_after_second_step", Double(allocations.afterSecond)))
    }
    return samples
  }

  private func rates(_ samples: Samples) -> [(name: String, value: Double)] {
    work.compactMap { name, amount in
      switch name {
      case "flops": ("gflops", amount / samples.wall[0] / 1e9)
      case "tokens": ("tokens_per_s", amount / samples.wall[0])
      default: nil
      }
    }
  }
}

/// The mean of the last losses.
func meanOfLast(_ count: Int, _ losses: [Float]) -> Double {
  losses.suffix(count).reduce(0) { $0 + Double($1) } / Double(min(count, losses.count))
}

/// The share of rows whose largest number stands at the label.
func accuracy(_ logits: Tensor, _ labels: [Int]) -> Double {
  let (rows, k) = (logits.data, logits.shape[1])
  let right = labels.indices.count { i in
    let row = rows[i * k..<(i + 1) * k]
    return row.firstIndex(of: row.max() ?? .nan).map { $0 - row.startIndex } == labels[i]
  }
  return Double(right) / Double(labels.count)
}
