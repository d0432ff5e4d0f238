#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gives the terminal back when the program crashes, then lets it die of the same signal.
///
/// Swift's own handler would open a prompt inside the alternate screen and wait for half a minute, so it is not
/// chained to. The handler only writes, sets the terminal's modes, and raises.
final class CrashGuard {
  private struct State {
    var output: Int32 = -1
    var modes = termios()
    var reset: UnsafeMutablePointer<UInt8>
    var resetCount: Int
    var capture: Int32 = -1
    var standardError: Int32 = -1
    var scratch: UnsafeMutablePointer<UInt8>
  }

  private static let scratchSize = 4096
  private static let stackSize = 64 * 1024

  /// Everything that the handler needs, allocated before a crash.
  private nonisolated(unsafe) static let state: UnsafeMutablePointer<State> = {
    let reset = Array(TerminalModes.emergencyReset.utf8)
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: reset.count)
    bytes.initialize(from: reset, count: reset.count)
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: scratchSize)
    state.initialize(to: State(reset: bytes, resetCount: reset.count, scratch: scratch))
    return state
  }()

  private var actions: [SignalAction] = []

  /// Takes the crash signals until `restore()`; `modes` are what the terminal gets back.
  init(output: Int32, modes: termios, capture: StandardErrorCapture) {
    CrashGuard.state.pointee.output = output
    CrashGuard.state.pointee.modes = modes
    note(capture)
    CrashGuard.useAlternateStack()
    let numbers = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS]
    let flags = Int32(SA_ONSTACK) | Int32(bitPattern: UInt32(SA_RESETHAND)) | Int32(SA_NODEFER)
    actions = numbers.map { SignalAction($0, flags: flags) { CrashGuard.crash($0) } }
  }

  /// Takes note of where standard error goes now.
  func note(_ capture: StandardErrorCapture) {
    CrashGuard.state.pointee.capture = capture.file
    CrashGuard.state.pointee.standardError = capture.original
  }

  func restore() {
    for action in actions { action.restore() }
    actions = []
  }

  /// A stack for the handler, so that an overflow of the ordinary one can still be answered; it lives for ever.
  private static func useAlternateStack() {
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
    stack.ss_size = stackSize
    sigaltstack(&stack, nil)
  }

  private static func crash(_ number: Int32) {
    _ = write(state.pointee.output, state.pointee.reset, state.pointee.resetCount)
    tcsetattr(0, TCSANOW, &state.pointee.modes)
    copyMessages()
    signal(number, SIG_DFL)
    raise(number)
  }

  /// Shows what was written to standard error, with control bytes made harmless.
  private static func copyMessages() {
    guard state.pointee.capture >= 0 else { return }
    let scratch = state.pointee.scratch
    var offset: off_t = 0
    while true {
      let count = pread(state.pointee.capture, scratch, scratchSize, offset)
      guard count > 0 else { return }
      for i in 0..<count where scratch[i] < 0x20 && scratch[i] != 0x0A && scratch[i] != 0x09 || scratch[i] == 0xC2 {
        scratch[i] = 0x3F
      }
      _ = write(state.pointee.standardError, scratch, count)
      offset += off_t(count)
    }
  }
}
