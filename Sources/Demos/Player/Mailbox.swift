#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Messages from any thread to one that sleeps until there are some.
final class Mailbox<Message: Sendable>: @unchecked Sendable {
  // Everything below is touched only while `mutex` is held.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let arrived = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var messages: [Message] = []
  private var isClosed = false

  init() {
    pthread_mutex_init(mutex, nil)
    #if canImport(Glibc)
      var attributes = pthread_condattr_t()
      pthread_condattr_init(&attributes)
      pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
      pthread_cond_init(arrived, &attributes)
      pthread_condattr_destroy(&attributes)
    #else
      pthread_cond_init(arrived, nil)
    #endif
  }

  deinit {
    pthread_cond_destroy(arrived)
    pthread_mutex_destroy(mutex)
    arrived.deallocate()
    mutex.deallocate()
  }

  func post(_ message: Message) {
    locked {
      messages.append(message)
      pthread_cond_signal(arrived)
    }
  }

  /// Lets the reader know that no more will come; what was posted before is dropped.
  func close() {
    locked {
      isClosed = true
      pthread_cond_signal(arrived)
    }
  }

  /// Whether a message, or the end, is waiting.
  var hasMail: Bool { locked { isClosed || !messages.isEmpty } }

  /// Whether no more will come.
  var isOver: Bool { locked { isClosed } }

  /// Takes all messages; sleeps until there is one, at most for `patience` (for ever when nil). Nil once closed.
  func take(patience: Duration?) -> [Message]? {
    locked {
      if let patience {
        wait(atMost: patience)
      } else {
        while !isClosed && messages.isEmpty { pthread_cond_wait(arrived, mutex) }
      }
      defer { messages = [] }
      return isClosed ? nil : messages
    }
  }

  private func wait(atMost patience: Duration) {
    guard patience > .zero else { return }
    var deadline = Self.deadline(in: patience)
    while !isClosed && messages.isEmpty {
      #if canImport(Glibc)
        if pthread_cond_timedwait(arrived, mutex, &deadline) != 0 { return }
      #else
        if pthread_cond_timedwait_relative_np(arrived, mutex, &deadline) != 0 { return }
      #endif
    }
  }

  private static func deadline(in patience: Duration) -> timespec {
    let (seconds, attoseconds) = patience.components
    var time = timespec()
    #if canImport(Glibc)
      clock_gettime(CLOCK_MONOTONIC, &time)
    #endif
    let nanoseconds = Int64(time.tv_nsec) + attoseconds / 1_000_000_000
    return timespec(
      tv_sec: time.tv_sec + Int(seconds) + Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
  }

  private func locked<T>(_ body: () -> T) -> T {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
