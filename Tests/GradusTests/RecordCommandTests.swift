import Demos
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct RecordCommandTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = try Program()
  }

  /// Records to a file of that name; returns what is in it.
  private func record(_ name: String, _ arguments: String...) throws -> String {
    let path = "\(folder.path)/\(name)"
    let outcome = try program.run(["record"] + arguments.prefix(1) + [path] + arguments.dropFirst())
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errors)")
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  private func isWellFormed(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

  @Test(arguments: DemoCatalogue.all.map { $0.card.id })
  func `every demo is recorded, and twice the same to the byte`(id: String) throws {
    for name in ["a.cast", "a.svg"] {
      let first = try record(name, id, "--steps", "9", "--code", "--size", "120x40")
      #expect(first == (try record(name, id, "--steps", "9", "--code", "--size", "120x40")))
      #expect(name.hasSuffix("cast") || isWellFormed(first))
    }
  }

  @Test func `a cast has a picture for each step, at even times`() throws {
    let lines = try record("a.cast", "gradient-descent", "--steps", "20", "--fps", "5").split(separator: "\n")
    let times = lines.dropFirst().compactMap { Double($0.dropFirst().prefix { $0 != "," }) }
    let steps: [Double] = (0...20).map { Double($0) / 5 }
    #expect(times == steps + [6])
  }

  @Test func `a picture says in words what it shows, in the language asked for`() throws {
    let english = try record("a.svg", "gradient-descent", "--preset", "zigzag", "--steps", "34")
    #expect(english.contains("Gradient descent · step 34</title>") && english.contains("SGD zigzags"))
    let chinese = try record("a.svg", "gradient-descent", "--lang", "zh", "--steps", "34")
    #expect(chinese.contains("xml:lang=\"zh\"") && chinese.contains("梯度下降"))
  }

  @Test func `a moving picture moves`() throws {
    let film = try record("a.svg", "backpropagation", "--steps", "6", "--animated")
    #expect(film.contains("@keyframes") && isWellFormed(film))
  }

  @Test func `a screen of the tutor is reached by keys`() throws {
    let roadmap = try record("a.svg", "roadmap", "--screen")
    let lesson = try record("b.svg", "gradient-descent", "--screen", "--keys", "Tab .*12", "--lang", "zh")
    #expect(isWellFormed(roadmap) && roadmap.contains("Gradient descent"))
    #expect(isWellFormed(lesson) && lesson.contains("第 12 步"))
    #expect(lesson == (try record("b.svg", "gradient-descent", "--screen", "--keys", "Tab .*12", "--lang", "zh")))
  }

  @Test(arguments: [
    (["gradient-decent", "a.cast"], "gradient-descent"), (["gradient-descent", "a.gif"], ".svg"),
    (["gradient-descent", "a"], "no ending"), (["gradient-descent", "a.svg", "--preset", "zig"], "zigzag"),
    (["gradient-descent", "a.svg", "--set", "learning-rat=1"], "learning-rate"),
    (["gradient-descent", "a.svg", "--fps", "0"], "fps"), (["gradient-descent", "a.cast", "--animated"], ".svg"),
    (["gradient-descent", "a.svg", "--keys", "Tab"], "--screen"),
    (["backpropagation", "a.svg", "--input", "w*(2"], "^"),
    (["gradient-descent", "a.svg", "--screen", "--keys", "Entr"], "enter"),
    (["gradient-descent", "a.svg", "--screen", "--steps", "3"], "--keys"),
    (["gradient-decent", "a.svg", "--screen"], "gradient-descent"),
    (["gradient-descent", "a.svg", "--theme", "pink"], "light"),
  ])
  func `wrong usage ends with 64, names what was wrong and writes nothing`(arguments: [String], word: String) throws {
    var arguments = arguments
    arguments[1] = "\(folder.path)/\(arguments[1])"
    let outcome = try program.run(["record"] + arguments)
    #expect(outcome.status == 64 && outcome.errors.contains(word), "\(outcome.status) \(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: arguments[1]))
  }

  @Test func `a folder that is not there can not be written to, and a lesson that is coming not shown`() throws {
    let nowhere = try program.run("record", "gradient-descent", "\(folder.path)/no/a.svg", "--steps", "1")
    #expect(nowhere.status == 2 && nowhere.errors.contains("/no/a.svg") && nowhere.errors.contains("No such file"))
    let coming = try program.run("record", "linear-regression", "\(folder.path)/a.svg", "--screen")
    #expect(coming.status == 2 && coming.errors.contains("not written yet"))
  }
}
