import Testing

@Suite struct UsageTests {
  @Test(arguments: [
    (["show", "gradient-decent"], "gradient-descent"), (["quiz", "self-atention"], "self-attention"),
    (["demo", "backpropogation"], "backpropagation"),
    (["demo", "gradient-descent", "--set", "learning-rat=1"], "learning-rate"),
    (["completions", "bsh"], "bash"),
  ])
  func `an unknown name ends with 64 and suggests the near one`(arguments: [String], near: String) throws {
    let outcome = try Program().run(arguments)
    #expect(outcome.status == 64)
    #expect(
      outcome.output.isEmpty && outcome.errors.contains("Did you mean ") && outcome.errors.contains(near),
      "\(outcome.errors)")
  }

  @Test(arguments: [
    (["demo", "gradient-descent", "--set", "learning-rate=fast"], "learning-rate"),
    (["demo", "gradient-descent", "--set", "learning-rate=99"], "expected"),
    (["demo", "gradient-descent", "--set", "learning-rate"], "knob=value"),
    (["demo", "gradient-descent", "--set", "surface=desert"], "ravine"),
    (["demo", "gradient-descent", "--steps", "-1"], "steps"),
    (["demo", "gradient-descent", "--steps", "many"], "steps"),
    (["demo", "gradient-descent", "--frame", "80by24"], "frame"),
    (["demo", "gradient-descent", "--frame", "0x24"], "frame"),
    (["demo", "gradient-descent", "--frame", "80x99999"], "frame"),
    (["demo", "backpropagation", "--input", "w*(2"], "    ^"),
    (["list", "--colour"], "--colour"), (["show", "gradient-descent", "--lang", "fr"], "lang"),
  ])
  func `wrong usage ends with 64 and names what was wrong`(arguments: [String], word: String) throws {
    let outcome = try Program().run(arguments)
    #expect(outcome.status == 64, "\(outcome.errors)")
    #expect(outcome.errors.contains(word), "\(outcome.errors)")
  }

  @Test func `a lesson that is coming, and a file that is not there, could not be done`() throws {
    let coming = try Program().run("show", "linear-regression")
    #expect(coming.status == 2 && coming.errors.contains("not written yet"))
    let missing = try Program().run("quiz", "gradient-descent", "--answers", "/nonexistent/answers.json")
    #expect(missing.status == 2 && missing.errors.contains("/nonexistent/answers.json"))
    let nowhere = try Program().run("list", "--lessons", "/nonexistent")
    #expect(nowhere.status == 2 && nowhere.errors.contains("/nonexistent"))
    #expect(try Program().run("check", "/nonexistent").status == 2)
  }

  @Test func `without a terminal the tutor does not start, and says why`() throws {
    let outcome = try Program().run([])
    #expect(outcome.status == 2 && outcome.errors.contains("terminal"), "\(outcome.status) \(outcome.errors)")
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func `without a folder to write to, reading still works`() throws {
    let home = try TemporaryFolder()
    let file = try home.write("file", "")
    let program = try Program()
    #expect(try program.run("list", environment: ["GRADUS_HOME": file]).status == 0)
    let status = try program.run("status", "--json", environment: ["GRADUS_HOME": file])
    #expect(status.status == 0 && status.object["isSaving"] as? Bool == false && !status.errors.isEmpty)
  }
}
