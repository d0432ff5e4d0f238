/// The transforms of a tile, eight channels at a time: additions only (and halves, for weights).
///
///          [1  0 -1  0]        [ 1    0    0 ]
///     B' = [0  1  1  0]    G = [1/2  1/2  1/2]    A' = [1  1  1  0]
///          [0 -1  1  0]        [1/2 -1/2  1/2]         [0  1 -1 -1]
///          [0  1  0 -1]        [ 0    0    1 ]
enum WinogradTransform {
  typealias Numbers = SIMD8<Float>

  /// `B' D B` of 4x4 pixels; place (i, j) goes to `target + (4 i + j) pitch`.
  @inline(__always)
  static func input(
    _ d: UnsafePointer<Float>, row: Int, pixel: Int, into target: UnsafeMutablePointer<Float>, pitch: Int
  ) {
    /// Row i of `B' D`, times B.
    @inline(__always)
    func store(_ i: Int, _ sum: (Int) -> Numbers) {
      let (t0, t1, t2, t3) = (sum(0), sum(pixel), sum(2 * pixel), sum(3 * pixel))
      let target = target + 4 * i * pitch
      (t0 - t2).store(at: target)
      (t1 + t2).store(at: target + pitch)
      (t2 - t1).store(at: target + 2 * pitch)
      (t1 - t3).store(at: target + 3 * pitch)
    }
    let (d0, d1, d2, d3) = (d, d + row, d + 2 * row, d + 3 * row)
    store(0) { Numbers(at: d0 + $0) - Numbers(at: d2 + $0) }
    store(1) { Numbers(at: d1 + $0) + Numbers(at: d2 + $0) }
    store(2) { Numbers(at: d2 + $0) - Numbers(at: d1 + $0) }
    store(3) { Numbers(at: d1 + $0) - Numbers(at: d3 + $0) }
  }

  /// `A' M A`: the four outputs of a tile, row by row.
  @inline(__always)
  static func output(_ m: UnsafePointer<Float>, pitch: Int) -> (Numbers, Numbers, Numbers, Numbers) {
    /// Column j of `A' M`.
    @inline(__always)
    func column(_ j: Int) -> (Numbers, Numbers) {
      let start = m + j * pitch
      let (m1, m2) = (Numbers(at: start + 4 * pitch), Numbers(at: start + 8 * pitch))
      return (Numbers(at: start) + m1 + m2, m1 - m2 - Numbers(at: start + 12 * pitch))
    }
    let (c0, c1, c2, c3) = (column(0), column(1), column(2), column(3))
    return (c0.0 + c1.0 + c2.0, c1.0 - c2.0 - c3.0, c0.1 + c1.1 + c2.1, c1.1 - c2.1 - c3.1)
  }

  /// `A dY A'` of the gradients of a tile's four outputs.
  @inline(__always)
  static func outputGradient(
    _ g: UnsafePointer<Float>, row: Int, pixel: Int, into target: UnsafeMutablePointer<Float>, pitch: Int
  ) {
    /// Row i of `A dY`, times A'.
    @inline(__always)
    func store(_ i: Int, _ left: Numbers, _ right: Numbers) {
      let target = target + 4 * i * pitch
      left.store(at: target)
      (left + right).store(at: target + pitch)
      (left - right).store(at: target + 2 * pitch)
      (0 - right).store(at: target + 3 * pitch)
    }
    let (g00, g01) = (Numbers(at: g), Numbers(at: g + pixel))
    let (g10, g11) = (Numbers(at: g + row), Numbers(at: g + row + pixel))
    store(0, g00, g01)
    store(1, g00 + g10, g01 + g11)
    store(2, g00 - g10, g01 - g11)
    store(3, 0 - g10, 0 - g11)
  }

  /// `G W G'` of nine taps, which lie `tap` apart (backward, if that is negative).
  @inline(__always)
  static func weights(_ w: UnsafePointer<Float>, tap: Int, into target: UnsafeMutablePointer<Float>, pitch: Int) {
    /// `G w` of three numbers.
    @inline(__always)
    func four(_ w0: Numbers, _ w1: Numbers, _ w2: Numbers) -> (Numbers, Numbers, Numbers, Numbers) {
      let outer = w0 + w2
      return (w0, (outer + w1) * 0.5, (outer - w1) * 0.5, w2)
    }
    /// Column j of `G W`.
    @inline(__always)
    func column(_ j: Int) -> (Numbers, Numbers, Numbers, Numbers) {
      four(Numbers(at: w + j * tap), Numbers(at: w + (3 + j) * tap), Numbers(at: w + (6 + j) * tap))
    }
    @inline(__always)
    func row(_ i: Int, _ w0: Numbers, _ w1: Numbers, _ w2: Numbers) {
      let (u0, u1, u2, u3) = four(w0, w1, w2)
      let target = target + 4 * i * pitch
      u0.store(at: target)
      u1.store(at: target + pitch)
      u2.store(at: target + 2 * pitch)
      u3.store(at: target + 3 * pitch)
    }
    let (c0, c1, c2) = (column(0), column(1), column(2))
    row(0, c0.0, c1.0, c2.0)
    row(1, c0.1, c1.1, c2.1)
    row(2, c0.2, c1.2, c2.2)
    row(3, c0.3, c1.3, c2.3)
  }

  /// `G' S G`: the gradients of nine taps, each given to `body` with its number.
  @inline(__always)
  static func weightGradient(_ s: UnsafePointer<Float>, pitch: Int, _ body: (_ tap: Int, Numbers) -> Void) {
    /// `G' s` of four numbers.
    @inline(__always)
    func three(_ s0: Numbers, _ s1: Numbers, _ s2: Numbers, _ s3: Numbers) -> (Numbers, Numbers, Numbers) {
      let half = (s1 + s2) * 0.5
      return (s0 + half, (s1 - s2) * 0.5, half + s3)
    }
    /// Column j of `G' S`.
    @inline(__always)
    func column(_ j: Int) -> (Numbers, Numbers, Numbers) {
      let start = s + j * pitch
      return three(
        Numbers(at: start), Numbers(at: start + 4 * pitch), Numbers(at: start + 8 * pitch),
        Numbers(at: start + 12 * pitch))
    }
    let (c0, c1, c2, c3) = (column(0), column(1), column(2), column(3))
    let rows = (three(c0.0, c1.0, c2.0, c3.0), three(c0.1, c1.1, c2.1, c3.1), three(c0.2, c1.2, c2.2, c3.2))
    body(0, rows.0.0)
    body(1, rows.0.1)
    body(2, rows.0.2)
    body(3, rows.1.0)
    body(4, rows.1.1)
    body(5, rows.1.2)
    body(6, rows.2.0)
    body(7, rows.2.1)
    body(8, rows.2.2)
  }
}
