import Terminal
import Testing

@testable import Curses

struct EventQueueTests {
  private let size = Size(width: 80, height: 24)

  @Test func `events come out in order`() {
    var queue = EventQueue()
    queue.append(.wake)
    queue.append(.key(.up))
    #expect(queue.next() == .wake)
    queue.append(.key(.down))
    #expect([queue.next(), queue.next(), queue.next()] == [.key(.up), .key(.down), nil])
  }

  @Test(arguments: [MouseEvent.Action.press, .wheelUp, .wheelDown])
  func `a click outside the screen is no event`(action: MouseEvent.Action) {
    var queue = EventQueue()
    queue.append(.mouse(MouseEvent(action, at: Point(x: 80, y: 3))), within: size)
    queue.append(.mouse(MouseEvent(action, at: Point(x: 79, y: 23))), within: size)
    #expect(queue.next() == .mouse(MouseEvent(action, at: Point(x: 79, y: 23))))
    #expect(queue.next() == nil)
  }

  @Test(arguments: [MouseEvent.Action.drag, .release])
  func `a drag that leaves the screen stays at its edge`(action: MouseEvent.Action) {
    var queue = EventQueue()
    queue.append(.mouse(MouseEvent(action, at: Point(x: 300, y: 24))), within: size)
    #expect(queue.next() == .mouse(MouseEvent(action, at: Point(x: 79, y: 23))))
  }
}
