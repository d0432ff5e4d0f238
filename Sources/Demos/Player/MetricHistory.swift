/// The metrics of a run's steps so far; of a long run every second, fourth … step, so that memory stays bounded.
struct MetricHistory: Sendable {
  private static let cap = 4096

  private(set) var rows: [(step: Int, values: [Double])] = []
  private var interval = 1

  /// Notes a step's values; a step noted before is written over.
  mutating func note(_ values: [Double], at step: Int) {
    if let last = rows.last, last.step >= step {
      if let index = rows.lastIndex(where: { $0.step == step }) { rows[index].values = values }
      return
    }
    guard step % interval == 0 else { return }
    rows.append((step, values))
    guard rows.count > Self.cap else { return }
    interval *= 2
    rows.removeAll { $0.step % interval != 0 }
  }

  mutating func drop(after step: Int) { rows.removeAll { $0.step > step } }
}
