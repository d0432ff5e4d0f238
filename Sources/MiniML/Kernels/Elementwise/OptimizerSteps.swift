/// One pass over the weights and what their rule remembers, number by number: everything is read once and changed in
/// place.
///
/// The rule is compiled into the loop and becomes vector code, as long as it has no branch. Since no number depends on
/// another, any split over threads gives the same bits; a gradient that is infinite or not a number spoils its own
/// weight alone.
enum OptimizerSteps {
  typealias Numbers = UnsafeMutablePointer<Float>

  /// A rule without memory: weight, gradient.
  @inline(__always)
  static func run(_ w: Numbers, _ g: UnsafePointer<Float>, count: Int, _ rule: (inout Float, Float) -> Void) {
    ThreadPool.shared.split(count, grain: 64, cost: 0.2) { range in
      for i in range {
        var weight = w[i]
        rule(&weight, g[i])
        w[i] = weight
      }
    }
  }

  /// A rule that remembers one number for each weight: weight, gradient, memory.
  @inline(__always)
  static func run(
    _ w: Numbers, _ g: UnsafePointer<Float>, _ a: Numbers, count: Int,
    _ rule: (inout Float, Float, inout Float) -> Void
  ) {
    ThreadPool.shared.split(count, grain: 64, cost: 0.3) { range in
      for i in range {
        var (weight, memory) = (w[i], a[i])
        rule(&weight, g[i], &memory)
        w[i] = weight
        a[i] = memory
      }
    }
  }

  /// A rule that remembers two numbers for each weight: weight, gradient, both memories.
  @inline(__always)
  static func run(
    _ w: Numbers, _ g: UnsafePointer<Float>, _ a: Numbers, _ b: Numbers, count: Int,
    _ rule: (inout Float, Float, inout Float, inout Float) -> Void
  ) {
    ThreadPool.shared.split(count, grain: 64, cost: 0.5) { range in
      for i in range {
        var (weight, first, second) = (w[i], a[i], b[i])
        rule(&weight, g[i], &first, &second)
        w[i] = weight
        a[i] = first
        b[i] = second
      }
    }
  }
}

extension Tensor {
  /// Changes this tensor by its gradient with a rule for one number.
  @inline(__always)
  mutating func step(_ gradient: Tensor, _ rule: (inout Float, Float) -> Void) {
    let count = count
    write { w in gradient.read { g in OptimizerSteps.run(w, g, count: count, rule) } }
  }

  /// The same for a rule that remembers one number for each weight.
  @inline(__always)
  mutating func step(_ gradient: Tensor, _ memory: inout Tensor, _ rule: (inout Float, Float, inout Float) -> Void) {
    let count = count
    write { w in memory.write { a in gradient.read { g in OptimizerSteps.run(w, g, a, count: count, rule) } } }
  }

  /// The same for a rule that remembers two numbers for each weight.
  @inline(__always)
  mutating func step(
    _ gradient: Tensor, _ first: inout Tensor, _ second: inout Tensor,
    _ rule: (inout Float, Float, inout Float, inout Float) -> Void
  ) {
    let count = count
    write { w in
      first.write { a in
        second.write { b in gradient.read { g in OptimizerSteps.run(w, g, a, b, count: count, rule) } }
      }
    }
  }
}
