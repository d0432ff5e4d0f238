extension Plain {
  /// A tensor number by number: `make` gives the one at an index. Every slice, join and pick is one line of it.
  static func tensor(_ shape: [Int], _ make: (_ index: [Int]) -> Float) -> Tensor {
    Tensor(shape, indices(of: shape).map(make))
  }

  /// One axis reduced, which goes away: `reduce` takes the numbers of a line to one.
  static func reduce(_ x: Tensor, _ axis: Int, _ reduce: ([Float]) -> Float) -> Tensor {
    var shape = x.shape
    let n = shape.remove(at: axis)
    return tensor(shape) { index in
      reduce(
        (0..<n).map { place in
          var full = index
          full.insert(place, at: axis)
          return x[at: full]
        })
    }
  }

  /// Every index of a shape, in row-major order.
  static func indices(of shape: [Int]) -> [[Int]] {
    shape.reduce([[]]) { found, length in found.flatMap { index in (0..<length).map { index + [$0] } } }
  }
}
