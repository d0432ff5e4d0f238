import Terminal

/// Joins a session with a terminal: waits, hands events over, shows what changed.
public struct TutorLoop {
  private let backend: any Backend
  private var session: TutorSession

  public init(backend: any Backend, session: TutorSession) {
    self.backend = backend
    self.session = session
  }

  /// Runs until the learner leaves or the terminal goes away.
  public mutating func run() {
    backend.setMouse(session.context.preferences.value.mouse)
    // The terminal may have said by now what it is: then the first picture needs no second.
    takeWaiting()
    if !session.isOver { show() }
    while !session.isOver {
      guard let event = backend.nextEvent(until: nil) else { continue }
      take(event)
      takeWaiting()
      if !session.isOver { show() }
    }
  }

  /// What came meanwhile is handled before the next picture: keys are never queued behind frames.
  private mutating func takeWaiting() {
    let now = ContinuousClock.now
    var waiting = 0
    while !session.isOver, waiting < 256, let event = backend.nextEvent(until: now) {
      take(event)
      waiting += 1
    }
  }

  private mutating func take(_ event: InputEvent) {
    guard case .key(let key) = event, let command = session.terminalCommand(for: key) else {
      session.handle(event)
      return
    }
    if command == .repaint { backend.invalidate() } else { backend.suspend() }
  }

  private mutating func show() {
    session.context.traits = backend.traits
    backend.setMouse(session.context.preferences.value.mouse)
    let (surface, cursor) = session.draw(backend.size)
    backend.present(surface, cursor: cursor)
  }
}
