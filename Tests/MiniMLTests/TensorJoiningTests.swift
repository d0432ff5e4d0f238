import Testing

@testable import MiniML

/// Joining, cutting, padding and repeating.
@Suite struct TensorJoiningTests {
  @Test(arguments: AxisCase.all)
  func `what is cut along an axis joins to the whole`(axis: AxisCase) {
    let x = axis.tensor()
    let sizes = [axis.length / 3, 0, axis.length - axis.length / 3]
    let parts = x.split(sizes: sizes, axis: axis.axis)
    #expect(parts.map(\.shape) == sizes.map { axis.shape($0) })
    #expect(Tensor.concatenate(parts, axis: axis.axis) == x)
    #expect(Tensor.concatenate(parts.map { $0 }, axis: axis.axis - axis.shape.count) == x)
    #expect(x.split(into: 1, axis: axis.axis) == [x])
  }

  @Test(arguments: AxisCase.all)
  func `stacked tensors are the places of a new axis`(axis: AxisCase) {
    let parts = (1...3).map { axis.tensor(seed: $0) }
    let stacked = Tensor.stack(parts, axis: axis.axis)
    var shape = axis.shape
    shape.insert(3, at: axis.axis)
    #expect(stacked.shape == shape)
    for (i, part) in parts.enumerated() { #expect(stacked.select(i, axis: axis.axis) == part) }
    #expect(Tensor.stack(parts, axis: -1).shape == axis.shape + [3])
  }

  @Test(arguments: AxisCase.all)
  func `padding surrounds an axis with one value`(axis: AxisCase) {
    let x = axis.tensor()
    let padded = x.padded(before: 2, after: 1, axis: axis.axis, with: 9)
    let expected = Plain.tensor(axis.shape(axis.length + 3)) { index in
      let place = index[axis.axis] - 2
      return place >= 0 && place < axis.length ? x[at: axis.index(index, place)] : 9
    }
    #expect(padded == expected)
  }

  @Test func `an axis is tiled as a whole or repeated place by place`() {
    let x = Tensor(rows: [[1, 2], [3, 4]])
    #expect(x.tiled(2, axis: 1) == Tensor(rows: [[1, 2, 1, 2], [3, 4, 3, 4]]))
    #expect(x.repeatedEach(2, axis: 1) == Tensor(rows: [[1, 1, 2, 2], [3, 3, 4, 4]]))
    #expect(x.tiled(0).shape == [0, 2])
    #expect(Tensor([1, 2]).expanded(to: [2, 2]) == Tensor(rows: [[1, 2], [1, 2]]))
    #expect(Tensor(rows: [[1], [2]]).expanded(to: [2, 3]) == Tensor(rows: [[1, 1, 1], [2, 2, 2]]))
  }

  @Test func `shapes that do not join stop with both`() async {
    let join = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.concatenate([Tensor.zeros([2, 3]), Tensor.zeros([3, 3])], axis: 1)
    }
    #expect(stopMessage(join).contains("concatenate: shapes [2, 3] and [3, 3] do not fit"))
    let stack = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.stack([Tensor.zeros([2]), Tensor.zeros([3])])
    }
    #expect(stopMessage(stack).contains("stack: shapes [2] and [3] do not fit"))
    let split = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 3]).split(into: 2, axis: 1)
    }
    #expect(stopMessage(split).contains("split: axis 1 of shape [2, 3] is not 2 equal parts"))
    let expand = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 3]).expanded(to: [2, 1])
    }
    #expect(stopMessage(expand).contains("expand: shapes [2, 3] and [2, 1] do not fit"))
  }
}
