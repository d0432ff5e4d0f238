#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A stack of its own for the signal handlers of one thread, so that an overflow of the thread's ordinary stack can still
/// be answered: a terminal must be given back even then. The system gives none to threads by itself.
public enum SignalStack {
  /// Room for a handler and for the registers that the system saves below it, of the widest processors too.
  private static let size = 64 * 1024

  /// Runs the body of a thread with such a stack, which is given back afterwards.
  public static func lent(to body: () -> Void) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    defer { memory.deallocate() }
    use(memory, flags: 0)
    defer { use(memory, flags: Int32(SS_DISABLE)) }
    body()
  }

  private static func use(_ memory: UnsafeMutableRawPointer, flags: Int32) {
    var stack = stack_t()
    stack.ss_sp = memory
    stack.ss_size = size
    stack.ss_flags = flags
    sigaltstack(&stack, nil)
  }

  /// The signals that a fault of the running thread itself raises. Blocked, they would end the process before anyone could
  /// give the terminal back.
  static let faults = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS]
}
