import Demos
import Testing

@Suite struct HeadlessRunTests {
  @Test func `a run hands out a row a step and says which is the last`() throws {
    let rows = Array(try HeadlessRun(CountingDemo.self, steps: 3, seed: 7))
    #expect(
      rows.map(\.json) == [
        #"{"step":1,"metrics":{"sum":1.0,"seed":7.0},"done":false}"#,
        #"{"step":2,"metrics":{"sum":2.0,"seed":7.0},"done":false}"#,
        #"{"step":3,"metrics":{"sum":3.0,"seed":7.0},"done":true}"#,
      ])
  }

  @Test func `a number that is not finite is null, and the row says so`() {
    let row = HeadlessRun.Row(step: 2, metrics: [Metric("loss", .infinity), Metric("rate", 0.1)], isDone: true)
    #expect(row.json == #"{"step":2,"metrics":{"loss":null,"rate":0.1},"done":true,"diverged":true}"#)
  }

  @Test func `a finished demo ends the run before its steps are used up`() throws {
    let rows = Array(try HeadlessRun(CountingDemo.self, steps: 1000))
    #expect(rows.count == 200)
    #expect(rows.last?.isDone == true)
  }

  @Test func `text is typed before the first step, and refused text refuses the run`() throws {
    #expect(try Array(HeadlessRun(CountingDemo.self, steps: 1, text: "5"))[0].metrics[0].value == 6)
    #expect(throws: InputFault.self) { try HeadlessRun(CountingDemo.self, steps: 1, text: "x") }
  }

  @Test func `no steps give no rows`() throws {
    #expect(Array(try HeadlessRun(CountingDemo.self, steps: 0)).isEmpty)
  }
}
