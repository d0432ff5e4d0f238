import MiniML
import Testing

@Suite struct TensorPrintingTests {
  private func lines(_ tensor: Tensor) -> [String] { "\(tensor)".split(separator: "\n").map(String.init) }

  @Test func `the example of the description holds`() {
    #expect(lines(Tensor(rows: [[1, 2.5], [-10, .nan]])) == ["Tensor [2, 2]", "    1.0    2.5", "  -10.0    nan"])
  }

  @Test func `numbers take the digits that they need, four at most`() {
    #expect(lines(Tensor([0.1, 0.25, 100.125])) == ["Tensor [3]", "    0.100    0.250  100.125"])
    #expect(lines(Tensor([1.0 / 3, 2])) == ["Tensor [2]", "  0.3333  2.0000"])
    #expect(lines(Tensor(3.25)) == ["Tensor []", "  3.25"])
    #expect(lines(Tensor.zeros([2, 0])) == ["Tensor [2, 0] (empty)"])
  }

  @Test func `very large and very small numbers have exponents`() {
    #expect(lines(Tensor([1e-8, 1, .infinity, -1e9])) == ["Tensor [4]", "   1e-08   1e+00     inf  -1e+09"])
    #expect(lines(Tensor([2e-8, 0])) == ["Tensor [2]", "  2e-08  0e+00"])
    #expect(lines(Tensor([-.infinity, .nan])) == ["Tensor [2]", "  -inf   nan"])
  }

  @Test func `matrices of more axes stand under their index`() {
    #expect(
      lines(Tensor.arange(8).reshaped([2, 1, 2, 2])) == [
        "Tensor [2, 1, 2, 2]", "[0, 0]", "  0  1", "  2  3", "[1, 0]", "  4  5", "  6  7",
      ])
  }

  @Test func `long rows and many rows keep their first and last`() {
    #expect(
      lines(Tensor.arange(1000)) == [
        "Tensor [1000]", "    0    1    2    3    4    5    6  ...  993  994  995  996  997  998  999",
      ])
    let tall = lines(Tensor.arange(100).reshaped([100, 1]))
    #expect(tall.count == 20 && tall[1] == "   0" && tall[10] == "  ..." && tall[19] == "  99")
  }

  @Test(arguments: [
    [], [1], [500], [20, 1], [19, 3], [100, 100], [3, 40, 2], [50, 3, 3], [20, 30, 40, 5], [4, 1, 1, 1], [2, 0, 3],
    [Int](repeating: 1, count: 40),
  ])
  func `nothing is wider than 80 columns or longer than 20 lines`(shape: [Int]) {
    var source = RandomSource(seed: 1)
    for scale: Float in [1, 1e-6, 1e9] {
      let lines = lines(Tensor.normal(shape, &source) * scale)
      #expect(lines.count <= 20 && lines.allSatisfy { $0.count <= 80 })
      #expect(
        Set(lines.dropFirst().filter { $0.contains(where: \.isNumber) && $0.first == " " }.map(\.count)).count <= 1)
    }
  }
}
