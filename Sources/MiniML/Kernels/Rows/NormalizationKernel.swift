/// Brings numbers to mean 0 and deviation 1: along rows (layer norm, RMS norm) or columns (batch norm).
///
/// Rows of d numbers follow each other in memory. Every sum is split by fixed rules that know nothing of threads, so the
/// same numbers give the same bits on any of them. Not-a-number and infinity spread over their row (batch norm: their
/// column) and no further. The plain forms are in `Plain/Normalization.swift`.
enum NormalizationKernel {
  /// Calls `body(i, lanes)` for i = `start`, 8 more, 16 more, …: `lanes` is 8 but for the last call, which takes what is left.
  @inline(__always)
  static func eachEight(from start: Int = 0, _ count: Int, _ body: (_ i: Int, _ lanes: Int) -> Void) {
    var i = start
    while i + 8 <= count {
      body(i, 8)
      i += 8
    }
    if i < count { body(i, count - i) }
  }

  /// How many rows are taken through one stage before the next: their sums do not wait for each other, and they stay in
  /// the first cache.
  static let blockHeight = 8

  /// Calls `body` for block after block of neighbouring rows.
  @inline(__always)
  static func eachBlock(_ rows: Range<Int>, _ body: (_ block: Range<Int>) -> Void) {
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: blockHeight) {
      body(start..<min(start + blockHeight, rows.upperBound))
    }
  }

  /// Eight numbers from `start` on; lanes that are not there hold `padding`.
  @inline(__always)
  static func load(_ start: UnsafePointer<Float>, _ lanes: Int, padding: Float = 0) -> SIMD8<Float> {
    if lanes == 8 { return UnsafeRawPointer(start).loadUnaligned(as: SIMD8<Float>.self) }
    var result = SIMD8<Float>(repeating: padding)
    for lane in 0..<lanes { result[lane] = start[lane] }
    return result
  }

  @inline(__always)
  static func load(_ start: UnsafeMutablePointer<Float>, _ lanes: Int) -> SIMD8<Float> {
    load(UnsafePointer(start), lanes)
  }

  @inline(__always)
  static func store(_ value: SIMD8<Float>, _ start: UnsafeMutablePointer<Float>, _ lanes: Int) {
    if lanes == 8 { return UnsafeMutableRawPointer(start).storeBytes(of: value, as: SIMD8<Float>.self) }
    for lane in 0..<lanes { start[lane] = value[lane] }
  }

  /// The sum of eight lanes, halves first. (`SIMD8.sum()` compiles to three times the instructions here.)
  @inline(__always)
  static func laneSum(_ x: SIMD8<Float>) -> Float {
    let four = x.lowHalf + x.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  /// The sum of `value(i, lanes)` over a row: four running sums, so that no addition waits for the one before.
  @inline(__always)
  static func total(_ d: Int, _ value: (_ i: Int, _ lanes: Int) -> SIMD8<Float>) -> Float {
    var (s0, s1, s2, s3) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
    var i = 0
    while i + 32 <= d {
      s0 += value(i, 8)
      s1 += value(i + 8, 8)
      s2 += value(i + 16, 8)
      s3 += value(i + 24, 8)
      i += 32
    }
    eachEight(from: i, d) { i, lanes in s0 += value(i, lanes) }
    return laneSum((s0 + s1) + (s2 + s3))
  }

  /// The mean of d numbers.
  @inline(__always)
  static func mean(_ x: UnsafePointer<Float>, _ d: Int) -> Float { total(d) { load(x + $0, $1) } / Float(d) }

  /// The mean of `(x - centre)^2` over d numbers.
  @inline(__always)
  static func meanSquare(_ x: UnsafePointer<Float>, _ d: Int, from centre: Float = 0) -> Float {
    let sum = total(d) { i, lanes in
      let distance = load(x + i, lanes, padding: centre) - centre
      return distance * distance
    }
    return sum / Float(d)
  }
}
