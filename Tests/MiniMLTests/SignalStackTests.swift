import Glibc
import Testing

@testable import MiniML

struct SignalStackTests {
  /// Ends the process with status 7 on a signal, from a stack of its own where there is one.
  private static func exitWith7(on number: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in _exit(7) }
    action.sa_flags = Int32(SA_ONSTACK)
    sigaction(number, &action, nil)
  }

  /// Runs a fault in a thread of a pool that is not the caller's.
  private static func inHelper(_ fault: @escaping () -> Void) {
    let caller = pthread_self()
    ThreadPool(threads: 2).run(2) { _ in
      if pthread_equal(pthread_self(), caller) == 0 { fault() }
      for _ in 0..<5_000 { usleep(1_000) }
    }
  }

  @inline(never) @_optimize(none)
  private static func overflow(_ depth: Int) -> Int { depth < 0 ? 0 : overflow(depth + 1) + 1 }

  @Test func `a helper that overflows its stack can still be answered`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      Self.exitWith7(on: SIGSEGV)
      Self.inHelper { _ = Self.overflow(0) }
    }
  }

  @Test func `a helper's own faults are not blocked`() async {
    await #expect(processExitsWith: .exitCode(7)) {
      Self.exitWith7(on: SIGFPE)
      Self.inHelper { raise(SIGFPE) }
    }
  }

  @Test func `the stack is given back when the thread's work is done`() {
    var inside = stack_t()
    var after = stack_t()
    SignalStack.lent { sigaltstack(nil, &inside) }
    sigaltstack(nil, &after)
    #expect(inside.ss_flags & Int32(SS_DISABLE) == 0)
    #expect(after.ss_flags & Int32(SS_DISABLE) != 0)
  }
}
