import Testing

@testable import MiniML

@Suite struct TensorSortingTests {
  @Test(arguments: AxisCase.all, [false, true])
  func `lines are sorted, equal numbers in their order`(axis: AxisCase, descending: Bool) {
    let x = axis.tensor().map { ($0 * 2).rounded() }
    let order = x.argsort(axis: axis.axis, descending: descending)
    #expect(x.sorted(axis: axis.axis, descending: descending).data == x.gatherElements(order, axis: axis.axis).data)
    let places = Tensor(axis.shape, order.map { Float($0) })
    for line in Self.lines(axis) {
      let expected = line.indices.sorted {
        let (a, b) = (x[at: line[$0]], x[at: line[$1]])
        return a == b ? $0 < $1 : (a < b) != descending
      }
      #expect(line.map { Int(places[at: $0]) } == expected)
    }
  }

  @Test(arguments: AxisCase.all)
  func `the top numbers are the first of the descending order`(axis: AxisCase) {
    let x = axis.tensor().map { ($0 * 2).rounded() }
    for k in Set([0, 1, min(3, axis.length), axis.length]) where k <= axis.length {
      let (values, indices) = x.topK(k, axis: axis.axis)
      #expect(values == x.sorted(axis: axis.axis, descending: true).slice(0..<k, axis: axis.axis))
      #expect(values.data == x.gatherElements(indices, axis: axis.axis).data)
    }
  }

  @Test func `infinities sort as numbers, and what is no number as the largest`() {
    let x = Tensor([3, .nan, -.infinity, 0, .infinity, -0.0, -2])
    #expect(x.argsort() == [2, 6, 3, 5, 0, 4, 1])
    #expect(x.argsort(descending: true) == [1, 4, 0, 3, 5, 6, 2])
    #expect(x.topK(2).indices == [1, 4])
    #expect(Tensor([1, -.nan]).argsort() == [0, 1])
  }

  @Test func `unique numbers come ascending with their counts`() {
    let (values, counts) = Tensor([2, .nan, -1, 2, 0, -0.0, .nan, 2]).unique()
    #expect(values.data.dropLast() == [-1, 0, 2] && values[3].isNaN)
    #expect(counts == [1, 2, 3, 2])
    #expect(Tensor([]).unique().counts == [])
  }

  @Test func `more than there are stops with the shape`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 3]).topK(4)
    }
    #expect(stopMessage(result).contains("topK: no 4 numbers along axis -1 of shape [2, 3]"))
  }

  /// The indices of every line along the axis.
  private static func lines(_ axis: AxisCase) -> [[[Int]]] {
    Plain.indices(of: axis.shape(min(1, axis.length))).map { first in
      (0..<axis.length).map { axis.index(first, $0) }
    }
  }
}
