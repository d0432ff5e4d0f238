import Demos
import Synchronization
import Terminal

/// A piece of work on another thread, so that keys are answered meanwhile; the waker is told when it is done.
final class BackgroundWork<Result: Sendable>: Sendable {
  private let box = Mutex<Result?>(nil)

  init(waker: any Waker, _ work: @escaping @Sendable () -> Result) {
    let thread = WorkerThread { [weak self] in
      let result = work()
      self?.box.withLock { $0 = result }
      waker.wake()
    }
    thread.detach()
  }

  /// The result; nil while the work goes on.
  var result: Result? { box.withLock { $0 } }
}
