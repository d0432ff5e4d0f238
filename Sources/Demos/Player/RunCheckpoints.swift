/// Copies of a demo along a run, under a memory cap: every one of the last few steps, and older ones ever further apart.
struct RunCheckpoints: Sendable {
  struct Checkpoint: Sendable {
    let step: Int
    let demo: any Demo
  }

  /// Memory that the copies of one run may take, by the demos' own estimate.
  static let byteCap = 16 << 20
  private static let countCap = 64

  private(set) var all: [Checkpoint] = []
  private var interval = 1

  /// Keeps a copy, unless one of that step is there.
  mutating func save(_ demo: any Demo, at step: Int) {
    guard step > (all.last?.step ?? -1) else { return }
    all.append(Checkpoint(step: step, demo: demo))
    let cap = max(4, min(Self.countCap, Self.byteCap / max(1, demo.checkpointBytes)))
    while all.count > cap { thin(tail: cap / 2) }
  }

  /// The latest copy at or before a step.
  func nearest(to step: Int) -> Checkpoint? { all.last { $0.step <= step } }

  /// Forgets every copy at or after a step.
  mutating func drop(from step: Int) { all.removeAll { $0.step >= step } }

  /// Keeps the first, the last `tail`, and of the others those at multiples of the interval, which doubles until that
  /// drops at least one.
  private mutating func thin(tail: Int) {
    let before = all.count
    let recent = all.count - tail
    while all.count == before {
      let step = interval
      all = all.enumerated().filter { $0.offset >= recent || $0.element.step % step == 0 }.map(\.element)
      if all.count == before { interval *= 2 }
    }
  }
}
