import Demos
import Support
import Synchronization
import Terminal
import Testing
import Wording

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits for frames of a runner: the test's stand-in for the terminal's thread.
private final class FrameWaiter: Waker, @unchecked Sendable {
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
  private let count = Mutex(0)

  init() { sem_init(semaphore, 0, 0) }

  deinit { semaphore.deallocate() }

  var wakes: Int { count.withLock { $0 } }

  func wake() {
    count.withLock { $0 += 1 }
    sem_post(semaphore)
  }

  /// The first frame that is as wished for.
  func frame(of runner: DemoRunner, where isWished: (PlayerFrame) -> Bool) -> PlayerFrame {
    while true {
      if let frame = runner.latestFrame(), isWished(frame) { return frame }
      sem_wait(semaphore)
    }
  }
}

/// A demo whose step waits until the test lets it go.
private struct SlowDemo: Demo {
  static let gate = Gate()
  static let card = DemoCard(
    id: "slow", title: Bilingual(en: "Slow", zh: "慢"),
    knobs: [Knob("rate", Bilingual(en: "rate", zh: "步长"), .linear(0...9, by: 1), default: .number(1))], regions: [],
    goal: Goal("steps", .atLeast, 1, within: 1), defaultSteps: 1)

  private var steps = 0.0
  init(settings: Settings, seed: UInt64) {}
  mutating func step() {
    Self.gate.pass()
    steps += 1
  }
  func apply(_ input: DemoInput) -> InputFault? { nil }
  var isFinished: Bool { false }
  var metrics: [Metric] { [Metric("steps", steps)] }
  func narration(_ language: Language) -> String { "" }
  var activeRegion: String? { nil }
  func table(_ language: Language) -> DataTable { DataTable(columns: [], rows: []) }
  func draw(on surface: inout Surface, context: DrawContext) {}

  final class Gate: @unchecked Sendable {
    private let entered = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    private let opened = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    init() {
      sem_init(entered, 0, 0)
      sem_init(opened, 0, 0)
    }
    func pass() {
      sem_post(entered)
      sem_wait(opened)
    }
    func awaitEntry() { sem_wait(entered) }
    func open() { sem_post(opened) }
  }
}

/// A demo that never ends.
private struct EndlessDemo: Demo {
  static let card = CountingDemo.card
  private var steps = 0
  init(settings: Settings, seed: UInt64) {}
  mutating func step() { steps += 1 }
  func apply(_ input: DemoInput) -> InputFault? { nil }
  var isFinished: Bool { false }
  var metrics: [Metric] { [Metric("sum", Double(steps))] }
  func narration(_ language: Language) -> String { "" }
  var activeRegion: String? { nil }
  func table(_ language: Language) -> DataTable { DataTable(columns: [], rows: []) }
  func draw(on surface: inout Surface, context: DrawContext) {}
}

@Suite struct DemoRunnerTests {
  private static let view = PlayerView(
    size: Size(width: 80, height: 21), language: .en, theme: .standard(colors: .none))

  @Test func `playing at full speed runs to the end and then sleeps`() {
    let waiter = FrameWaiter()
    let runner = DemoRunner(CountingDemo.self, view: Self.view, speed: .unlimited, waker: waiter)
    runner.send(.play)
    let last = waiter.frame(of: runner) { $0.lane.isFinished && !$0.isPlaying }
    #expect(last.step == 200)
    #expect(last.goalState == .reached(step: 10))
    #expect(waiter.wakes < 100, "frames are capped: \(waiter.wakes)")
    runner.send(.togglePlaying)
    _ = waiter.frame(of: runner) { $0.lane.hasGhost && $0.lane.isFinished && !$0.isPlaying }
    runner.stop()
  }

  @Test func `commands are done in the order in which they were given`() {
    let waiter = FrameWaiter()
    let runner = DemoRunner(CountingDemo.self, view: Self.view, waker: waiter)
    for command: PlayerCommand in [.step, .step, .setKnob("rate", .number(4)), .step, .stepBack, .key(.up)] {
      runner.send(command)
    }
    let frame = waiter.frame(of: runner) { $0.metrics[0].value > 100 }
    #expect(frame.step == 2)
    #expect(frame.metrics[0].value == 1002)
    #expect(frame.settings.number("rate") == 4)
    runner.stop()
  }

