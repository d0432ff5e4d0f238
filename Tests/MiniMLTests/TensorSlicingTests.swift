import Testing

@testable import MiniML

/// Slices, picks, joins and scatters against the plain form, index by index.
@Suite struct TensorSlicingTests {
  @Test(arguments: AxisCase.all, [1, 2, 3])
  func `a slice holds each step-th place of its range`(axis: AxisCase, step: Int) {
    let x = axis.tensor()
    for first in 0...min(2, axis.length) {
      for end in [first, (first + axis.length) / 2, axis.length] {
        let places = Array(stride(from: first, to: end, by: step))
        let expected = Plain.tensor(axis.shape(places.count)) { x[at: axis.index($0, places[$0[axis.axis]])] }
        #expect(x.slice(first..<end, axis: axis.axis, step: step) == expected)
        let zeros = Plain.tensor(axis.shape) { places.contains($0[axis.axis]) ? x[at: $0] : 0 }
        #expect(expected.unsliced(to: axis.shape, first..<end, axis: axis.axis, step: step) == zeros)
      }
    }
  }

  @Test func `any form of range slices`() {
    let x = Tensor.arange(6)
    #expect(x.slice(1..., axis: 0, step: 2).data == [1, 3, 5])
    #expect(x.slice(..<2, axis: -1).data == [0, 1])
    #expect(x.slice(2...3, axis: 0).data == [2, 3])
    #expect(x.reshaped([2, 3]).select(1, axis: 1).data == [1, 4])
    #expect(x.reshaped([2, 3]).select(1, axis: 0).shape == [3])
  }

  @Test(arguments: AxisCase.all)
  func `a flip reverses an axis`(axis: AxisCase) {
    let x = axis.tensor()
    #expect(
      x.flipped(axis: axis.axis)
        == Plain.tensor(axis.shape) { x[at: axis.index($0, axis.length - 1 - $0[axis.axis])] })
  }

  @Test(arguments: AxisCase.all)
  func `places are taken in the order of their indices, and added back`(axis: AxisCase) {
    let x = axis.tensor()
    let indices = (0..<(axis.length == 0 ? 0 : 5)).map { $0 * 7 % axis.length }
    let taken = x.take(indices, axis: axis.axis)
    #expect(taken == Plain.tensor(axis.shape(indices.count)) { x[at: axis.index($0, indices[$0[axis.axis]])] })
    var sum = Tensor.ones(axis.shape)
    sum.addPlaces(taken, indices, axis: axis.axis)
    let expected = Plain.tensor(axis.shape) { index in
      indices.reduce(1) { $1 == index[axis.axis] ? $0 + x[at: index] : $0 }
    }
    #expect(sum.largestDifference(to: expected) < 1e-6)
  }

  @Test(arguments: AxisCase.all)
  func `single numbers are gathered along an axis, and scattered back`(axis: AxisCase) {
    let x = axis.tensor()
    let shape = axis.shape(axis.length == 0 ? 0 : 2)
    let indices = (0..<Tensor.count(shape)).map { $0 * 5 % max(1, axis.length) }
    let order = Dictionary(uniqueKeysWithValues: zip(Plain.indices(of: shape), indices))
    let gathered = x.gatherElements(indices, axis: axis.axis)
    guard x.count > 0 else { return #expect(gathered.count == 0) }
    #expect(gathered == Plain.tensor(shape) { x[at: axis.index($0, order[$0] ?? -1)] })
    var sum = Tensor.zeros(axis.shape)
    sum.scatterAdd(gathered, indices, axis: axis.axis)
    let expected = Plain.tensor(axis.shape) { index in
      (0..<2).reduce(0) { order[axis.index(index, $1)] == index[axis.axis] ? $0 + x[at: index] : $0 }
    }
    #expect(sum.largestDifference(to: expected) < 1e-6)
  }

  @Test func `one place of each row is its class`() {
    let x = Tensor(rows: [[1, 2, 3], [4, 5, 6]])
    #expect(x.gatherElements([2, 0], axis: 1) == Tensor(rows: [[3], [4]]))
    #expect(Tensor.oneHot([2, -1, 0], classes: 3) == Tensor(rows: [[0, 0, 1], [0, 0, 0], [1, 0, 0]]))
  }

  @Test func `a mask chooses, fills and selects`() {
    let x = Tensor(rows: [[1, -2], [-3, 4]])
    #expect(Tensor.where(x .> 0, x, Tensor(0)) == Tensor(rows: [[1, 0], [0, 4]]))
    #expect(Tensor.where(Tensor([1, 0]), Tensor(rows: [[5], [6]]), x) == Tensor(rows: [[5, -2], [6, 4]]))
    #expect(x.filled(where: Tensor([0, 1]), with: 9) == Tensor(rows: [[1, 9], [-3, 9]]))
    #expect(x.selected(by: x .< 0) == Tensor([-2, -3]))
    #expect(x.selected(by: Tensor.zeros([2, 2])).shape == [0])
  }

  @Test func `what leaves an axis stops with the operation and the shape`() async {
    let slice = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 3]).slice(1..<4, axis: 1)
    }
    #expect(stopMessage(slice).contains("slice: no places 1..<4 by 1 along axis 1 of shape [2, 3]"))
    let take = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 3]).take([0, 2], axis: 0)
    }
    #expect(stopMessage(take).contains("take: no place 2 along axis 0 of shape [2, 3]"))
    let gather = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 3]).gatherElements([0, 1, 2], axis: 1)
    }
    #expect(stopMessage(gather).contains("gatherElements: 3 indices along axis 1 of shape [2, 3]"))
    let mask = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.where(Tensor.ones([4]), Tensor.zeros([2, 3]), Tensor(0))
    }
    #expect(stopMessage(mask).contains("where: shapes [2, 3] and [4] do not fit"))
  }
}
