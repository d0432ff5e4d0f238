/// A few threads that share one loop.
public final class ThreadPool: Sendable {
  public static let shared = ThreadPool()

  /// How many threads take part in a loop, the caller's included.
  public var threads: Int { 1 }

  /// Runs `body` for every part in `0..<parts`, in any order, on any of the threads; returns when all are done.
  ///
  /// Where the pool is busy, or this is one of its own tasks, the caller runs every part itself. What `body` writes must
  /// not depend on the thread: then the numbers are the same for any number of threads.
  public func run(_ parts: Int, _ body: (_ part: Int) -> Void) {
    for part in 0..<parts { body(part) }
  }

  /// Splits `0..<count` into ranges of whole multiples of `grain`, one a thread, and runs them; small work (fewer than
  /// about 10,000 nanoseconds of it in all) is done by the caller alone.
  ///
  /// - Parameter cost: about how many nanoseconds one index takes.
  public func split(_ count: Int, grain: Int = 1, cost: Double, _ body: (_ range: Range<Int>) -> Void) {
    if count > 0 { body(0..<count) }
  }
}
