import Testing
import Wording

@testable import Course

/// Prints what it was told to.
private struct PretendPython: SnippetJudge {
  let outcome: SnippetOutcome

  func run(_ source: String, needs: [String]) -> SnippetOutcome { outcome }
}

@Suite struct RunCheckerTests {
  private func faults(_ outcome: SnippetOutcome) throws -> [String] {
    let course = try TemporaryCourse()
    let checker = CourseChecker(
      facts: PretendDemo.facts, judge: PretendJudge(), snippets: PretendPython(outcome: outcome))
    return checker.check(course.folder).map(FaultSentences.sentence)
  }

  @Test(arguments: [SnippetOutcome.printed("loss 0.104\n"), .printed("noise\n\n 0.1035 \n\n"), .unavailable])
  func `a snippet that gives the figure, or cannot run here, is no fault`(outcome: SnippetOutcome) throws {
    #expect(try faults(outcome) == [])
  }

  @Test(arguments: [
    (SnippetOutcome.printed("0.2\n"), "the snippet prints 0.2; expected 0.104 within 0.001"),
    (.printed("done\n"), "the snippet prints no number; got `done\n`; print the figure last"),
    (.printed(""), "the snippet prints no number; got ``; print the figure last"),
    (.printed("nan"), "the snippet prints nan; expected 0.104 within 0.001"),
    (.failed(lastLine: "NameError: name 'w'"), "the snippet ends with an error: NameError: name 'w'"),
  ])
  func `a snippet that gives another figure is a fault in both languages`(
    outcome: SnippetOutcome, sentence: String
  ) throws {
    #expect(try faults(outcome) == [sentence, sentence])
  }

  @Test(
    arguments: [
      ("loss: 0.104", 0.104), ("a 1 b 2", 2), ("[0.5, 1e-3]", 0.001), ("-3", -3), ("1\n\n", 1), ("x", nil),
      ("w=2.5", 2.5), ("50%", 50),
    ] as [(String, Double?)])
  func `the last number of the last line counts`(text: String, number: Double?) {
    #expect(SnippetOutcome.lastNumber(in: text) == number)
  }

  @Test(arguments: [
    ("loss < 0.11", true), ("loss < 0.01", false), ("loss at 0 == 9", true), ("loss == 9 at 0", true),
    ("loss at 5 > loss", true), ("loss ≈ 0.1 ± 0.01", true), ("loss <= 1 within 4", false),
    ("loss <= 1 within 5", true),
    ("loss <= 1 within 999", true), ("0.1 < loss", true), ("loss < inf", true),
  ])
  func `a claim holds or not by the run alone`(text: String, holds: Bool) throws {
    let trace = try PretendJudge().run(RunRequest(demo: "gradient-descent", steps: 10), .en)
    #expect(try Claim.parse(text).holds(in: trace, steps: 10) == holds)
  }

  @Test func `not-a-number satisfies nothing, and an unknown metric is neither true nor false`() throws {
    let trace = RunTrace(metrics: ["loss"], rows: [[.nan]])
    for relation in ["<", "<=", ">", ">=", "=="] {
      #expect(try Claim.parse("loss \(relation) 1").holds(in: trace, steps: 3) == false)
    }
    #expect(try Claim.parse("los < 1").holds(in: trace, steps: 3) == nil)
  }
}
