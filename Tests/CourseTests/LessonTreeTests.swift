import Foundation
import Testing
import Wording

@testable import Course

/// The course that ships.
private let shipped: CourseFolder = {
  let tests = URL(filePath: #filePath).deletingLastPathComponent()
  return CourseFolder(tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Lessons").path)
}()

@Suite struct LessonTreeTests {
  @Test func `the whole tree is read without a fault`() throws {
    let reading = shipped.course()
    #expect(reading.faults.map(FaultSentences.line) == [])
    let course = try #require(reading.value)
    #expect(course.entries.count == 115)
    #expect(course.entries.count { $0.kind == .project } == 18)
    #expect(course.stages.map(\.number) == ["1", "2", "3", "4", "5-7"])
  }

  @Test func `the plan has the roadmap's figures`() throws {
    let plan = try #require(shipped.course().value?.plan)
    #expect(plan.months == 6...12)
    #expect([plan.theory, plan.practice, plan.news] == [10...15, 5...10, 2...3])
    #expect(plan.phases.map(\.months) == [1...2, 3...4, 5...6, 7...9, 10...12])
  }

  @Test func `every module has its place in the plan`() throws {
    let course = try #require(shipped.course().value)
    let planned = course.plan.phases.flatMap(\.modules)
    #expect(planned.sorted() == course.stages.flatMap { $0.modules.map(\.id) }.sorted())
  }

  @Test func `no lesson waits for one that comes after it in the roadmap`() throws {
    let entries = try #require(shipped.course().value).entries
    let position = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.id, $0) })
    for (index, entry) in entries.enumerated() {
      for need in entry.needs { #expect(try #require(position[need]) < index, "\(entry.id) needs \(need)") }
    }
  }

  @Test func `glossary and resources are read without a fault`() {
    #expect(shipped.glossary().faults.map(FaultSentences.line) == [])
    #expect(shipped.glossary().value?.count ?? 0 >= 30)
    #expect(shipped.resources().faults.map(FaultSentences.line) == [])
    #expect(shipped.resources().value?.count ?? 0 >= 55)
  }

  @Test(arguments: [
    "James", "Ng", "Goodfellow", "Vaswani", "Alammar", "Géron", "Howard", "He", "Radford", "Hoffmann", "Brown", "Weng",
    "Ramesh",
  ])
  func `the roadmap's authors are cited`(author: String) {
    let authors = shipped.resources().value?.flatMap(\.authors) ?? []
    #expect(authors.contains { $0.contains(author) })
  }

  @Test func `every written lesson opens in both languages`() throws {
    let course = try #require(shipped.course().value)
    let written = course.entries.filter(\.isWritten)
    #expect(written.count >= 3)
    for entry in written {
      let reading = shipped.lesson(entry)
      #expect(reading.faults.map(FaultSentences.line) == [])
      #expect(reading.value?.texts.count == 2)
    }
  }
}
