import Testing

@testable import Curses

struct ReaderPaceTests {
  @Test func `one short hold-up makes no slow reader`() {
    var pace = ReaderPace()
    pace.add(.milliseconds(100))
    #expect(!pace.isSlow)
  }

  @Test func `a reader that never keeps up is slow`() {
    var pace = ReaderPace()
    for _ in 0..<8 { pace.add(.milliseconds(60)) }
    #expect(pace.isSlow)
  }

  @Test func `output stopped for an hour is forgotten within ten frames`() {
    var pace = ReaderPace()
    pace.add(.seconds(3600))
    for _ in 0..<10 { pace.add(.zero) }
    #expect(!pace.isSlow)
  }

  @Test func `the judgement does not swing about its threshold`() {
    var pace = ReaderPace()
    for _ in 0..<20 { pace.add(.milliseconds(40)) }
    for _ in 0..<20 { pace.add(.milliseconds(25)) }
    #expect(pace.isSlow)
  }
}
