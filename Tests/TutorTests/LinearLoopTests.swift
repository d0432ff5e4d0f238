import Course
import Terminal
import Testing

@testable import Tutor

@Suite struct LinearLoopTests {
  /// Runs a script to its end; returns what was said, prompts among it.
  private func run(_ lines: [String], isInteractive: Bool = false, home: Home = Home(), endsAfter: Int? = nil) -> Script
  {
    let store = home.store()
    store.set("toured", to: "yes")
    let context = TutorContext(
      strings: Repository.strings, course: Repository.course, folder: CourseFolder(Repository.lessons),
      progress: home.keeper(store), judge: LiveRunJudge(), waker: TestWaker(), tier: .none, language: .en)
    let script = Script(lines, isInteractive: isInteractive, endsAfter: endsAfter)
    let session = LinearSession(
      context: context, sink: script, isInteractive: isInteractive, clock: { script.now })
    var loop = LinearLoop(source: script, session: session)
    loop.run()
    return script
  }

  @Test func `a prompt comes before every line, and the end of the input ends it with everything kept`() {
    let home = Home()
    let script = run(["gradient-descent", "part 5"], home: home)
    #expect(script.prompts.count == 3)
    #expect(script.said.last == "Everything is kept. Goodbye.")
    #expect(home.store().lastPlace()?.lesson == "gradient-descent")
    #expect((home.store().lastPlace()?.position.block ?? 0) > 0)
  }

  @Test func `a script's next line waits until what runs has run`() {
    let script = run(["gradient-descent", "demo", "run", "numbers", "quit"])
    #expect(script.said.contains { $0.hasPrefix("Step 100: loss") })
    #expect(!script.said.contains("Paused."))
  }

  @Test func `a person's line pauses what runs`() {
    let script = run(["gradient-descent", "demo", "run", "", "quit"], isInteractive: true)
    #expect(script.said.contains("Paused."))
  }

  @Test(arguments: [true, false])
  func `told to end while something runs it ends at once, and keeps the place`(isInteractive: Bool) {
    let home = Home()
    let script = run(
      ["gradient-descent", "demo", "run 10000000"], isInteractive: isInteractive, home: home, endsAfter: 50)
    #expect(script.said.last == "Everything is kept. Goodbye.")
    #expect(home.store().lastPlace()?.position.tab == "demo")
  }
}

/// Lines in order, what was said and asked, and a clock that goes on by itself.
private final class Script: LineSource, LineSink {
  private(set) var said: [String] = []
  private(set) var prompts: [String] = []
  private var lines: [String]
  private var time = ContinuousClock.now
  /// Looks at the source before it says that all must end.
  private var looksLeft: Int?
  let isInteractive: Bool

  init(_ lines: [String], isInteractive: Bool, endsAfter: Int?) {
    self.lines = lines
    self.isInteractive = isInteractive
    looksLeft = endsAfter
  }

  var now: ContinuousClock.Instant {
    time += .milliseconds(10)
    return time
  }

  var mustEnd: Bool {
    looksLeft = looksLeft.map { $0 - 1 }
    return looksLeft ?? 1 <= 0
  }

  /// While something runs a person waits a while before the next line.
  func nextLine(until deadline: ContinuousClock.Instant?) -> HeardLine {
    if mustEnd { return .end }
    if let deadline, patience > 0 || looksLeft != nil {
      patience -= 1
      time = max(time, deadline)
      return .nothing
    }
    patience = 40
    return lines.isEmpty ? .end : .line(lines.removeFirst())
  }

  /// How often it waits in vain while something runs.
  private var patience = 40

  func say(_ text: String) { said.append(text) }
  func prompt(_ text: String) { prompts.append(text) }
}