  @Test func `knobs, speed and pause answer while a step is still computing`() throws {
    let waiter = FrameWaiter()
    let runner = DemoRunner(SlowDemo.self, view: Self.view, waker: waiter)
    _ = waiter.frame(of: runner) { _ in true }
    runner.send(.play)
    SlowDemo.gate.awaitEntry()
    runner.send(.turnKnob(1))
    runner.send(.turnKnob(1))
    runner.send(.faster)
    let during = try #require(runner.latestFrame())
    #expect(during.settings.number("rate") == 3)
    #expect(during.speed == .thirty)
    #expect(during.isPlaying)
    runner.send(.pause)
    #expect(try #require(runner.latestFrame()).isPlaying == false)
    SlowDemo.gate.open()
    let after = waiter.frame(of: runner) { $0.step == 1 && $0.lane.settings.number("rate") == 3 }
    #expect(!after.isPlaying)
    runner.stop()
  }

  @Test func `a refused text comes back with its fault and leaves with the next good input`() {
    let waiter = FrameWaiter()
    let runner = DemoRunner(CountingDemo.self, view: Self.view, waker: waiter)
    runner.send(.text("abc"))
    let refused = waiter.frame(of: runner) { $0.fault != nil }
    #expect(refused.text == "abc")
    #expect(refused.fault?.range == 0..<3)
    runner.send(.text("12"))
    let accepted = waiter.frame(of: runner) { $0.fault == nil && $0.text == "12" }
    #expect(accepted.metrics[0].value == 12)
    runner.stop()
  }

  @Test func `what is typed for a knob goes to the one selected at that moment`() {
    let waiter = FrameWaiter()
    let runner = DemoRunner(CountingDemo.self, view: Self.view, waker: waiter)
    runner.send(.typeKnob("much"))
    #expect(waiter.frame(of: runner) { $0.fault != nil }.fault?.message.en == "rate takes -10...10, not \"much\"")
    runner.send(.typeKnob("2,5"))
    runner.send(.selectKnob(1))
    #expect(waiter.frame(of: runner) { $0.fault == nil && $0.settings.number("rate") == 2.5 }.selectedKnob == 1)
    runner.stop()
  }

  @Test func `another language and size redraw the same run`() {
    let waiter = FrameWaiter()
    let runner = DemoRunner(CountingDemo.self, view: Self.view, waker: waiter)
    runner.send(.step)
    runner.send(.view(PlayerView(size: Size(width: 40, height: 12), language: .zh, theme: .standard(colors: .ansi256))))
    let frame = waiter.frame(of: runner) { $0.language == .zh }
    #expect(frame.step == 1)
    #expect(frame.lane.picture.width == 40)
    #expect(frame.narration == "总和是 1.0。")
    runner.stop()
  }

  @Test func `a click goes to the picture under it and gives that run the keys`() {
    let waiter = FrameWaiter()
    let runner = DemoRunner(CountingDemo.self, view: Self.view, waker: waiter)
    runner.send(.toggleComparison)
    #expect(waiter.frame(of: runner) { $0.isComparing }.focus == 1)
    runner.send(.mouse(MouseEvent(.press, at: Point(x: 5, y: 5))))
    runner.send(.key(.up))
    let frame = waiter.frame(of: runner) { $0.focus == 0 && $0.metrics[0].value == 1000 }
    #expect(frame.lanes[1].metrics[0].value == 0)
    runner.stop()
  }

  @Test func `a long way forward does not hold up the end`() {
    let waiter = FrameWaiter()
    let runner = DemoRunner(EndlessDemo.self, view: Self.view, waker: waiter)
    _ = waiter.frame(of: runner) { _ in true }
    runner.send(.seek(.max))
    runner.stop()
  }

  @Test func `a runner that is let go ends without being stopped`() {
    let waiter = FrameWaiter()
    do {
      let runner = DemoRunner(CountingDemo.self, view: Self.view, waker: waiter)
      _ = waiter.frame(of: runner) { _ in true }
    }
    #expect(waiter.wakes == 1)
  }
}
