import Testing

/// The conversation through the command line's own pipes.
@Suite struct ScreenReaderTests {
  @Test func `lines come in and lines go out`() throws {
    let outcome = try Program().run(
      ["--screen-reader", "--lang", "en"], input: "\ngradient-descent\n3\nquit\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("You guessed 3; the run gave 10."))
    #expect(outcome.lines.dropLast().last == "Everything is kept. Goodbye.")
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: ["1", "yes", "true"])
  func `the environment switches it on`(value: String) throws {
    let outcome = try Program().run([], environment: ["GRADUS_SCREEN_READER": value], input: "2\n退出\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("路线图"))
  }

  @Test func `switched off in the environment the screen is asked for`() throws {
    let outcome = try Program().run([], environment: ["GRADUS_SCREEN_READER": "0"], input: "")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--screen-reader"))
  }

  @Test func `the end of the input is the end of the conversation`() throws {
    let outcome = try Program().run(["--screen-reader", "--lang", "en"], input: "")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Everything is kept."))
  }

  @Test func `a line without an end, wide characters and bytes that are no text are survived`() throws {
    let outcome = try Program().run(
      ["--screen-reader", "--lang", "zh"],
      input: "\n１\n\u{1B}[2J\u{9B}\u{202E}abc\n" + String(repeating: "长", count: 20_000) + "\nquit")
    #expect(outcome.status == 0)
    #expect(!outcome.output.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B || $0.value == 0x202E })
  }
}
