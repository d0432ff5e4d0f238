import Foundation
import Testing

@Suite struct CheckCommandTests {
  private static let lesson = "Lessons/foundations/ml-basics/gradient-descent"

  @Test func `the program's own lessons have no fault`() throws {
    let checked = try Program().run("check")
    #expect(checked.status == 0 && checked.output.isEmpty, "\(checked.output)")
  }

  @Test func `all faults of a broken tree are told at once, each with its place`() throws {
    let program = try Program()
    let home = program.home
    let folder = try home.copyLessons()
    let other = "Lessons/foundations/dl-basics/backpropagation"
    // Broken YAML, a missing translation, a duplicate id, an unknown demo, a cycle of prerequisites.
    try home.change("\(Self.lesson)/quiz.yaml", "kind: single", to: "kind: [single")
    try FileManager.default.removeItem(atPath: "\(home.path)/\(other)/lesson.zh.md")
    try home.change("Lessons/course.yaml", "{id: kinds-of-learning,", to: "{id: what-is-ml,")
    try home.change("\(Self.lesson)/lesson.en.md", "```demo gradient-descent", to: "```demo gradient-decent")
    try home.change(
      "Lessons/course.yaml", "needs: [perceptron, gradient-descent]", to: "needs: [perceptron, backpropagation]")
    let checked = try program.run("check", folder)
    #expect(checked.status == 1)
    let faults = checked.lines.filter { !$0.isEmpty }
    // A file that is missing has no line.
    for fault in faults { #expect(fault.firstMatch(of: /^[^:]+(:\d+:\d+)?: \S/) != nil, "\(fault)") }
    #expect(faults.count { $0.firstMatch(of: /^[^:]+:\d+:\d+: \S/) != nil } >= faults.count - 1)
    for word in ["quiz.yaml", "lesson.zh.md", "what-is-ml", "gradient-decent", "gradient-descent", "in a circle"] {
      #expect(faults.contains { $0.contains(word) }, "\(word): \(checked.output)")
    }
    let rows = try program.run("check", folder, "--json").rows
    #expect(rows.count == faults.count)
    for row in rows { #expect(Set(row.keys) == ["column", "file", "line", "message"]) }
  }

  @Test func `a lesson added to the folder is listed, shown and checked`() throws {
    let program = try Program()
    let folder = try program.home.copyLessons()
    try program.home.change(
      "Lessons/course.yaml", "{id: linear-regression,",
      to: "{id: momentum, title: {en: Momentum, zh: 动量}}\n          - {id: linear-regression,")
    for (file, changes) in [
      ("lesson.en.md", [("id: gradient-descent", "id: momentum"), ("title: Gradient descent", "title: Momentum")]),
      ("lesson.zh.md", [("id: gradient-descent", "id: momentum"), ("title: 梯度下降", "title: 动量")]),
      ("quiz.yaml", [("- id: gd-", "- id: mo-")]),
    ] {
      let text = try String(contentsOfFile: "\(program.home.path)/\(Self.lesson)/\(file)", encoding: .utf8)
      try program.home.write(
        "Lessons/foundations/ml-basics/momentum/\(file)",
        changes.reduce(text) { $0.replacing($1.0, with: $1.1) })
    }
    let checked = try program.run("check", folder)
    #expect(checked.status == 0, "\(checked.output)")
    let rows = try program.run("list", "--json", "--lessons", folder).rows
    #expect(rows.first { $0["id"] as? String == "momentum" }?["state"] as? String == "new")
    #expect(try program.run("show", "momentum", "--lessons", folder, "--lang", "zh").output.contains("动量"))
    #expect(try program.run("quiz", "momentum", "--json", "--lessons", folder).rows.count == 10)
  }
}
