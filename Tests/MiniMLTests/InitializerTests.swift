import Testing

@testable import MiniML

@Suite struct InitializerTests {
  private static let shape = [200, 300]

  /// The deviation that each law promises for weights `[200, 300]`.
  private static let laws: [(Initializer, Double)] = [
    (.zeros, 0), (.constant(3), 0), (.uniform(-1, 1), 1 / 3.0.squareRoot()), (.normal(deviation: 0.02), 0.02),
    (.truncatedNormal(deviation: 1), 0.8796),
    (.xavierUniform(), (2 / 500.0).squareRoot()), (.xavierNormal(), (2 / 500.0).squareRoot()),
    (.xavierNormal(gain: 3), 3 * (2 / 500.0).squareRoot()),
    (.heUniform(), (2 / 200.0).squareRoot()), (.heNormal(), (2 / 200.0).squareRoot()),
    (.heNormal(.outputs), (2 / 300.0).squareRoot()), (.heUniform(.inputs, .linear), (1 / 200.0).squareRoot()),
    (.heNormal(.inputs, .tanh), 5 / 3 / 200.0.squareRoot()),
    (.heNormal(.inputs, .leakyReLU(slope: 0.5)), (2 / 1.25 / 200).squareRoot()),
    (.orthogonal(), 1 / 300.0.squareRoot()),
  ]

  @Test(arguments: laws.indices)
  func `weights have the mean and deviation of their law`(index: Int) {
    let (law, deviation) = Self.laws[index]
    var source = RandomSource(seed: 4)
    let w = law(Self.shape, &source).data.map(Double.init)
    let mean = w.reduce(0, +) / Double(w.count)
    let variance = w.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(w.count)
    #expect(abs(mean - (law == .constant(3) ? 3 : 0)) <= 5 * deviation / Double(w.count).squareRoot())
    #expect(abs(variance.squareRoot() - deviation) <= 0.015 * deviation)
  }

  @Test func `uniform laws stay in their bounds and truncated ones in theirs`() {
    var source = RandomSource(seed: 5)
    let bound = Float((6 / 500.0).squareRoot())
    #expect(Initializer.xavierUniform()(Self.shape, &source).data.allSatisfy { abs($0) <= bound })
    #expect(Initializer.truncatedNormal(deviation: 0.5)(Self.shape, &source).data.allSatisfy { abs($0) <= 1 })
  }

  @Test func `the places of a convolution's kernel count towards its inputs and outputs`() {
    let fans = Initializer.fans([3, 5, 16, 32])
    #expect(fans.inputs == 240)
    #expect(fans.outputs == 480)
    #expect(Initializer.fans([7]).inputs == 1)
  }

  @Test(arguments: [[6, 6], [9, 4], [4, 9], [2, 2, 3, 5], [1, 1]])
  func `orthogonal weights have rows or columns at right angles`(shape: [Int]) {
    var source = RandomSource(seed: 6)
    let columns = shape.last ?? 1
    let w = Initializer.orthogonal(gain: 2)(shape, &source).reshaped([-1, columns])
    let isTall = w.shape[0] >= columns
    let product = isTall ? w.transposed.matmul(w) : w.matmul(w.transposed)
    for i in 0..<product.shape[0] {
      for j in 0..<product.shape[1] { #expect(abs(product[i, j] - (i == j ? 4 : 0)) < 1e-5) }
    }
  }
}
