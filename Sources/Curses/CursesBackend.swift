import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A terminal through ncurses. There is one a process; one thread makes every call.
///
/// ncurses computes what changed and how to say it; the bytes go out as one frame, whole or not at all. Input is read
/// and decoded here (`InputDecoder`). A reader that is too slow gets the newest picture when it reads again, not every
/// one in between.
public final class CursesBackend: Backend {
  public private(set) var size: Size
  public let colors: ColorTier
  /// What the learner should be told about the terminal.
  public let notice: CursesNotice?
  public var waker: any Waker { pipe }
  public var traits: TerminalTraits { survey.traits }

  private struct Picture: Equatable {
    var surface: Surface
    var cursor: Point?
  }

  private static let longestFarewell = Duration.milliseconds(30)

  private let pipe = WakePipe()
  private let screen: CursesScreen
  private let output: TerminalOutput
  private var modes: TerminalModes
  private let signals: SignalWatch
  private let crashes: CrashGuard
  private let errors: StandardErrorCapture
  private var survey: TerminalSurvey
  private var decoder = InputDecoder()
  private var decoderDeadline: ContinuousClock.Instant?
  private var queue = EventQueue()
  private var wanted: Picture?
  private var shown: Picture?
  /// When the frame under way was handed to the terminal; nil when all of it has left.
  private var frameStarted: ContinuousClock.Instant?
  private var isInputGone = false
  private var isClosed = false

  /// Opens the terminal of standard input and output, and takes its signals until `close()`.
  public init(options: CursesOptions = CursesOptions()) throws(CursesError) {
    guard isatty(0) == 1 else { throw .inputIsNoTerminal }
    guard isatty(1) == 1 else { throw .outputIsNoTerminal }
    screen = try CursesScreen(options: options)
    colors = screen.colors
    notice = screen.notice
    survey = TerminalSurvey(options: options, colors: screen.colors)
    modes = TerminalModes(mouse: options.mouse)
    output = TerminalOutput()
    errors = StandardErrorCapture()
    signals = SignalWatch(pipe: pipe)
    crashes = CrashGuard(output: output.descriptor, modes: modes.original, capture: errors)
    size = CursesBackend.windowSize()
    screen.resize(size)
    modes.setRaw()
    output.send(modes.enter + survey.greeting(at: .now))
  }

  deinit { close() }

  public func present(_ surface: Surface, cursor: Point?) {
    guard !isClosed else { return }
    wanted = Picture(surface: surface, cursor: cursor)
    flush()
    showWanted()
  }

  public func invalidate() {
    shown = nil
    screen.forget()
  }

  public func setMouse(_ isOn: Bool) {
    guard !isClosed, isOn != modes.mouse else { return }
    modes.mouse = isOn
    output.send(isOn ? TerminalModes.mouseOn : TerminalModes.mouseOff)
  }

  public func close() {
    guard !isClosed else { return }
    isClosed = true
    catchAnswers()
    leave()
    crashes.restore()
    signals.restore()
    errors.restore()
  }

  public func suspend() {
    guard !isClosed else { return }
    leave()
    signals.stopProcess()
    enter()
  }

  /// Gives the terminal to another program (an editor) while `work` runs, then takes it back with a full repaint.
  public func lend<Result>(_ work: () throws -> Result) rethrows -> Result {
    leave()
    errors.restore()
    let keyboard = signals.ignoreKeyboard()
    defer {
      for action in keyboard { action.restore() }
      errors.begin()
      crashes.note(errors)
      enter()
    }
    return try work()
  }
}

// MARK: Showing

extension CursesBackend {
  private func showWanted() {
    guard let picture = wanted, output.isDrained, picture != shown else { return }
    screen.begin()
    screen.draw(picture.surface, over: shown?.surface, in: size)
    let bytes = screen.finish(cursor: picture.cursor.flatMap { Rect(size).contains($0) ? $0 : nil })
    shown = picture
    if !bytes.isEmpty { send(survey.asking(in: bytes, size: size, at: .now)) }
  }

