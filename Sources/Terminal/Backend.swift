/// A terminal, or a test's stand-in for one: shows surfaces and hands over input.
///
/// One thread owns a backend and makes every call; only `waker` may be used from others.
public protocol Backend: AnyObject {
  var size: Size { get }
  var colors: ColorTier { get }
  /// What is known of the terminal by now; where that changes, `nextEvent` returns a wake.
  var traits: TerminalTraits { get }

  /// Shows a surface; only the cells that differ from what is on the screen are sent, as one frame.
  /// `cursor` is where text is being typed; nil hides it.
  func present(_ surface: Surface, cursor: Point?)

  /// Waits for the next event until `deadline` (for ever when nil); nil when the deadline passed.
  func nextEvent(until deadline: ContinuousClock.Instant?) -> InputEvent?

  /// Makes the next frame a full repaint (Ctrl-L).
  func invalidate()

  /// Suspends the program as Ctrl-Z does and comes back with a full repaint.
  func suspend()

  /// Whether clicks, drags and the wheel are reported; without, the terminal selects text in its own way.
  func setMouse(_ isOn: Bool)

  var waker: any Waker { get }

  /// Restores the terminal. Safe to call twice.
  func close()
}

extension Backend {
  public var traits: TerminalTraits { TerminalTraits(colors: colors) }
  public func setMouse(_ isOn: Bool) {}
}

/// Wakes the thread that waits in `nextEvent`, from any thread.
public protocol Waker: Sendable {
  func wake()
}
