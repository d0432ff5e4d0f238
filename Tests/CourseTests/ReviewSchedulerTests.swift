import Course
import Foundation
import Testing

/// One row of `References/fsrs.json`.
private struct RecordedReview {
  let wait: TimeInterval
  let rating: Rating
  let phase: ReviewMemory.Phase
  let stability: Double
  let difficulty: Double
  let due: TimeInterval
  let retrievability: Double

  init(_ row: [Double]) throws {
    wait = row[0]
    rating = try #require(Rating(rawValue: Int(row[1])))
    let step = Int(row[3])
    phase =
      switch row[2] {
      case 1: .learning(step: step)
      case 3: .relearning(step: step)
      default: .review
      }
    (stability, difficulty, due, retrievability) = (row[4], row[5], row[6], row[7])
  }

  /// The histories that the reference package made under a name.
  static func histories(_ name: String) throws -> [[RecordedReview]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References/fsrs.json")
    let record = try JSONDecoder().decode([String: [[[Double]]]].self, from: Data(contentsOf: file))
    return try #require(record[name]).map { try $0.map(RecordedReview.init) }
  }
}

@Suite struct ReviewSchedulerTests {
  private static let start = Date(timeIntervalSince1970: 1_767_225_600)
  private static let schedulers: [(name: String, scheduler: ReviewScheduler)] = [
    ("usual", ReviewScheduler()),
    ("keen", ReviewScheduler(retention: 0.95, learningSteps: [300], longestInterval: 365)),
    ("plain", ReviewScheduler(learningSteps: [], relearningSteps: [])),
  ]

  @Test(arguments: schedulers.indices)
  func `random histories are scheduled as the reference package does`(_ index: Int) throws {
    let (name, scheduler) = Self.schedulers[index]
    for history in try RecordedReview.histories(name) {
      var (memory, now) = (ReviewMemory?.none, Self.start)
      for expected in history {
        now += expected.wait
        let recalled = memory.map { scheduler.retrievability($0, at: now) } ?? 0
        #expect(abs(recalled - expected.retrievability) < 1e-6)
        let next = scheduler.reviewed(memory, expected.rating, at: now)
        #expect(next.phase == expected.phase)
        #expect(next.due.timeIntervalSince(now) == expected.due)
        #expect(abs(next.stability - expected.stability) <= 1e-6 * max(1, expected.stability))
        #expect(abs(next.difficulty - expected.difficulty) <= 1e-6)
        memory = next
      }
    }
  }

  @Test func `an item remembered every time comes back after ever longer`() {
    let scheduler = ReviewScheduler()
    var (memory, now, waits) = (ReviewMemory?.none, Self.start, [TimeInterval]())
    for _ in 0..<8 {
      let next = scheduler.reviewed(memory, .good, at: now)
      waits.append(next.due.timeIntervalSince(now))
      (memory, now) = (next, next.due)
    }
    #expect(waits == waits.sorted())
    #expect(waits.first == 600)
  }

  @Test func `nine of ten are remembered when an item is due`() {
    let scheduler = ReviewScheduler()
    let memory = ReviewMemory(
      phase: .review, stability: 30, difficulty: 5, lastReview: Self.start, due: Self.start)
    #expect(abs(scheduler.retrievability(memory, at: Self.start + 30 * 86_400) - 0.9) < 1e-12)
  }

  @Test func `a clock that was set back counts as the same day`() {
    let scheduler = ReviewScheduler()
    let memory = scheduler.reviewed(nil, .good, at: Self.start)
    let earlier = scheduler.reviewed(memory, .good, at: Self.start - 3 * 86_400)
    let later = scheduler.reviewed(memory, .good, at: Self.start + 60)
    #expect(earlier.stability == later.stability)
    #expect(scheduler.retrievability(memory, at: Self.start - 86_400) == 1)
  }

  @Test func `no answers bring stability below its least or difficulty out of 1 to 10`() {
    let scheduler = ReviewScheduler()
    for rating in Rating.allCases {
      var (memory, now) = (scheduler.reviewed(nil, rating, at: Self.start), Self.start)
      for _ in 0..<200 {
        now += 3600
        memory = scheduler.reviewed(memory, rating, at: now)
        #expect(memory.stability >= 0.001 && memory.stability.isFinite)
        #expect((1...10).contains(memory.difficulty))
        #expect(memory.due > now)
      }
    }
  }
}
