import Foundation
import Terminal

/// Counts the wakes of other threads, and lets a test sleep until the next one.
final class TestWaker: Waker, @unchecked Sendable {
  // `count` is touched only while `news` is locked.
  private let news = NSCondition()
  private var count = 0

  func wake() {
    news.withLock {
      count += 1
      news.broadcast()
    }
  }

  var wakes: Int { news.withLock { count } }

  /// Sleeps until there were more than `seen` wakes; false where `deadline` passed first.
  func wait(past seen: Int, until deadline: Date) -> Bool {
    news.withLock {
      while count <= seen {
        if !news.wait(until: deadline) { return count > seen }
      }
      return true
    }
  }
}
