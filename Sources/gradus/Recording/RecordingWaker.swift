import Dispatch
import Terminal

/// Lets the recording sleep until another thread has news.
final class RecordingWaker: Waker {
  private let news = DispatchSemaphore(value: 0)

  func wake() { news.signal() }

  /// Until the next news, a tenth of a second at most.
  func wait() { _ = news.wait(timeout: .now() + .milliseconds(100)) }
}
