/// Eight neighbours in memory.
typealias Lanes = SIMD8<Float>

/// How eight neighbours are read and written: whole, or fewer at the end of a row.
///
/// Two types and not one count, so that the whole ones are a single instruction without a question.
protocol LaneAccess {
  func load(_ start: UnsafePointer<Float>) -> Lanes
  func store(_ lanes: Lanes, _ start: UnsafeMutablePointer<Float>)
}

extension LaneAccess {
  /// Writes the numbers, and adds them to a sum of theirs.
  @inline(__always)
  func store(_ lanes: Lanes, _ start: UnsafeMutablePointer<Float>, adding sum: UnsafeMutablePointer<Float>) {
    store(lanes, start)
    store(load(sum) + lanes, sum)
  }
}

struct WholeLanes: LaneAccess {
  @inline(__always)
  func load(_ start: UnsafePointer<Float>) -> Lanes { UnsafeRawPointer(start).loadUnaligned(as: Lanes.self) }

  @inline(__always)
  func store(_ lanes: Lanes, _ start: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(start).storeBytes(of: lanes, as: Lanes.self)
  }
}

/// The first `count` of eight: zeros are read for the others, and nothing is written.
struct PartLanes: LaneAccess {
  let count: Int

  @inline(never)
  func load(_ start: UnsafePointer<Float>) -> Lanes {
    var lanes = Lanes.zero
    for lane in 0..<max(0, min(8, count)) { lanes[lane] = start[lane] }
    return lanes
  }

  @inline(never)
  func store(_ lanes: Lanes, _ start: UnsafeMutablePointer<Float>) {
    for lane in 0..<max(0, min(8, count)) { start[lane] = lanes[lane] }
  }
}

/// What is done with eight units of a row at a time.
protocol LaneWork {
  func run(_ first: Int, _ access: some LaneAccess)
}

extension LaneWork {
  /// Does the work for a range of units; the last may be fewer than eight.
  @inline(__always)
  func run(_ units: Range<Int>) {
    var first = units.lowerBound
    while first + 8 <= units.upperBound {
      run(first, WholeLanes())
      first += 8
    }
    if first < units.upperBound { run(first, PartLanes(count: units.upperBound - first)) }
  }
}
