import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The threads of a pool, and the one loop at which they help.
///
/// A loop is a body and a counter of parts: whoever is free takes the next part. The caller publishes it by setting the
/// open bit of `state`, works along, closes it when no part is left, and waits until nobody is inside any more. A worker
/// that comes late finds it closed, and has touched nothing.
final class WorkerCrew: @unchecked Sendable {
  /// The number of the loop (bits 16...), how many workers are inside (bits 1...15), whether it is open (bit 0).
  private let state = Atomic(0)
  private let nextPart = Atomic(0)
  private let sleepers = Atomic(0)

  // Written by the caller while the loop is closed and nobody is inside; read by workers inside.
  private var body: ((Int) -> Void)?
  private var parts = 0
  private let helpers = Atomic(0)

  /// How many workers there are; only the caller of a loop makes more.
  private var made = 0
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let wake: UnsafeMutablePointer<pthread_cond_t>

  init() {
    lock = .allocate(capacity: 1)
    wake = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(wake, nil)
  }

  /// Runs a loop with the help of up to `helpers` workers. One caller at a time.
  func run(_ parts: Int, helpers: Int, _ body: @escaping (Int) -> Void) {
    while made < helpers, addWorker() {}
    self.body = body
    self.parts = parts
    self.helpers.store(helpers, ordering: .relaxed)
    nextPart.store(0, ordering: .relaxed)
    state.add(1 << 16 | 1, ordering: .sequentiallyConsistent)
    if sleepers.load(ordering: .sequentiallyConsistent) > 0 { wakeAll() }
    takeParts(body)
    state.bitwiseAnd(~1, ordering: .acquiringAndReleasing)
    var pause = Pause()
    while state.load(ordering: .acquiring) & 0xfffe != 0 { pause.wait() }
    self.body = nil
  }

  private func takeParts(_ body: (Int) -> Void) {
    while true {
      let part = nextPart.add(1, ordering: .relaxed).oldValue
      guard part < parts else { return }
      body(part)
    }
  }

  private func wakeAll() {
    pthread_mutex_lock(lock)
    pthread_cond_broadcast(wake)
    pthread_mutex_unlock(lock)
  }
}

// A worker's life.
extension WorkerCrew {
  /// Waits for loops and helps with them, forever.
  fileprivate func work(as index: Int) {
    var seen = 0
    while true {
      let number = awaitLoop(after: seen, index)
      if enter(number) {
        if let body { takeParts(body) }
        state.subtract(2, ordering: .releasing)
      }
      seen = number
    }
  }

  /// The number of the next open loop: looks for it for a while, then sleeps.
  private func awaitLoop(after seen: Int, _ index: Int) -> Int {
    var pause = Pause()
    while !pause.isLong {
      if let number = openLoop(after: seen, index) { return number }
      pause.wait()
    }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    sleepers.add(1, ordering: .sequentiallyConsistent)
    defer { sleepers.subtract(1, ordering: .relaxed) }
    while true {
      if let number = openLoop(after: seen, index) { return number }
      pthread_cond_wait(wake, lock)
    }
  }

  private func openLoop(after seen: Int, _ index: Int) -> Int? {
    let now = state.load(ordering: .sequentiallyConsistent)
    guard now & 1 == 1, now >> 16 != seen, index < helpers.load(ordering: .relaxed) else { return nil }
    return now >> 16
  }

  /// Steps inside a loop; false where it has been closed meanwhile.
  private func enter(_ number: Int) -> Bool {
    var now = state.load(ordering: .relaxed)
    while now & 1 == 1, now >> 16 == number {
      let (done, found) = state.weakCompareExchange(expected: now, desired: now + 2, ordering: .acquiring)
      if done { return true }
      now = found
    }
    return false
  }

  /// Makes one more thread; false where the system gives none. It leaves the process's signals to the others, but for
  /// those that its own faults raise.
  private func addWorker() -> Bool {
    let worker = Unmanaged.passRetained(Worker(crew: self, index: made))
    var (all, old) = (sigset_t(), sigset_t())
    sigfillset(&all)
    for fault in SignalStack.faults { sigdelset(&all, fault) }
    pthread_sigmask(SIG_BLOCK, &all, &old)
    defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let failure = pthread_create(&thread, nil, WorkerCrew.start, worker.toOpaque())
    if failure != 0 {
      worker.release()
      return false
    }
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
    made += 1
    return true
  }

  private final class Worker {
    let crew: WorkerCrew
    let index: Int

    init(crew: WorkerCrew, index: Int) {
      self.crew = crew
      self.index = index
    }

    static func begin(_ pointer: UnsafeMutableRawPointer) {
      let worker = Unmanaged<Worker>.fromOpaque(pointer).takeRetainedValue()
      SignalStack.lent { worker.crew.work(as: worker.index) }
    }
  }

  #if canImport(Darwin)
    private static let start: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
      Worker.begin($0)
      return nil
    }
  #else
    private static let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      if let worker = $0 { Worker.begin(worker) }
      return nil
    }
  #endif
}

/// Waiting that begins by looking again at once, gives way to other threads now and then, and knows when it is long.
private struct Pause {
  /// A tenth of a millisecond, in nanoseconds.
  private static let long: UInt64 = 100_000

  private var looks = 0
  private var start: UInt64 = 0
  private(set) var isLong = false

  mutating func wait() {
    looks += 1
    guard looks & 63 == 0 else { return }
    sched_yield()
    let now = nanoseconds()
    if start == 0 { start = now }
    isLong = now - start > Self.long
  }

  private func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
