/// Eight neighbours in memory, or fewer at the end of a row.
typealias Lanes = SIMD8<Float>

extension SIMD8<Float> {
  /// The first `count` numbers, or eight where there are more; zeros for the rest.
  @inline(__always)
  init(_ start: UnsafePointer<Float>, count: Int) {
    if count >= 8 {
      self = UnsafeRawPointer(start).loadUnaligned(as: Self.self)
    } else {
      self = .zero
      var lane = 0
      while lane < count {
        self[lane] = start[lane]
        lane += 1
      }
    }
  }

  /// Writes the first `count` numbers, or all eight.
  @inline(__always)
  func store(to start: UnsafeMutablePointer<Float>, count: Int) {
    if count >= 8 {
      UnsafeMutableRawPointer(start).storeBytes(of: self, as: Self.self)
    } else {
      var lane = 0
      while lane < count {
        start[lane] = self[lane]
        lane += 1
      }
    }
  }

  /// Writes the numbers, and adds them to a sum of theirs.
  @inline(__always)
  func store(to start: UnsafeMutablePointer<Float>, adding sum: UnsafeMutablePointer<Float>, count: Int) {
    store(to: start, count: count)
    (Self(sum, count: count) + self).store(to: sum, count: count)
  }
}

/// Takes a range eight numbers at a time; the last may be fewer.
@inline(__always)
func forEachLanes(of range: Range<Int>, _ body: (_ first: Int, _ count: Int) -> Void) {
  var first = range.lowerBound
  while first + 8 <= range.upperBound {
    body(first, 8)
    first += 8
  }
  if first < range.upperBound { body(first, range.upperBound - first) }
}
