import MiniML
import Testing

@Suite struct RandomSourceTests {
  @Test func `the same seed gives the same numbers and another seed others`() {
    var (a, b, c) = (RandomSource(seed: 1), RandomSource(seed: 1), RandomSource(seed: 2))
    let first = (0..<8).map { _ in a.next() }
    #expect(first == (0..<8).map { _ in b.next() })
    #expect(first != (0..<8).map { _ in c.next() })
  }

  @Test func `the first numbers are those of xoshiro256 starstar seeded by SplitMix64`() {
    // Computed by References/xoshiro.py from the authors' published algorithm.
    var source = RandomSource(seed: 42)
    #expect(source.next() == 1_546_998_764_402_558_742)
    #expect(source.next() == 6_990_951_692_964_543_102)
  }

  @Test func `normal numbers have mean zero and deviation one`() {
    var source = RandomSource(seed: 9)
    let numbers = (0..<20_000).map { _ in source.normal() }
    let mean = numbers.reduce(0, +) / 20_000
    let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 1) < 0.05)
  }

  @Test func `a shuffle keeps every element`() {
    var source = RandomSource(seed: 10)
    let shuffled = source.shuffled(Array(0..<50))
    #expect(shuffled != Array(0..<50))
    #expect(shuffled.sorted() == Array(0..<50))
  }

  @Test func `whole numbers below a bound are all reached`() {
    var source = RandomSource(seed: 11)
    let seen = Set((0..<200).map { _ in source.integer(below: 7) })
    #expect(seen == Set(0..<7))
  }
}
