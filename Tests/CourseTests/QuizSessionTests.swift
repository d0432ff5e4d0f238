import Foundation
import Testing
import Wording

@testable import Course

private let same = Bilingual(both: "x")

private func session(_ count: Int = 3, seed: UInt64 = 1) -> QuizSession {
  let options =
    [QuizOption(Bilingual(both: "1"), isCorrect: true)] + (2...5).map { QuizOption(Bilingual(both: "\($0)")) }
  let questions = (0..<count).map {
    Question(
      id: "q\($0)", objective: "o", prompt: same, kind: .single(options),
      hints: [Bilingual(both: "h1"), Bilingual(both: "h2")], explanation: same)
  }
  return QuizSession(lesson: "l", quiz: Quiz(questions: questions), seed: seed)
}

extension QuizSession {
  /// Answers the question shown with the option at a position of the file.
  fileprivate mutating func choose(_ choice: Int) {
    guard let current else { return }
    submit(.choice(choice), Grader.grade(current, .choice(choice)))
  }
}

@Suite struct QuizSessionTests {
  @Test func `the same seed shows the same order, and seeds differ`() throws {
    let question = try #require(session().current)
    #expect(session(seed: 7).shownOrder(of: question) == session(seed: 7).shownOrder(of: question))
    #expect(Set((0..<20).map { session(seed: $0).shownOrder(of: question) }).count > 10)
    #expect(session().shownOrder(of: question).sorted() == [0, 1, 2, 3, 4])
  }

  @Test func `items to be ordered never start in order`() {
    let question = Question(
      id: "o", objective: "o", prompt: same, kind: .order([same, same, same]), explanation: same)
    for seed in 0..<100 as Range<UInt64> {
      let order = QuizSession(lesson: "l", quiz: Quiz(questions: [question]), seed: seed).shownOrder(of: question)
      #expect(order != [0, 1, 2])
      #expect(order.sorted() == [0, 1, 2])
    }
  }

  @Test func `every try and every hint costs, and a right answer settles`() {
    var session = session()
    session.choose(1)
    #expect(session.state(of: "q0").tries == 1)
    #expect(session.nextHint()?.en == "h1")
    session.choose(0)
    #expect(session.state(of: "q0").isRight)
    #expect(abs(session.state(of: "q0").earned - 0.75 * 0.9) < 1e-12)
    session.choose(1)
    #expect(session.state(of: "q0").tries == 2)
    #expect(session.state(of: "q0").isDone)
  }

  @Test func `hints are counted, can be read again, and end`() {
    var session = session()
    #expect(session.hintsShown.isEmpty)
    #expect(session.nextHint()?.en == "h1")
    #expect(session.nextHint()?.en == "h2")
    #expect(session.nextHint() == nil)
    #expect(session.hintsShown.map(\.en) == ["h1", "h2"])
  }

  @Test func `a malformed answer is no try`() {
    var session = session()
    session.choose(99)
    #expect(session.state(of: "q0").tries == 0)
    #expect(session.state(of: "q0").last?.grade.isMalformed == true)
    #expect(session.record(of: "q0", at: Date(timeIntervalSince1970: 0)) == nil)
  }

  @Test func `a skip is never done, and comes back`() {
    var session = session(2)
    session.skip()
    #expect(session.index == 1)
    session.choose(0)
    #expect(!session.isFinished)
    #expect(session.result.skipped == 1)
    #expect(!session.result.isPassed)
    session.advance()
    #expect(session.index == 0)
    session.choose(0)
    #expect(session.isFinished)
    #expect(session.result.skipped == 0)
    #expect(session.result.isPassed)
  }

  @Test func `giving up is done, earns nothing, and cannot be undone by answering`() {
    var session = session(1)
    session.reveal()
    session.choose(0)
    #expect(session.isFinished)
    #expect(session.result.score == 0)
    #expect(!session.result.isPassed)
  }

  @Test func `passing needs seven tenths of the score`() {
    var session = session(10)
    for index in 0..<10 {
      session.go(to: index)
      if index < 7 { session.choose(0) } else { session.reveal() }
    }
    #expect(session.result.right == 7)
    #expect(session.result.isPassed)
  }

  @Test func `an empty quiz is finished, never passed, and nothing breaks`() {
    var session = session(0)
    session.skip()
    session.choose(0)
    session.reveal()
    session.go(to: 5)
    #expect(session.current == nil)
    #expect(session.nextHint() == nil)
    #expect(!session.result.isPassed)
  }

  @Test func `an answer's record says what it earned and after how many tries`() throws {
    var session = session(1)
    session.choose(1)
    session.choose(0)
    let record = try #require(session.record(of: "q0", at: Date(timeIntervalSince1970: 5)))
    #expect(record.tries == 2)
    #expect(record.earned == 0.75)
    #expect(record.verdict == .right)
  }
}
