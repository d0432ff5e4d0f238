import Terminal

/// Joins the conversation with a source of lines: asks, waits, hands lines over, and lets go on what runs.
public struct LinearLoop {
  private let source: any LineSource
  private var session: LinearSession

  public init(source: any LineSource, session: LinearSession) {
    self.source = source
    self.session = session
  }

  /// Runs until the learner leaves, the lines end, or the program is told to end.
  public mutating func run() {
    session.begin()
    while !session.isOver {
      // A script's next line waits until what runs has run: only a person means to interrupt.
      if session.isRunning, !source.isInteractive {
        if source.mustEnd { session.leave() } else { session.tick() }
        continue
      }
      session.ask()
      answer()
    }
  }

  /// Waits for one line; what runs goes on meanwhile.
  private mutating func answer() {
    while !session.isOver {
      switch source.nextLine(until: session.due) {
      case .line(let line): return session.hear(line)
      case .end: return session.leave()
      case .nothing:
        session.tick()
        if !session.isRunning { return }
      }
    }
  }
}
