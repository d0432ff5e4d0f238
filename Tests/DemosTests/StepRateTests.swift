import Demos
import Testing

@Suite struct StepRateTests {
  @Test func `nothing is said before steps were seen for a second`() {
    var rate = StepRate()
    #expect(rate.stepsPerSecond == nil)
    rate.note(step: 0, at: 10)
    rate.note(step: 9, at: 10.9)
    #expect(rate.stepsPerSecond == nil)
    rate.note(step: 10, at: 11)
    #expect(abs((rate.stepsPerSecond ?? 0) - 10) < 1e-9)
  }

  @Test(arguments: [1.0, 30, 2500])
  func `a steady run has its own speed, from the first number on`(speed: Double) {
    var rate = StepRate()
    for tick in 0...200 {
      rate.note(step: Int(Double(tick) * speed), at: Double(tick))
      guard tick > 0 else { continue }
      #expect(abs((rate.stepsPerSecond ?? 0) / speed - 1) < 1e-9)
      #expect(abs((rate.seconds(for: 100) ?? 0) - 100 / speed) < 1e-9)
    }
  }

  @Test func `a new speed is followed within seconds, without a jump`() {
    var rate = StepRate()
    var step = 0
    var seen: [Double] = []
    for tick in 0..<300 {
      step += tick < 100 ? 10 : 1
      rate.note(step: step, at: Double(tick) / 10)
      if let speed = rate.stepsPerSecond { seen.append(speed) }
    }
    #expect(zip(seen, seen.dropFirst()).allSatisfy { abs($0 - $1) < 5 })
    #expect(abs((seen.last ?? 0) - 10) < 1)
  }

  @Test func `a run that goes back is measured anew, one that stands has no time left`() {
    var rate = StepRate()
    for tick in 0..<5 { rate.note(step: tick * 10, at: Double(tick)) }
    rate.note(step: 3, at: 5)
    #expect(rate.stepsPerSecond == nil)
    for tick in 6..<20 { rate.note(step: 3, at: Double(tick)) }
    #expect(rate.stepsPerSecond == nil && rate.seconds(for: 10) == nil)
  }
}
