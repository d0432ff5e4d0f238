import MiniML
import Testing

@Suite struct ScheduleTests {
  private static let schedules: [String: LearningRateSchedule] = [
    "constant": .constant(0.1),
    "step": .step(from: 0.1, factor: 0.5, every: 7),
    "exponential": .exponential(from: 0.1, factor: 0.9),
    "cosine": .cosine(from: 0.1, to: 0.01, steps: 59),
    "warmUp": .warmUp(steps: 10, startFactor: 0.1, then: .constant(0.1)),
    "warmUpCosine": .warmUp(steps: 10, startFactor: 0.1, then: .cosine(from: 0.1, to: 0.01, steps: 49)),
    "oneCycle": .oneCycle(highest: 0.1, steps: 60),
  ]

  @Test(arguments: schedules.keys.sorted())
  func `a schedule gives PyTorch's rates`(name: String) throws {
    let schedule = try #require(Self.schedules[name])
    let rates = try #require(try PyTorchReference.schedules()[name])
    for (step, expected) in rates.enumerated() {
      let rate = Double(schedule.rate(at: step))
      #expect(abs(rate - expected) <= 2e-6 * expected, "step \(step): \(rate), PyTorch \(expected)")
    }
    #expect(rates.count > 50)
  }

  @Test func `PyTorch recorded every schedule`() throws {
    #expect(Set(try PyTorchReference.schedules().keys) == Set(Self.schedules.keys))
  }

  @Test func `after its last step a schedule stays where it ended`() {
    #expect(LearningRateSchedule.cosine(from: 1, to: 0.25, steps: 10).rate(at: 10) == 0.25)
    #expect(LearningRateSchedule.cosine(from: 1, to: 0.25, steps: 10).rate(at: 99) == 0.25)
    let cycle = LearningRateSchedule.oneCycle(highest: 1, steps: 10)
    #expect(cycle.rate(at: 9) == cycle.rate(at: 50))
  }

  @Test func `schedules of no steps and steps below zero do not divide by zero`() {
    #expect(LearningRateSchedule.cosine(from: 1, to: 0.5, steps: 0).rate(at: 3) == 0.5)
    #expect(LearningRateSchedule.step(from: 1, factor: 0.5, every: 0).rate(at: 1) == 0.5)
    #expect(LearningRateSchedule.warmUp(steps: 0, startFactor: 0, then: .constant(1)).rate(at: 0) == 1)
    #expect(LearningRateSchedule.oneCycle(highest: 1, steps: 1).rate(at: 0).isFinite)
    #expect(LearningRateSchedule.exponential(from: 1, factor: 0.5).rate(at: -4) == 1)
  }
}
