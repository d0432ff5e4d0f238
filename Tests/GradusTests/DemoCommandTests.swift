import Demos
import Foundation
import Testing

@Suite struct DemoCommandTests {
  @Test(arguments: DemoCatalogue.all.map { $0.card.id })
  func `two runs of a demo with one seed are the same to the byte`(id: String) throws {
    let arguments = ["demo", id, "--json", "--steps", "50", "--seed", "1"]
    let (first, second) = (try Program().run(arguments), try Program().run(arguments))
    #expect(first.status == 0 && first.output == second.output)
    #expect(!first.output.isEmpty)
  }

  @Test(arguments: DemoCatalogue.all)
  func `a step is a JSON line with its number, metrics and whether it was the last`(type: any Demo.Type) throws {
    let lines = try Program().run("demo", type.card.id, "--json", "--steps", "50").lines.filter { !$0.isEmpty }
    let names = Set(type.init(settings: Settings(defaultsOf: type.card), seed: 1).metrics.map(\.name))
    for (index, line) in lines.enumerated() {
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      #expect(Set(row.keys).isSubset(of: ["step", "metrics", "done", "diverged"]))
      #expect(row["step"] as? Int == index + 1)
      #expect(Set((row["metrics"] as? [String: Any] ?? [:]).keys) == names)
      #expect(row["done"] as? Bool == (index == lines.count - 1))
    }
    #expect(!lines.isEmpty && lines.count <= 50)
  }

  @Test func `gradient descent makes 50 steps and the loss falls`() throws {
    let lines = try Program().run("demo", "gradient-descent", "--json", "--steps", "50", "--seed", "1").lines
    let losses = lines.compactMap { line -> Double? in
      let row = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (row?["metrics"] as? [String: Any])?["loss"] as? Double
    }
    #expect(losses.count == 50)
    #expect((losses.last ?? .infinity) < losses[0] / 10)
  }

  @Test func `a number that is not finite is null, and the line says diverged`() throws {
    let run = try Program().run("demo", "backpropagation", "--json", "--input", "log(x); x=-1")
    #expect(run.status == 0)
    let bad = run.lines.filter { $0.contains("null") }
    #expect(!bad.isEmpty && bad.allSatisfy { $0.contains(#""diverged":true"#) })
    #expect(!run.output.contains("nan") && !run.output.contains("inf,"))
  }

  @Test(arguments: ["80x24", "40x12", "1x1", "200x60"])
  func `a frame is as large as asked for`(size: String) throws {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    let run = try Program().run("demo", "self-attention", "--steps", "4", "--frame", size)
    #expect(run.status == 0)
    #expect(run.lines.count == parts[1] + 1)
    #expect(run.lines.allSatisfy { $0.count <= parts[0] })
  }

  @Test func `a knob set on the command line is in force, and typed text is taken`() throws {
    let slow = try Program().run("demo", "gradient-descent", "--steps", "5", "--set", "learning-rate=0.001")
    let quick = try Program().run("demo", "gradient-descent", "--steps", "5", "--set", "learning-rate=0.05")
    #expect(slow.output != quick.output)
    let typed = try Program().run("demo", "backpropagation", "--input", "u*v; u=2, v=3", "--json", "--steps", "30")
    #expect(typed.output.contains(#""output":6"#))
  }

  @Test func `the summary speaks the language asked for`() throws {
    #expect(try Program().run("demo", "gradient-descent", "--lang", "zh").output.contains("梯度下降"))
  }
}
