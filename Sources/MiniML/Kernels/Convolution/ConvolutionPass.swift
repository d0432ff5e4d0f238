/// One walk over a batch of images in which every target pixel takes its sum over taps and source channels.
struct ConvolutionPass {
  let rows: ConvolutionAxis
  let columns: ConvolutionAxis
  /// Channels of what is read and of what is written.
  let sources: Int
  let targets: Int

  /// Where the weight of a tap, a source channel and a target channel lies.
  struct Kernel: @unchecked Sendable {
    let weights: UnsafePointer<Float>
    /// Taps in a row.
    let width: Int
    let tapStride: Int
    let sourceStride: Int
    let targetStride: Int
  }

  var padded: PaddedImages { PaddedImages(rows: rows, columns: columns, channels: sources) }
  var targetCount: Int { rows.targets * columns.targets * targets }

  /// Images that are done together: enough for about 200 rows of a product, so that the panels are read seldom.
  var group: Int { max(1, 192 / max(1, rows.targets * columns.targets)) }

  /// The tables of each kind of target, for a group of images and taps numbered `width` to a row.
  func phases(width: Int, images: Int) -> [Phase] {
    rows.phases.flatMap { row in
      columns.phases.map { Phase(row, $0, of: self, padded, width: width, images: images) }
    }
  }

  /// `target = bias + sum of source times weight`, for every pixel of every image.
  func run(
    _ source: UnsafePointer<Float>, mask: UnsafePointer<Float>? = nil, batch: Int, weights: Kernel,
    bias: UnsafePointer<Float>?, relu: Bool, into target: UnsafeMutablePointer<Float>
  ) {
    guard batch > 0, targetCount > 0 else { return }
    let (padded, group) = (padded, group)
    let phases = phases(width: weights.width, images: min(group, batch))
    let sizes = phases.map { ColumnPanels(depth: 1 + $0.steps.count, columns: targets).count }
    BufferPool.shared.lend(sizes.reduce(0, +)) { panels in
      var next = panels
      for (phase, size) in zip(phases, sizes) {
        phase.pack(weights, self, bias: bias, into: next)
        next += size
      }
      let groups = (batch + group - 1) / group
      let taps = phases.reduce(0) { $0 + $1.steps.count * $1.starts.count }
      ThreadPool.shared.split(groups, cost: Double(taps * targets) / 35) { range in
        let count = padded.scratchCount(min(group, batch), isMasked: mask != nil)
        let scratch = Scratch.floats(count)
        scratch.update(repeating: 0, count: count)
        for first in range {
          let image = first * group
          let images = min(group, batch - image)
          let start = image * padded.bareCount
          let base = padded.prepare(images, from: source + start, mask: mask.map { $0 + start }, in: scratch)
          let to = target + image * targetCount
          var panel = UnsafePointer(panels)
          for (phase, size) in zip(phases, sizes) {
            phase.run(base, images: images, panels: panel, columns: targets, into: to)
            panel += size
          }
          if relu { Rectifying.clamp(to, count: images * targetCount) }
        }
      }
    }
  }
}
