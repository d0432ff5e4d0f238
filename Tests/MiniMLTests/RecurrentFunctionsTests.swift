import Testing

@testable import MiniML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct RecurrentFunctionsTests {
  @Test func `sigmoid and tanh are within four units of the last place, and keep the special numbers`() {
    let numbers = (-4000...4000).map { Float($0) * 0.005 } + [1e-7, -1e-7, 1e-20, 0, 88, -87]
    for x in numbers {
      let (s, t) = (sigmoid(x), tanh(x))
      let exact = (1 / (1 + exp(-Double(x))), 1 - 2 / (exp(2 * Double(x)) + 1))
      #expect(abs(Double(s) - exact.0) <= 4 * Double(Float(exact.0).ulp))
      if abs(x) > 1e-3 { #expect(abs(Double(t) - exact.1) <= 4 * Double(Float(exact.1).ulp)) }
      if abs(x) <= 1e-3 { #expect(abs(t - (x - x * x * x / 3)) <= 2 * x.ulp) }
    }
    #expect(sigmoid(.infinity) == 1)
    #expect(sigmoid(-.infinity) == sigmoid(-87))
    #expect([tanh(.infinity), tanh(-.infinity)] == [1, -1])
    #expect(tanh(.nan).isNaN)
    #expect(tanh(-.nan).isNaN)
    #expect(sigmoid(.nan).isNaN)
  }

  private func tanh(_ x: Float) -> Float { RecurrentFunctions.tanh(Lanes(repeating: x))[5] }

  private func sigmoid(_ x: Float) -> Float { RecurrentFunctions.sigmoid(Lanes(repeating: x))[3] }
}
