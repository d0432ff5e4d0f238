import Testing

@testable import Curses

struct WakePipeTests {
  @Test func `many wakes are one, and then none`() {
    let pipe = WakePipe()
    #expect(!pipe.drain())
    for _ in 0..<100_000 { pipe.wake() }
    #expect(pipe.drain())
    #expect(!pipe.drain())
  }

  @Test func `waking works from any thread`() async {
    let pipe = WakePipe()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { pipe.wake() } }
    }
    #expect(pipe.drain())
  }
}
