import Foundation
import Testing
import Wording

@testable import Course
@testable import Markup

private let run = RunFault.unknownKnob("rat", known: ["rate"])

/// One of each kind, so that none is without its sentence.
private let kinds: [CourseFault.Kind] = [
  .missingFile, .unreadableFile(reason: "r"), .notUTF8, .tooLarge(limit: 1), .strayFolder("a", known: []),
  .brokenYAML(reason: "r"), .repeatedKey("k"), .missingKey("k", of: "x"), .unknownKey("k", of: "x", known: []),
  .wrongShape(key: "k", expected: .range, got: "g"), .outOfRange(key: "k", expected: "e", got: "g"),
  .notOneOf(key: "k", got: "g", known: ["a"]), .badID("A"),
  .repeatedID("a", of: .lesson, firstFile: "f", firstLine: 1), .unknownName("a", of: .demo, known: []), .circle(["a"]),
  .idDiffersFromFolder(id: "a", folder: "b"), .titleDiffers(got: "a", expected: "b"), .uncited("a", .resource),
  .missingTranslation(.zh, key: "k"), .languagesDiffer(.headings, en: "a", zh: "b"), .missingFrontMatter,
  .badFence(fence: "try", reason: .twoChoicesAtLeast), .badSetting("a", reason: .repeated),
  .badClaim("a", at: 0, .empty), .markup(.unclosedFrontMatter), .badQuestion("a", .noSolution),
  .badQuiz(.objectiveUnasked("a")), .runFailed(run), .claimFails(claim: "c", left: 1, right: 2),
  .noChoiceHolds(holding: ["a", "b"]), .noChoiceHolds(holding: []), .notFinite(metric: "m", step: 1),
  .startReachesGoal(claim: "c"), .solutionMisses(claim: "c", solution: "s"),
  .figureDiffers(metric: "m", expected: 1, got: 2, tolerance: 0.1), .snippet(.failed(lastLine: "l")),
]

@Suite struct FaultSentencesTests {
  @Test(arguments: kinds)
  func `every fault has a sentence on one line, after its place`(kind: CourseFault.Kind) {
    let line = FaultSentences.line(CourseFault(file: "f.md", line: 3, column: 7, kind: kind))
    #expect(line.hasPrefix("f.md:3:7: "))
    #expect(line.count > 25)
    #expect(!line.contains("\n"))
  }

  @Test func `a fault of a whole file stands at its beginning`() {
    let line = FaultSentences.line(CourseFault(file: "f.md", line: 0, column: 0, kind: .notUTF8))
    #expect(line == "f.md:1:1: the file is not UTF-8 text; save it as UTF-8")
  }

  @Test func `a long list of known names is cut, and the near ones are still found`() {
    let known = (0..<100).map { "demo-number-\($0)" }
    let fault = CourseFault(file: "f", line: 1, column: 1, kind: .unknownName("demo-numbr-42", of: .demo, known: known))
    #expect(FaultSentences.sentence(fault).contains("or one of 92 more"))
    #expect(FaultSentences.sentence(fault).contains("did you mean `demo-number-42`"))
  }
}

@Suite struct HostileFileTests {
  /// Bytes deleted, doubled, swapped and replaced at random places, the same ones every time.
  private func spoilt(_ text: String, seed: UInt64) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, bound)))
    }
    var characters = Array(text)
    let marks = Array("{}[]:,-&*!|>'\"%@`#$\\\n\t 0中\u{1B}")
    for _ in 0..<(1 + next(12)) {
      let place = next(characters.count)
      switch next(3) {
      case 0: characters.remove(at: place)
      case 1: characters.insert(marks[next(marks.count)], at: place)
      default: characters[place] = marks[next(marks.count)]
      }
    }
    return String(characters)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `no spoilt file makes the checker trap or hang`(seed: UInt64) throws {
    let course = try TemporaryCourse()
    let lesson = TemporaryCourse.lesson
    for file in ["course.yaml", "glossary.yaml", "\(lesson)/quiz.yaml", "\(lesson)/lesson.en.md"] {
      let url = course.url.appending(path: file)
      try course.write(file, spoilt(String(contentsOf: url, encoding: .utf8), seed: seed))
    }
    for fault in course.faults(run: true) {
      #expect(!fault.contains("\u{1B}"))
      #expect(!fault.contains("\n"))
    }
  }
}
