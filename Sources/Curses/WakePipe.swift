import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `close` of the C library, for types that have a `close` of their own.
func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

/// A pipe that wakes the thread waiting in `nextEvent`: other threads write to it, and signal handlers.
///
/// It stays open as long as anyone can still wake it, so a late call never reaches a descriptor that was given anew.
final class WakePipe: Waker {
  static let wakeMark = UInt8(ascii: "w")
  static let signalMark = UInt8(ascii: "s")

  let readEnd: Int32
  let writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends {
      setNonBlocking(end)
      setCloseOnExec(end)
    }
  }

  deinit {
    closeDescriptor(readEnd)
    closeDescriptor(writeEnd)
  }

  func wake() {
    var mark = WakePipe.wakeMark
    _ = write(writeEnd, &mark, 1)
  }

  /// Empties the pipe; true when another thread called `wake`.
  func drain() -> Bool {
    var woken = false
    var bytes = [UInt8](repeating: 0, count: 512)
    while true {
      let count = read(readEnd, &bytes, bytes.count)
      guard count > 0 else { return woken }
      if bytes[..<count].contains(WakePipe.wakeMark) { woken = true }
    }
  }
}

private func setNonBlocking(_ descriptor: Int32) {
  _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
}

private func setCloseOnExec(_ descriptor: Int32) { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
