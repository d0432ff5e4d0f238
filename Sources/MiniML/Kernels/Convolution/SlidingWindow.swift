/// The places that a window takes along one axis: the taps of a convolution, the field of a pooling.
///
///     reach = (size - 1) dilation + 1,   positions = (length + 2 padding - reach) / stride + 1
///
/// At position q, tap k lies on `q stride + k dilation - padding`, which is outside the axis where padding is meant.
struct SlidingWindow: Hashable, Sendable {
  /// How long the axis is.
  let length: Int
  /// How many numbers of the axis the window holds.
  let size: Int
  let stride: Int
  /// How far the axis is lengthened at each of its ends.
  let padding: Int
  /// How far two neighbours in the window lie apart on the axis.
  let dilation: Int

  init(_ length: Int, size: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1) {
    precondition(length >= 0 && size > 0 && stride > 0 && padding >= 0 && dilation > 0, "SlidingWindow")
    self.length = length
    self.size = size
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
  }

  /// How much of the axis the window spans.
  var reach: Int { (size - 1) * dilation + 1 }

  /// How many places it takes; none where the axis with its padding is shorter than the window.
  var positions: Int {
    let room = length + 2 * padding - reach
    return room < 0 ? 0 : room / stride + 1
  }

  /// The window that leads from the positions back to the axis, of stride 1 and dilation 1 and a padding less than its
  /// size: what gives a gradient, with the taps turned round.
  var turned: SlidingWindow { SlidingWindow(positions, size: size, padding: size - 1 - padding) }

  /// Where tap k lies at position q.
  func index(position q: Int, tap k: Int) -> Int { q * stride + k * dilation - padding }

  /// The taps that lie on the axis itself at position q, and not in its padding.
  func tapsInside(_ q: Int) -> Range<Int> {
    let first = index(position: q, tap: 0)
    let begin = first < 0 ? min(size, (-first + dilation - 1) / dilation) : 0
    let end = first >= length ? 0 : min(size, (length - 1 - first) / dilation + 1)
    return begin..<max(begin, end)
  }
}