  private func send(_ frame: [UInt8]) {
    frameStarted = .now
    output.send(TerminalModes.frameStart + frame + TerminalModes.frameEnd)
    noteDrained()
  }

  private func flush() {
    output.flush()
    noteDrained()
  }

  /// Once a frame has left whole, its time tells how fast the terminal reads.
  private func noteDrained() {
    guard output.isDrained, let start = frameStarted else { return }
    frameStarted = nil
    if survey.noteFrame(taking: .now - start) { queue.append(.wake) }
  }

  private func leave() {
    output.send(modes.leave + screen.leave())
    output.drain(milliseconds: 250)
    modes.restore()
  }

  private func enter() {
    modes.setRaw()
    output.send(modes.enter)
    invalidate()
    noteSize()
    showWanted()
  }

  private func noteSize() {
    let now = CursesBackend.windowSize()
    guard now != size else { return }
    size = now
    shown = nil
    screen.resize(now)
    queue.append(.resize(now))
  }

  /// The size of the window; 80x24 where the terminal does not say.
  private static func windowSize() -> Size {
    var window = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
      return Size(width: 80, height: 24)
    }
    return Size(width: Int(window.ws_col), height: Int(window.ws_row))
  }
}

// MARK: Input

extension CursesBackend {
  public func nextEvent(until deadline: ContinuousClock.Instant?) -> InputEvent? {
    while true {
      if isClosed || isInputGone || signals.mustTerminate { return .terminate }
      answerSignals()
      if let event = queue.next() { return event }
      let mayWait = wait(until: [deadline, decoderDeadline].compactMap { $0 }.min())
      expireDecoder()
      if let event = queue.next() { return event }
      if !mayWait, let deadline, ContinuousClock.now >= deadline { return nil }
    }
  }

  private func answerSignals() {
    if signals.takeResize() { noteSize() }
    if signals.takeStop() { suspend() }
    if signals.takeResume() { enter() }
  }

  /// Waits for input, a wake-up, or room for what is still to be sent; false when the deadline passed without any.
  private func wait(until deadline: ContinuousClock.Instant?) -> Bool {
    var entries = [
      pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: output.descriptor, events: Int16(POLLOUT), revents: 0),
    ]
    let count = poll(&entries, output.isDrained ? 2 : 3, CursesBackend.milliseconds(until: deadline))
    guard count > 0 else { return count < 0 }
    if entries[1].revents != 0, pipe.drain() { queue.append(.wake) }
    if entries[2].revents != 0 {
      flush()
      showWanted()
    }
    if entries[0].revents != 0 { readInput() }
    return true
  }

  private func readInput() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(0, &bytes, bytes.count)
    if count > 0 {
      for event in decoder.feed(bytes[..<count]) { queue.append(event, within: size) }
      takeReports()
      decoderDeadline = decoder.patience.map { ContinuousClock.now + $0 }
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isInputGone = true
    }
  }

  private func takeReports() {
    let reports = decoder.reports
    decoder.reports = []
    guard !reports.isEmpty, survey.take(reports, at: .now) else { return }
    if traits.drawsAmbiguousWide != screen.drawsAmbiguousWide {
      screen.drawsAmbiguousWide = traits.drawsAmbiguousWide
      invalidate()
    }
    queue.append(.wake)
  }

  /// Takes in answers that are likely on their way: they must not turn up in the shell.
  private func catchAnswers() {
    let end = ContinuousClock.now + CursesBackend.longestFarewell
    while survey.isExpectingAnswer(at: .now), !isInputGone, ContinuousClock.now < end {
      var entry = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      guard poll(&entry, 1, CursesBackend.milliseconds(until: end)) > 0 else { return }
      readInput()
    }
  }

  private func expireDecoder() {
    guard let due = decoderDeadline, ContinuousClock.now >= due else { return }
    decoderDeadline = nil
    for event in decoder.expire() { queue.append(event, within: size) }
  }

  /// Milliseconds for `poll`: rounded up, so that it never returns too early; -1 for ever.
  static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = deadline - ContinuousClock.now
    guard left > .zero else { return 0 }
    let (seconds, attoseconds) = left.components
    return Int32(min(3_600_000, seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}
