/// Along one axis: which numbers of a source, lengthened by zeros, each target takes, and under which taps.
///
/// A convolution and its gradient read in the same way, from each other's side. Where a convolution goes in strides of
/// s, its gradient has s kinds of targets, one for each remainder, that meet different taps: its phases.
struct ConvolutionAxis {
  /// Targets that meet the same taps.
  struct Phase {
    let targets: [Int]
    /// Where, in the lengthened source, each target's window begins.
    let starts: [Int]
    /// The taps that it meets, and how far from its beginning each reads.
    let taps: [(tap: Int, step: Int)]
  }

  /// How long the source is.
  let length: Int
  /// How many zeros stand before it.
  let before: Int
  /// How long it is with the zeros before and behind; less than `before + length` where its end is never read.
  let padded: Int
  /// How many targets there are.
  let targets: Int
  let phases: [Phase]

  /// From the input to the output: target q reads `q stride + k dilation - padding` under tap k.
  init(forward window: SlidingWindow) {
    length = window.length
    before = window.padding
    targets = window.positions
    padded = targets == 0 ? 0 : (targets - 1) * window.stride + window.reach
    phases = [
      Phase(
        targets: Array(0..<targets), starts: (0..<targets).map { $0 * window.stride },
        taps: (0..<window.size).map { (tap: $0, step: $0 * window.dilation) })
    ]
  }

  /// From the input to the output, whose positions are made in pairs: an odd number is filled up with one that nobody
  /// wants, and the source with the zeros it reads. Of stride 1 and dilation 1; there are no phases.
  init(pairs window: SlidingWindow) {
    length = window.length
    before = window.padding
    targets = window.positions
    padded = (targets + 1) / 2 * 2 + window.size - 1
    phases = []
  }

  /// From the output's side to the input's: target i reads `(i + padding - k dilation) / stride` under each tap k that
  /// divides without a remainder.
  init(backward window: SlidingWindow) {
    let stride = window.stride
    let before = max(0, (window.reach - 1) / stride - window.padding / stride)
    self.before = before
    length = window.positions
    targets = window.length
    padded = targets == 0 ? 0 : before + (targets - 1 + window.padding) / stride + 1
    phases = (0..<stride).map { phase in
      let targets = (0..<window.length).filter { ($0 + window.padding) % stride == phase }
      return Phase(
        targets: targets, starts: targets.map { before + ($0 + window.padding) / stride },
        taps: (0..<window.size).filter { $0 * window.dilation % stride == phase }.map {
          (tap: $0, step: -($0 * window.dilation / stride))
        })
    }
  }
}
