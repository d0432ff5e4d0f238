#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Seconds on the wall and of the processor, of all threads.
struct Stopwatch {
  private let wall = Stopwatch.now(CLOCK_MONOTONIC)
  private let processor = Stopwatch.now(CLOCK_PROCESS_CPUTIME_ID)

  var elapsed: (wall: Double, processor: Double) {
    (Self.now(CLOCK_MONOTONIC) - wall, Self.now(CLOCK_PROCESS_CPUTIME_ID) - processor)
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

/// What one turn of a case took: one sample for a training run, several for a call of microseconds.
struct Samples {
  var wall: [Double] = []
  var processor: [Double] = []

  mutating func append(_ elapsed: (wall: Double, processor: Double), calls: Int = 1) {
    wall.append(elapsed.wall / Double(calls))
    processor.append(elapsed.processor / Double(calls))
  }

  static func once(_ body: () -> Void) -> Samples {
    let watch = Stopwatch()
    body()
    var samples = Samples()
    samples.append(watch.elapsed)
    return samples
  }

  /// Some samples of many calls each, about `seconds` long.
  static func ofCalls(_ count: Int = 5, seconds: Double = 0.03, _ body: () -> Void) -> Samples {
    var calls = 1
    while true {
      let watch = Stopwatch()
      for _ in 0..<calls { body() }
      let wall = watch.elapsed.wall
      if wall > seconds / 4 {
        calls = max(1, Int(Double(calls) * seconds / wall))
        break
      }
      calls *= 4
    }
    var samples = Samples()
    for _ in 0..<count {
      let watch = Stopwatch()
      for _ in 0..<calls { body() }
      samples.append(watch.elapsed, calls: calls)
    }
    return samples
  }
}
