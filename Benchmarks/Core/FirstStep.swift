import MiniML

/// What a learner waits for before anything is learnt: the first step of the smallest training there is.
enum FirstStep {
  /// Milliseconds from the program's first line until a linear layer has made one step of Adam.
  static func milliseconds(since watch: Stopwatch) -> Double {
    var source = RandomSource(seed: 0)
    var layer = Linear("layer", 64, 10, &source)
    var optimizer = Adam()
    let graph = Graph()
    let loss = layer(graph.constant(.ones([8, 64]))).sum()
    optimizer.update(&layer, graph.gradients(of: loss))
    return watch.elapsed.wall * 1e3
  }
}
