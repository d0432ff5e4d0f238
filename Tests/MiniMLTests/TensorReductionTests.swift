import Testing

@testable import MiniML

/// Reductions against the plain form, and what they do with nothing and with no number.
@Suite struct TensorReductionTests {
  static let tolerance: Float = 1e-5

  @Test(arguments: AxisCase.all)
  func `a reduction along an axis is that of each of its lines`(axis: AxisCase) {
    let (x, a) = (axis.tensor(), axis.axis)
    expect(x.sum(axis: a), Plain.reduce(x, a) { $0.reduce(0, +) })
    expect(x.product(axis: a), Plain.reduce(x, a) { $0.reduce(1, *) })
    #expect(x.maximum(axis: a) == Plain.reduce(x, a) { $0.max() ?? -.infinity })
    #expect(x.minimum(axis: a) == Plain.reduce(x, a) { $0.min() ?? .infinity })
    let sums = x.cumulativeSum(axis: a)
    #expect(sums.shape == axis.shape)
    guard axis.length > 0 else { return }
    expect(x.mean(axis: a), Plain.reduce(x, a) { $0.reduce(0, +) / Float($0.count) })
    expect(x.variance(axis: a), Plain.reduce(x, a) { Self.squares($0) / Float($0.count) })
    expect(sums.select(axis.length - 1, axis: a), x.sum(axis: a))
    expect(x.standardDeviation(axis: a), x.variance(axis: a).map { $0.squareRoot() })
    guard axis.length > 1 else { return }
    expect(x.variance(axis: a, correction: 1), Plain.reduce(x, a) { Self.squares($0) / Float($0.count - 1) })
  }

  @Test(arguments: AxisCase.all)
  func `keeping an axis leaves it with length one`(axis: AxisCase) {
    let (x, a) = (axis.tensor(), axis.axis)
    let shape = axis.shape(1)
    #expect(x.sum(axis: a, keeping: true).shape == shape)
    #expect(x.maximum(axis: a - axis.shape.count, keeping: true).shape == shape)
    #expect(x.mean(axes: [a], keeping: true).shape == shape)
    #expect(x.sum(axis: a, keeping: true).data == x.sum(axis: a).data)
  }

  @Test(arguments: [[], [0], [1], [3], [0, 1], [2, 1], [0, 2], [1, 3], [-1, 0, -3], [0, 1, 2, 3]])
  func `several axes reduce as one after the other`(axes: [Int]) {
    var source = RandomSource(seed: 3)
    let x = Tensor.normal([3, 4, 2, 5], &source)
    let order = axes.map { $0 < 0 ? $0 + 4 : $0 }.sorted(by: >)
    expect(x.sum(axes: axes), order.reduce(x) { $0.sum(axis: $1) })
    expect(x.mean(axes: axes), order.reduce(x) { $0.mean(axis: $1) })
    #expect(x.maximum(axes: axes) == order.reduce(x) { $0.maximum(axis: $1) })
    #expect(x.minimum(axes: axes, keeping: true) == order.reduce(x) { $0.minimum(axis: $1, keeping: true) })
  }

  @Test(arguments: AxisCase.all)
  func `the place of an extreme is the first that holds it`(axis: AxisCase) {
    // Few different numbers, so that many are equal.
    let x = axis.tensor().map { ($0 * 1.5).rounded() }
    let places = Plain.reduce(x, axis.axis) { line in
      Float(line.max().flatMap { line.firstIndex(of: $0) } ?? 0)
    }
    #expect(x.argmax(axis: axis.axis).map { Float($0) } == places.data)
    #expect((x * -1).argmin(axis: axis.axis) == x.argmax(axis: axis.axis))
  }

  @Test(arguments: [0, 1, 2])
  func `what is no number is not hidden by larger ones`(place: Int) {
    var x = Tensor(rows: [[1, 5, 2], [3, 1, 7]])
    x[0, place] = .nan
    #expect(x.maximum(axis: 1)[0].isNaN && x.maximum(axis: 1)[1] == 7)
    #expect(x.minimum(axis: 1)[0].isNaN && x.minimum(axis: 0)[place].isNaN)
    #expect(x.argmax(axis: 1) == [place, 2] && x.argmin(axis: 1) == [place, 1])
    #expect(x.maximum().scalar.isNaN && x.sum(axis: 1)[0].isNaN)
  }

  @Test func `long rows sum in many lanes to the same as float64`() {
    var source = RandomSource(seed: 4)
    for n in [31, 32, 33, 100, 1000, 100_003] {
      let x = Tensor.uniform([2, n], 0, 1, &source)
      let exact = (0..<2).map { row in x.row(row).data.reduce(0.0) { $0 + Double($1) } }
      for row in 0..<2 { #expect(abs(Double(x.sum(axis: 1)[row]) / exact[row] - 1) < 1e-6) }
    }
  }

  @Test func `comparisons make masks`() {
    let (x, y) = (Tensor(rows: [[1, 2], [3, .nan]]), Tensor([2, 2]))
    #expect((x .< y) == Tensor(rows: [[1, 0], [0, 0]]) && (x .<= y) == Tensor(rows: [[1, 1], [0, 0]]))
    #expect((x .> y) == Tensor(rows: [[0, 0], [1, 0]]) && (x .>= y) == Tensor(rows: [[0, 1], [1, 0]]))
    #expect((x .== y) == Tensor(rows: [[0, 1], [0, 0]]) && (x .!= y) == Tensor(rows: [[1, 0], [1, 1]]))
    #expect((x .> 2) == Tensor(rows: [[0, 0], [1, 0]]) && (x .== 1).countNonZero == 1)
    #expect((x .< 9).any && !(x .< 9).all && (y .== 2).all && !Tensor([]).any && Tensor([]).all)
  }

  @Test func `an axis that is not there stops with the shape`() async {
    let one = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 3]).maximum(axis: 2)
    }
    #expect(stopMessage(one).contains("maximum: no axis 2 in shape [2, 3]"))
    let twice = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 3]).sum(axes: [1, -1])
    }
    #expect(stopMessage(twice).contains("sum: no axes [1, -1] in shape [2, 3]"))
  }

  private static func squares(_ line: [Float]) -> Float {
    let mean = line.reduce(0, +) / Float(line.count)
    return line.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  private func expect(_ got: Tensor, _ expected: Tensor, _ location: SourceLocation = #_sourceLocation) {
    let size = max(1, expected.data.reduce(0) { max($0, abs($1)) })
    #expect(got.largestDifference(to: expected) <= Self.tolerance * size, sourceLocation: location)
  }
}
