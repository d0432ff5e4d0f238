import Synchronization
import Testing

@testable import MiniML

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct ThreadPoolTests {
  @Test(arguments: [1, 2, 3, 5, 64])
  func `every part is run once`(threads: Int) {
    let pool = ThreadPool(threads: threads)
    for parts in [0, 1, 2, 3, 7, 64, 1000] {
      let runs = (0..<parts).map { _ in Counter() }
      for _ in 0..<20 { pool.run(parts) { runs[$0].value.add(1, ordering: .relaxed) } }
      #expect(runs.allSatisfy { $0.value.load(ordering: .relaxed) == 20 })
    }
  }

  @Test func `all has been written when a loop returns`() {
    let pool = ThreadPool(threads: 3)
    let sums = UnsafeMutablePointer<Int>.allocate(capacity: 8)
    defer { sums.deallocate() }
    for round in 0..<5_000 {
      sums.initialize(repeating: 0, count: 8)
      pool.run(8) { sums[$0] = ($0 + 1) * round }
      #expect((0..<8).reduce(0) { $0 + sums[$1] } == 36 * round)
    }
  }

  @Test func `a loop inside a part is run by whoever runs the part`() {
    let pool = ThreadPool(threads: 3)
    let count = Counter()
    for _ in 0..<100 {
      pool.run(4) { _ in
        let thread = pthread_self()
        pool.run(5) { _ in
          #expect(pthread_equal(thread, pthread_self()) != 0)
          count.value.add(1, ordering: .relaxed)
        }
      }
    }
    #expect(count.value.load(ordering: .relaxed) == 2_000)
  }

  @Test func `callers at the same time do not wait for each other`() async {
    let pool = ThreadPool(threads: 2)
    let sums = await withTaskGroup(of: Int.self, returning: [Int].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let sum = Counter()
          for _ in 0..<500 { pool.run(10) { sum.value.add($0, ordering: .relaxed) } }
          return sum.value.load(ordering: .relaxed)
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums == [22_500, 22_500, 22_500, 22_500])
  }

  @Test(arguments: [1, 2, 3, 5])
  func `a split covers the range once, in whole grains`(threads: Int) {
    let pool = ThreadPool(threads: threads)
    for count in [0, 1, 7, 8, 9, 100, 1001] {
      for grain in [1, 8] {
        for cost in [0.001, 10, 10_000] {
          let hits = (0..<count).map { _ in Counter() }
          let ranges = Counter()
          pool.split(count, grain: grain, cost: cost) { range in
            ranges.value.add(1, ordering: .relaxed)
            #expect(range.lowerBound % grain == 0 && !range.isEmpty)
            for i in range { hits[i].value.add(1, ordering: .relaxed) }
          }
          #expect(hits.allSatisfy { $0.value.load(ordering: .relaxed) == 1 })
          #expect(ranges.value.load(ordering: .relaxed) <= threads)
          if cost * Double(count) < 10_000 { #expect(ranges.value.load(ordering: .relaxed) <= 1) }
        }
      }
    }
  }

  @Test func `the number of threads is held between 1 and 64 and can change`() {
    let pool = ThreadPool(threads: 0)
    #expect(pool.threads == 1)
    for (asked, granted) in [(2, 2), (5, 5), (1_000, 64), (-1, 1), (3, 3)] {
      pool.setThreads(asked)
      #expect(pool.threads == granted)
      let sum = Counter()
      pool.run(9) { sum.value.add($0, ordering: .relaxed) }
      #expect(sum.value.load(ordering: .relaxed) == 36)
    }
  }

  @Test func `idle workers take no processor time`() {
    let pool = ThreadPool(threads: 4)
    pool.run(4) { _ in }
    let before = Self.workersTime(of: pool)
    usleep(50_000)
    pool.run(1) { _ in }
    #expect(Self.workersTime(of: pool) - before < 0.02)
  }

  /// Seconds of processor time that the threads of the pool other than this one have taken.
  private static func workersTime(of pool: ThreadPool) -> Double {
    let total = Mutex(0.0)
    let caller = pthread_self()
    let arrived = Counter()
    pool.run(pool.threads) { _ in
      arrived.value.add(1, ordering: .relaxed)
      while arrived.value.load(ordering: .relaxed) < pool.threads { sched_yield() }
      guard pthread_equal(caller, pthread_self()) == 0 else { return }
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      total.withLock { $0 += Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9 }
    }
    return total.withLock { $0 }
  }

  private final class Counter: Sendable {
    let value = Atomic(0)
  }
}
