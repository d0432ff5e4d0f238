import MiniML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A thread of its own for work that must not wait for, nor hold up, anyone else. Even where it overflows its stack the
/// terminal is given back.
public struct WorkerThread: @unchecked Sendable {
  private final class Work {
    private let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    func run() { SignalStack.lent(to: body) }
  }

  private let handle: pthread_t

  /// Starts it; traps where the system gives no thread.
  public init(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
    #if canImport(Glibc)
      var thread = pthread_t()
      let result = pthread_create(
        &thread, nil,
        { pointer in
          Unmanaged<Work>.fromOpaque(pointer!).takeRetainedValue().run()
          return nil
        }, work.toOpaque())
      precondition(result == 0, "no thread for the demo: error \(result)")
      handle = thread
    #else
      var thread: pthread_t?
      let result = pthread_create(
        &thread, nil,
        { pointer in
          Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
          return nil
        }, work.toOpaque())
      guard result == 0, let thread else { preconditionFailure("no thread for the demo: error \(result)") }
      handle = thread
    #endif
  }

  /// Waits for its end; to be called once, or `detach` instead.
  public func join() { pthread_join(handle, nil) }

  /// Lets it end by itself.
  public func detach() { pthread_detach(handle) }
}
