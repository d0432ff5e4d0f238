#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Notes the signals that a terminal program must answer; the handlers only set a flag and wake the owner's thread.
final class SignalWatch {
  private struct Flags {
    var pipe: Int32 = -1
    var terminate: Int32 = 0
    var resize: Int32 = 0
    var stop: Int32 = 0
    var resume: Int32 = 0
  }

  /// Handlers cannot capture, so their flags stand at a fixed address; there is one terminal a process.
  private nonisolated(unsafe) static let flags: UnsafeMutablePointer<Flags> = {
    let flags = UnsafeMutablePointer<Flags>.allocate(capacity: 1)
    flags.initialize(to: Flags())
    return flags
  }()

  private var actions: [SignalAction] = []

  /// - Parameter numbers: the signals to note; all others keep doing what they did.
  init(pipe: WakePipe, numbers: [Int32] = [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT]) {
    SignalWatch.flags.pointee = Flags(pipe: pipe.writeEnd)
    actions = numbers.map { SignalAction($0, flags: Int32(SA_RESTART)) { SignalWatch.note($0) } }
  }

  /// Puts back what the signals did. A program that was told to end is on its way out, and keeps deaf to being told
  /// again: a hang-up seldom comes alone, and what is being saved must be saved.
  func restore() {
    if !mustTerminate {
      for action in actions { action.restore() }
    }
    actions = []
    SignalWatch.flags.pointee.pipe = -1
  }

  /// Whether TERM, INT, HUP or QUIT ever came.
  var mustTerminate: Bool { SignalWatch.flags.pointee.terminate != 0 }

  /// Whether the window changed its size since the last call.
  func takeResize() -> Bool { SignalWatch.take(\.resize) }

  /// Whether someone else asked the program to stop.
  func takeStop() -> Bool { SignalWatch.take(\.stop) }

  /// Whether the program was continued after a stop.
  func takeResume() -> Bool { SignalWatch.take(\.resume) }

  private static func take(_ flag: WritableKeyPath<Flags, Int32>) -> Bool {
    defer { flags.pointee[keyPath: flag] = 0 }
    return flags.pointee[keyPath: flag] != 0
  }

  private static func note(_ number: Int32) {
    let kept = errno
    switch number {
    case SIGWINCH: flags.pointee.resize = 1
    case SIGTSTP: flags.pointee.stop = 1
    case SIGCONT: flags.pointee.resume = 1
    default: flags.pointee.terminate = 1
    }
    var mark = WakePipe.signalMark
    _ = write(flags.pointee.pipe, &mark, 1)
    errno = kept
  }

  /// Lets Ctrl-C and Ctrl-\ pass by while another program has the terminal; restore what comes back to end that.
  func ignoreKeyboard() -> [SignalAction] {
    [SIGINT, SIGQUIT].map { SignalAction($0, flags: Int32(SA_RESTART), handler: { _ in }) }
  }

  /// Stops the process group as Ctrl-Z does in a plain terminal; returns when it is continued.
  ///
  /// The others of the group (a `make` above us) are told first. Our own stop is raised in this thread, so that nothing
  /// more runs before it.
  func stopProcess() {
    let ignored = SignalAction(SIGTSTP, flags: 0, handler: { _ in })
    kill(0, SIGTSTP)
    ignored.restore()
    let ours = SignalAction(default: SIGTSTP)
    raise(SIGTSTP)
    ours.restore()
    _ = takeStop()
    _ = takeResume()
  }
}
