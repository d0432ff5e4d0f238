import MiniML

extension OperationSample {
  static let rearrangements = [
    OperationSample(.permute([2, 0, 1]), [[2, 3, 4]]),
    OperationSample(.reshape(to: [4, 6]), [[2, 3, 4]]),
    OperationSample(.columns(1..<3), [[2, 3, 4]]),
    OperationSample(.joinColumns, [[3, 2], [3, 4]]),
    OperationSample(.slice(1..<6, axis: 1, step: 2), [[2, 7, 3]]),
    OperationSample(.slice(2..<5, axis: -1), [[3, 5]], name: "slice of the last axis"),
    OperationSample(.flip(axis: 1), [[2, 3, 4]]),
    OperationSample(.take([3, 0, 3], axis: 1), [[2, 4, 3]]),
    OperationSample(.gatherElements([3, 0, 1, 1, 0, 2, 2, 2, 3, 1, 0, 0], axis: 2), [[2, 3, 4]]),
    OperationSample(
      .gatherElements([2, 1, 0, 2, 2, 1], axis: 0), [[3, 3]], name: "gatherElements of the first axis"),
    OperationSample(.concatenate(axis: 1), [[2, 1, 3], [2, 3, 3], [2, 2, 3]]),
    OperationSample(.pad(before: 1, after: 2, axis: 1, with: 0.5), [[2, 3, 4]]),
    OperationSample(.expand(to: [2, 3, 4]), [[3, 1]]),
    OperationSample(
      .choose(by: Tensor(rows: [[1, 0, 1, 0], [0, 0, 1, 1], [1, 1, 0, 0]])), [[3, 4], [4]]),
  ]
}
