import Support
import Terminal
import Testing

struct MemoryBackendTests {
  @Test func `a script is played in order and then ends the program`() {
    let backend = MemoryBackend(script: [.key(.down), .wake])
    backend.type("ab")
    backend.press(.enter)
    let events = (0..<6).map { _ in backend.nextEvent(until: nil) }
    #expect(
      events == [.key(.down), .wake, .key(.character("a")), .key(.character("b")), .key(.enter), .terminate])
  }

  @Test func `a deadline passes where the script says so, and after its end`() {
    let backend = MemoryBackend(script: [nil, .key(.up), nil, .key(.down)])
    let soon = ContinuousClock.now
    #expect(backend.nextEvent(until: soon) == nil)
    #expect(backend.nextEvent(until: soon) == .key(.up))
    #expect(backend.nextEvent(until: nil) == .key(.down))
    #expect(backend.nextEvent(until: soon) == nil)
  }

  @Test func `changed cells are counted`() {
    let backend = MemoryBackend(size: Size(width: 4, height: 2))
    var surface = Surface(backend.size)
    backend.present(surface, cursor: nil)
    surface.write("ab", x: 1, y: 1)
    backend.present(surface, cursor: Point(x: 1, y: 1))
    backend.present(surface, cursor: nil)
    backend.invalidate()
    backend.present(surface, cursor: nil)
    #expect(backend.changedCells == [8, 2, 0, 8])
    #expect(backend.lines == ["", " ab"])
    #expect(backend.cursors[1] == Point(x: 1, y: 1))
  }

  @Test func `a resize changes the size that is drawn for`() {
    let backend = MemoryBackend(script: [.resize(Size(width: 3, height: 9))])
    _ = backend.nextEvent(until: nil)
    #expect(backend.size == Size(width: 3, height: 9))
  }
}
