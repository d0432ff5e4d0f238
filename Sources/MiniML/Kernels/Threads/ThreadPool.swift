import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A few threads that share one loop.
///
/// The threads are made at the first loop that wants them. Between loops they look for the next one for a tenth of a
/// millisecond, in which a loop begins within a microsecond, and then sleep: an idle program takes no time at all.
public final class ThreadPool: Sendable {
  public static let shared = ThreadPool()

  /// The most threads that `setThreads` grants.
  public static let limit = 64

  private let wanted: Atomic<Int>
  /// Whether a loop runs. Who finds it so runs his own loop alone: nobody ever waits for the pool.
  private let isBusy = Atomic(false)
  private let crew = WorkerCrew()

  /// As many threads as the machine has cores.
  private convenience init() { self.init(threads: sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// As many threads as given, the caller's included. They are never ended: a program has one pool.
  init(threads: Int) { wanted = Atomic(Self.clamp(threads)) }

  /// How many threads take part in a loop, the caller's included.
  public var threads: Int { wanted.load(ordering: .relaxed) }

  /// Sets how many threads take part from the next loop on, the caller's included: 1 to 64; 1 is the caller alone.
  public func setThreads(_ count: Int) { wanted.store(Self.clamp(count), ordering: .relaxed) }

  private static func clamp(_ threads: Int) -> Int { max(1, min(limit, threads)) }

  /// Runs `body` for every part in `0..<parts`, in any order, on any of the threads; returns when all are done.
  ///
  /// Where the pool is busy, or this is one of its own tasks, the caller runs every part itself. What `body` writes must
  /// not depend on the thread: then the numbers are the same for any number of threads.
  ///
  /// Not optimised, which here means: not copied into every caller with its loop, which took a quarter of the compiler's time.
  @_optimize(none)
  public func run(_ parts: Int, _ body: (_ part: Int) -> Void) {
    let helpers = min(threads, parts) - 1
    guard helpers > 0, !isBusy.exchange(true, ordering: .acquiring) else {
      for part in 0..<max(0, parts) { body(part) }
      return
    }
    withoutActuallyEscaping(body) { crew.run(parts, helpers: helpers, $0) }
    isBusy.store(false, ordering: .releasing)
  }

  /// Splits `0..<count` into ranges of whole multiples of `grain`, one a thread, and runs them; small work (fewer than
  /// about 16,000 nanoseconds of it in all) is done by the caller alone: what another core has written or will read must move
  /// between the caches, which costs more than the help brings.
  ///
  /// - Parameter cost: about how many nanoseconds one index takes.
  @_optimize(none)
  public func split(_ count: Int, grain: Int = 1, cost: Double, _ body: (_ range: Range<Int>) -> Void) {
    guard count > 0 else { return }
    let (threads, work) = (threads, Double(count) * cost)
    guard threads > 1, work >= 16_000 else { return body(0..<count) }
    let parts = min(threads, Int(min(work, 1e9) / 8_000))
    let grains = (count + grain - 1) / grain
    let length = (grains + parts - 1) / parts * grain
    run((count + length - 1) / length) { part in
      body(part * length..<min(count, (part + 1) * length))
    }
  }
}
