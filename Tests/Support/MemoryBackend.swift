import Terminal

/// A backend without a terminal: hands over scripted events and keeps every surface it was shown.
///
/// When the script is at its end, `nextEvent` returns nil where it was given a deadline (as if it had passed: no time
/// is spent) and `.terminate` where it would have waited for ever, so that a program under test always ends.
public final class MemoryBackend: Backend {
  public private(set) var size: Size
  public let colors: ColorTier
  public let waker: any Waker = MemoryWaker()

  /// Everything presented, the last one last.
  public private(set) var surfaces: [Surface] = []
  /// Where the cursor was with each surface.
  public private(set) var cursors: [Point?] = []
  /// How many cells each surface changed; all of them for the first and after `invalidate`.
  public private(set) var changedCells: [Int] = []
  public private(set) var invalidations = 0
  public private(set) var suspensions = 0
  public private(set) var isClosed = false
  /// Whether the mouse was asked for last; nil before it was.
  public private(set) var mouse: Bool?

  private var script: [InputEvent?]
  private var next = 0
  private var shown: Surface?

  /// `script`: the events in order; nil stands for a deadline that passes (it is skipped where there is none).
  public init(size: Size = Size(width: 80, height: 24), colors: ColorTier = .ansi256, script: [InputEvent?] = []) {
    self.size = size
    self.colors = colors
    self.script = script
  }

  /// Adds events to the end of the script.
  public func add(_ events: InputEvent?...) { script += events }

  /// Adds key presses to the end of the script.
  public func press(_ keys: Key...) { script += keys.map { .key($0) } }

  /// Adds a typed text to the end of the script, a key a character.
  public func type(_ text: String) { script += text.map { .key(.character($0)) } }

  public var lastSurface: Surface? { surfaces.last }

  /// The rows of the last surface.
  public var lines: [String] { surfaces.last?.lines ?? [] }

  public func present(_ surface: Surface, cursor: Point?) {
    surfaces.append(surface)
    cursors.append(cursor)
    changedCells.append(changes(to: surface))
    shown = surface
  }

  public func nextEvent(until deadline: ContinuousClock.Instant?) -> InputEvent? {
    while next < script.count {
      let event = script[next]
      next += 1
      if case .resize(let new) = event { size = new }
      if event != nil || deadline != nil { return event }
    }
    return deadline == nil ? .terminate : nil
  }

  public func invalidate() {
    invalidations += 1
    shown = nil
  }

  public func suspend() {
    suspensions += 1
    shown = nil
  }

  public func setMouse(_ isOn: Bool) { mouse = isOn }

  public func close() { isClosed = true }

  private func changes(to surface: Surface) -> Int {
    guard let shown, shown.size == surface.size else { return surface.cells.count }
    return zip(shown.cells, surface.cells).count { $0 != $1 }
  }
}

/// A waker that wakes nobody: a scripted backend never waits.
public struct MemoryWaker: Waker {
  public init() {}

  public func wake() {}
}
