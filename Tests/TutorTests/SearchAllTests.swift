import Course
import Support
import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct SearchAllTests {
  private static let index = SearchIndex(Repository.course, in: CourseFolder(Repository.lessons))

  private func search(_ text: String, language: Language = .en) -> Learner {
    let learner = Learner(language: language)
    learner.press(.control("f"))
    learner.type(text)
    learner.settle()
    return learner
  }

  // MARK: The index

  @Test(arguments: Language.allCases)
  func `every word of every lesson's prose is found where it stands`(language: Language) throws {
    for entry in Repository.course.entries.filter(\.isWritten) {
      let text = try #require(CourseFolder(Repository.lessons).lesson(entry).value?.texts[language])
      for passage in LessonPassage.all(of: text).prefix(12) {
        let words = String(passage.lines[0].prefix(18))
        let found = Self.index.find(words, first: language)
        #expect(
          found.contains { $0.lesson == entry.id && $0.language == language && $0.block == passage.block },
          "\(entry.id): \(words)")
      }
    }
  }

  @Test func `case never counts, and the match is where it is said to be`() {
    let found = Self.index.find("GRADIENT  Descent", first: .en)
    #expect(!found.isEmpty)
    for finding in found {
      let match = Array(finding.line)[finding.range]
      #expect(String(match).lowercased() == "gradient descent")
    }
  }

  @Test func `the learner's own language comes first`() {
    let languages = Self.index.find("Adam", first: .zh).map(\.language)
    #expect(languages.first == .zh && languages.last == .en)
    #expect(languages == languages.filter { $0 == .zh } + languages.filter { $0 == .en })
  }

  @Test(arguments: ["", "   ", "zzzzqq"])
  func `nothing is found for nothing`(query: String) { #expect(Self.index.find(query, first: .en).isEmpty) }

  @Test func `the findings end at the limit`() {
    #expect(Self.index.find("e", first: .en, limit: 20).count == 20)
  }

  @Test func `a long line is cut around its match`() {
    let line = String(repeating: "a ", count: 60) + "MATCH" + String(repeating: " b", count: 60)
    let finding = SearchFinding(
      lesson: "x", language: .en, block: 0, nth: 0, query: "match", line: line, range: 120..<125)
    for width in [8, 20, 40, 80] {
      let text = FindingLine(finding: finding, theme: .standard(colors: .none)).text(width: width)
      #expect(text.width <= width && text.plain.contains("MATCH"), "\(text.plain)")
    }
  }

  // MARK: The screen

  @Test func `findings show lesson and context, and Enter goes to the very line`() {
    let learner = search("learning rate")
    #expect(learner.sees(learner.words("search-all.title")))
    #expect(
      learner.lines.contains { $0.contains("❯") && $0.lowercased().contains("learning rate") },
      "\(learner.surface.text)")
    learner.press(.enter)
    learner.settle()
    #expect(learner.sees("learning rate"))
    #expect(learner.statusLine.contains("“learning rate”"), "\(learner.statusLine)")
  }

  @Test func `every finding leads to a screen that shows it`() {
    let learner = search("gradient")
    let count = Self.index.find("gradient", first: .en).filter { $0.language == .en }.count
    #expect(count > 3)
    for row in 0..<min(count, 12) {
      learner.press(.down, times: row)
      learner.press(.enter)
      learner.settle()
      #expect(learner.surface.text.lowercased().contains("gradient"), "finding \(row)")
      learner.press(.escape, .escape)
      if !learner.sees(learner.words("search-all.title")) { learner.press(.escape) }
      #expect(learner.sees(learner.words("search-all.title")), "finding \(row): \(learner.surface.text)")
      learner.press(.pageUp, times: 5)
    }
  }

  @Test func `back comes to the search with its text and its selection`() {
    let learner = search("loss")
    learner.press(.down, .down)
    let page = learner.lines.dropLast()
    learner.press(.enter)
    learner.settle()
    learner.press(.escape, .escape)
    #expect(learner.lines.dropLast() == page)
    learner.press(.escape)
    #expect(learner.statusLine.contains("lessons passed"))
    learner.press(.altLeft)
    learner.settle()
    #expect(learner.lines.dropLast() == page)
  }

  @Test func `a finding in the other language is shown in it, which is said`() {
    let learner = search("鞍点")
    learner.press(.enter)
    learner.settle()
    #expect(learner.context.language == .zh && learner.sees("鞍点"))
    #expect(learner.statusLine.contains(learner.words("search-all.language").prefix(8)))
  }

  @Test func `what is in no lesson says so`() {
    let learner = search("zzzzqq")
    #expect(learner.sees(learner.words("search-all.none", ["text": "zzzzqq"])))
    learner.press(.enter)
    #expect(learner.statusLine.contains("zzzzqq"))
  }

  @Test func `Enter right after the last letter takes that letter into account`() {
    let learner = search("momentu")
    learner.press(.character("m"), .enter)
    learner.settle()
    #expect(learner.statusLine.contains("“momentum”"))
  }

  @Test func `nothing trains behind the search`() {
    let learner = Learner(.lesson("gradient-descent", .demo))
    learner.settle()
    learner.press(.character(" "))
    learner.press(.control("f"))
    learner.press(.escape)
    learner.settle()
    #expect(learner.lines.contains { $0.contains("‖") })
  }

  @Test(arguments: testSizes + [Size(width: 24, height: 8)], Language.allCases)
  func `it draws at every size`(size: Size, language: Language) {
    let learner = search(language == .zh ? "梯度" : "gradient", language: language)
    learner.size = size
    learner.settle()
    #expect(Picture.faults(learner.surface).isEmpty)
    learner.context.look = .ascii
    #expect(Picture.drawnBeyondASCII(learner.surface).isEmpty)
  }
}
