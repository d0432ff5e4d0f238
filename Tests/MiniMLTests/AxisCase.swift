import MiniML
import Testing

/// A shape and one of its axes, to try everything that works along an axis.
struct AxisCase: Sendable, CustomStringConvertible {
  let shape: [Int]
  let axis: Int

  static let shapes = [
    [1], [7], [33], [2, 3], [3, 1], [1, 5], [33, 17], [2, 3, 4], [4, 1, 3], [2, 3, 2, 3], [0], [0, 3], [3, 0, 2],
  ]
  static let all = shapes.flatMap { shape in shape.indices.map { AxisCase(shape: shape, axis: $0) } }

  var description: String { "\(shape) along \(axis)" }
  var length: Int { shape[axis] }

  func tensor(seed: UInt64 = 1) -> Tensor {
    var source = RandomSource(seed: seed)
    return .normal(shape, &source)
  }

  /// The index with another place along the axis.
  func index(_ index: [Int], _ place: Int) -> [Int] {
    var result = index
    result[axis] = place
    return result
  }

  /// The shape with another length of the axis.
  func shape(_ length: Int) -> [Int] { index(shape, length) }
}

/// What a process that stopped wrote to its standard error.
func stopMessage(_ result: ExitTest.Result?) -> String {
  String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
}
