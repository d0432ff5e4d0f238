import Testing

@testable import MiniML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct RotaryPositionsTests {
  private static func turned(
    _ x: [Float], at t: Int, _ pairing: RotaryPairing, back: Bool = false, in positions: Range<Int> = 0..<50
  ) -> [Float] {
    let (from, to) = (FloatMemory(x), FloatMemory(repeating: 9, count: x.count))
    RotaryPositions(positions: positions, d: x.count, pairing: pairing)
      .turn(row: t - positions.lowerBound, heads: 1, from.start, into: to.start, back: back)
    return to.numbers
  }

  @Test func `a head of two numbers is turned by its position in radians`() {
    for pairing in RotaryPairing.allCases {
      let turned = Self.turned([1, 0], at: 2, pairing)
      #expect(abs(turned[0] - Float(cos(2.0))) < 1e-7)
      #expect(abs(turned[1] - Float(sin(2.0))) < 1e-7)
    }
  }

  @Test func `the second pair of four numbers turns a hundred times more slowly`() {
    let neighbours = Self.turned([0, 0, 1, 0], at: 3, .neighbours)
    let halves = Self.turned([0, 1, 0, 0], at: 3, .halves)
    let expected: [Float] = [0, 0, Float(cos(0.03)), Float(sin(0.03))]
    #expect(zip(neighbours, expected).allSatisfy { abs($0 - $1) < 1e-7 })
    #expect(zip(halves, [0, expected[2], 0, expected[3]]).allSatisfy { abs($0 - $1) < 1e-7 })
  }

  @Test(arguments: RotaryPairing.allCases, [2, 4, 6, 16, 34])
  func `turning back undoes the turn, and a start moves the positions`(_ pairing: RotaryPairing, _ d: Int) {
    let x = (0..<d).map { Float($0 * $0 % 7) - 3 }
    let there = Self.turned(x, at: 41, pairing)
    #expect(there != x)
    let back = Self.turned(there, at: 41, pairing, back: true)
    #expect(zip(back, x).allSatisfy { abs($0 - $1) < 2e-6 })
    #expect(Self.turned(x, at: 41, pairing, in: 40..<44) == there)
  }

  @Test(arguments: RotaryPairing.allCases)
  func `the product of a query and a key depends on their distance alone`(_ pairing: RotaryPairing) {
    let (q, k): ([Float], [Float]) = ([1, -2, 0.5, 3, 1, 1, -1, 2], [2, 1, -1, 0.5, 0, 3, 1, -2])
    func product(_ i: Int, _ j: Int) -> Float {
      zip(Self.turned(q, at: i, pairing), Self.turned(k, at: j, pairing)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(abs(product(7, 3) - product(44, 40)) < 1e-5)
    #expect(abs(product(7, 3) - product(7, 6)) > 1e-2)
  }
}
