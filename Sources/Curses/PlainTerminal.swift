import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard input and output as lines, with the terminal's own line editing: nothing is ever drawn over, no control
/// sequence is sent, and pipes do as well as terminals.
public final class PlainTerminal: LineSource, LineSink {
  /// A line that is longer than this many bytes is cut into several.
  private static let longestLine = 16 << 10
  /// Bytes written at once, so that a reader who stopped reading does not hold up a signal.
  private static let piece = 1024

  public let isInteractive: Bool
  private let pipe = WakePipe()
  private let signals: SignalWatch
  private let brokenPipe: SignalAction
  private var waiting: [UInt8] = []
  private var isInputGone = false
  private var isOutputGone = false

  public init() {
    isInteractive = isatty(0) == 1
    signals = SignalWatch(pipe: pipe, numbers: [SIGTERM, SIGINT, SIGHUP, SIGQUIT])
    // A reader who goes away is an end like any other: what was learned is kept first.
    brokenPipe = SignalAction(SIGPIPE, flags: 0, handler: { _ in })
  }

  /// Gives the signals back.
  public func close() {
    brokenPipe.restore()
    signals.restore()
  }

  public var mustEnd: Bool { signals.mustTerminate || isOutputGone }
  public var now: ContinuousClock.Instant { .now }

  // MARK: Hearing

  public func nextLine(until deadline: ContinuousClock.Instant?) -> HeardLine {
    while true {
      if mustEnd { return .end }
      if let line = takeLine() { return .line(line) }
      if isInputGone { return .end }
      let isReady = wait(for: 0, Int16(POLLIN), until: deadline)
      if isReady { readInput() } else if let deadline, now >= deadline { return .nothing }
    }
  }

  /// The next whole line; at the end of the input also one without a line end.
  private func takeLine() -> String? {
    let end = waiting.firstIndex(of: 0x0A)
    guard end != nil || waiting.count >= Self.longestLine || isInputGone && !waiting.isEmpty else { return nil }
    let line = waiting[..<min(end ?? waiting.count, Self.longestLine)]
    let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    waiting.removeFirst(min(waiting.count, line.count + (line.endIndex == end ? 1 : 0)))
    return text
  }

  private func readInput() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(0, &bytes, bytes.count)
    if count > 0 {
      waiting += bytes[..<count]
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isInputGone = true
    }
  }

  // MARK: Saying

  public func say(_ text: String) { write(text + "\n") }

  /// Behind a prompt the learner types, and the terminal ends the line; a pipe echoes nothing.
  public func prompt(_ text: String) { write(isInteractive ? text + " " : text + "\n") }

  private func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty, !mustEnd {
      guard wait(for: 1, Int16(POLLOUT), until: nil) else { continue }
      let count = rest.prefix(Self.piece).withUnsafeBytes { systemWrite(1, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR && errno != EAGAIN { isOutputGone = true }
    }
    // The last words, after a signal: as far as they go without waiting.
    if !rest.isEmpty, !isOutputGone, wait(for: 1, Int16(POLLOUT), until: now) {
      _ = rest.prefix(Self.piece).withUnsafeBytes { systemWrite(1, $0.baseAddress, $0.count) }
    }
  }

  /// Waits until a descriptor is ready; false when the deadline passed or a signal came first.
  private func wait(
    for descriptor: Int32, _ events: Int16, until deadline: ContinuousClock.Instant?
  ) -> Bool {
    var entries = [
      pollfd(fd: descriptor, events: events, revents: 0),
      pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&entries, 2, CursesBackend.milliseconds(until: deadline))
    if count > 0, entries[1].revents != 0 { _ = pipe.drain() }
    return count > 0 && entries[0].revents != 0
  }
}

/// `write` of the C library, for types that have a `write` of their own.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
