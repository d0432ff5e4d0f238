import Course
import Language
import Testing

@Suite struct QuizCommandTests {
  init() { AssetFolder.set(Program.root.appending(path: "Assets").path) }

  @Test(arguments: ["gradient-descent", "backpropagation", "self-attention"])
  func `the lesson's own key is graded right in full`(id: String) throws {
    let program = try Program()
    let quiz = try #require(AnswerSheet.lesson(id)).quiz
    let file = try program.home.write("answers.json", try AnswerSheet.text(AnswerSheet.right(quiz)))
    let graded = try program.run("quiz", id, "--answers", file, "--json")
    #expect(graded.status == 0, "\(graded.output) \(graded.errors)")
    #expect(graded.object["score"] as? Double == 1 && graded.object["passed"] as? Bool == true)
    let rows = graded.object["questions"] as? [[String: Any]] ?? []
    #expect(rows.map { $0["id"] as? String } == quiz.questions.map(\.id))
    #expect(rows.allSatisfy { $0["verdict"] as? String == "right" })
  }

  @Test func `wrong answers end with 1 and their reasons`() throws {
    let program = try Program()
    let file = try program.home.write("answers.json", #"{"gd-one-step": 0.9, "gd-zigzag": 0}"#)
    let graded = try program.run("quiz", "gradient-descent", "--answers", file)
    #expect(graded.status == 1)
    #expect(graded.output.contains("You added") && graded.output.contains("skipped"))
  }

  @Test func `one question left out keeps a perfect rest from passing`() throws {
    let program = try Program()
    let quiz = try #require(AnswerSheet.lesson("gradient-descent")).quiz
    var answers = AnswerSheet.right(quiz)
    answers[quiz.questions[0].id] = nil
    let file = try program.home.write("answers.json", try AnswerSheet.text(answers))
    #expect(try program.run("quiz", "gradient-descent", "--answers", file).status == 1)
  }

  @Test(arguments: [
    ("not json", "JSON object"), ("[1, 2]", "JSON object"), (#"{"gd-one-stp": 1}"#, "Did you mean gd-one-step"),
    (#"{"gd-zigzag": "second"}"#, "position"), (#"{"gd-slow-loss": "no"}"#, "true or false"),
    (#"{"gd-tune-ravine": 0.09}"#, "knob"), (#"{"gd-adam-order": {"a": 1}}"#, "positions"),
  ])
  func `a file that is no sheet of answers is wrong usage`(text: String, word: String) throws {
    let program = try Program()
    let file = try program.home.write("answers.json", text)
    let graded = try program.run("quiz", "gradient-descent", "--answers", file)
    #expect(graded.status == 64 && graded.errors.contains(word), "\(graded.status) \(graded.errors)")
  }

  @Test func `an answer that can't be read is malformed, not wrong`() throws {
    let program = try Program()
    let file = try program.home.write("answers.json", #"{"gd-one-step": "ten", "gd-zigzag": 99}"#)
    let rows = try program.run("quiz", "gradient-descent", "--answers", file, "--json").object["questions"]
    let verdicts = (rows as? [[String: Any]] ?? []).filter { $0["verdict"] as? String == "malformed" }
    #expect(verdicts.compactMap { $0["id"] as? String } == ["gd-one-step", "gd-zigzag"])
  }

  @Test func `the questions are listed without their keys`() throws {
    let listed = try Program().run("quiz", "gradient-descent", "--json")
    #expect(listed.status == 0 && listed.rows.count == 10)
    for row in listed.rows { #expect(Set(row.keys) == ["choices", "id", "kind", "prompt"]) }
  }

  @Test func `grading a file keeps nothing`() throws {
    let program = try Program()
    let file = try program.home.write("answers.json", #"{"gd-one-step": 0.1}"#)
    _ = try program.run("quiz", "gradient-descent", "--answers", file)
    #expect(try program.run("status", "--json").object["answers"] as? Int == 0)
  }
}
