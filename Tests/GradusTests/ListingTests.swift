import Course
import Demos
import Testing

@Suite struct ListingTests {
  private static let written: Set = ["gradient-descent", "backpropagation", "self-attention"]

  @Test func `list shows every lesson with its state, and JSON the same`() throws {
    let program = try Program()
    let rows = try program.run("list", "--json").rows
    #expect(rows.count >= 100)
    #expect(Set(rows.compactMap { $0["id"] as? String }).count == rows.count)
    for row in rows {
      #expect(Set(row.keys).isSuperset(of: ["id", "kind", "needs", "state", "title"]))
      let isWritten = Self.written.contains(row["id"] as? String ?? "")
      #expect(row["state"] as? String == (isWritten ? "new" : "coming"))
    }
    let text = try program.run("list", "--lang", "zh")
    #expect(text.status == 0)
    for row in rows {
      let title = (row["title"] as? [String: String])?["zh"] ?? "?"
      #expect(text.lines.contains { $0.contains(row["id"] as? String ?? "?") && $0.contains(title) })
    }
  }

  @Test func `demos lists the catalogue with knobs and goals`() throws {
    let rows = try Program().run("demos", "--json").rows
    #expect(rows.compactMap { $0["id"] as? String } == DemoCatalogue.all.map { $0.card.id })
    for row in rows {
      #expect(Set(row.keys) == ["goal", "id", "knobs", "presets", "regions", "takesText", "title"])
      #expect(Set((row["goal"] as? [String: Any] ?? [:]).keys) == ["bound", "metric", "relation", "steps"])
    }
    let text = try Program().run("demos")
    for type in DemoCatalogue.all { #expect(text.output.contains(type.card.id + "  " + type.card.title.en)) }
  }

  @Test func `show prints a lesson as text without a control character`() throws {
    for (language, heading) in [("en", "First, a bet"), ("zh", "梯度下降")] {
      let shown = try Program().run("show", "gradient-descent", "--lang", language)
      #expect(shown.status == 0 && shown.output.contains(heading))
      #expect(shown.output.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    }
  }

  @Test func `the locale decides the language where none is asked for`() throws {
    let shown = try Program().run("show", "gradient-descent", environment: ["LANG": "zh_CN.UTF-8"])
    #expect(shown.output.contains("梯度"))
  }

  @Test func `status of a newcomer is all at nought and names what comes next`() throws {
    let status = try Program().run("status", "--json")
    #expect(status.status == 0)
    #expect(status.object["passed"] as? Int == 0 && status.object["written"] as? Int == 3)
    #expect(status.object["isSaving"] as? Bool == true)
    let next = try Program().run("next")
    #expect(next.output == "\(status.object["next"] as? String ?? "?")\n")
    #expect(try Program().run("next", "--json").object["state"] as? String == "new")
  }

  @Test func `doctor says what it finds, and ends with 1 where something is missing`() throws {
    let fine = try Program().run("doctor", "--json")
    #expect(fine.status == 0 && fine.rows.allSatisfy { $0["isFine"] as? Bool == true })
    let dumb = try Program().run("doctor", "--json", environment: ["TERM": "dumb"])
    #expect(
      dumb.status == 1 && dumb.rows.contains { $0["name"] as? String == "terminal" && $0["isFine"] as? Bool == false })
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a completion script is printed for each shell`(shell: String) throws {
    let script = try Program().run("completions", shell)
    #expect(script.status == 0 && script.output.contains("gradus"))
  }

  @Test func `every command explains itself`() throws {
    for command in ["list", "show", "demo", "demos", "quiz", "status", "next", "check", "doctor", "completions"] {
      let help = try Program().run(command, "--help")
      #expect(help.status == 0 && help.output.contains("USAGE: gradus \(command)"))
    }
    #expect(try Program().run("--version").output.contains("."))
  }
}
