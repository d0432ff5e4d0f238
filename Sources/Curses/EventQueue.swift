import Terminal

/// Events that were read and not yet handed over.
struct EventQueue {
  private var events: [InputEvent] = []
  private var first = 0

  mutating func append(_ event: InputEvent) { events.append(event) }

  /// Adds what came from a terminal of `size`: clicks outside are left out, drags and releases come back inside.
  mutating func append(_ event: InputEvent, within size: Size) {
    guard case .mouse(var mouse) = event, !Rect(size).contains(mouse.position) else { return append(event) }
    guard mouse.action == .drag || mouse.action == .release else { return }
    mouse.position = Point(x: min(mouse.position.x, size.width - 1), y: min(mouse.position.y, size.height - 1))
    append(.mouse(mouse))
  }

  mutating func next() -> InputEvent? {
    guard first < events.count else { return nil }
    defer {
      first += 1
      if first == events.count {
        events.removeAll(keepingCapacity: true)
        first = 0
      }
    }
    return events[first]
  }
}
