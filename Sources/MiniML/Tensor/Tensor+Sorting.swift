/// Order along an axis. Equal numbers keep their order; not-a-number counts as larger than every number, as in PyTorch.
extension Tensor {
  /// In ascending order along an axis, or descending.
  public func sorted(axis: Int = -1, descending: Bool = false) -> Tensor {
    gatherElements(
      argsort(axis: axis, descending: descending), axis: axis, length: split(at: axis, "sort").n)
  }

  /// For every place along an axis, which number of its line belongs there, in row-major order.
  ///
  /// `x.gatherElements(x.argsort(axis: 1), axis: 1)` is x sorted.
  public func argsort(axis: Int = -1, descending: Bool = false) -> [Int] {
    let n = split(at: axis, "argsort").n
    return ordered(axis, n, descending: descending, "argsort") { $0.sort() }
  }

  /// The k largest numbers along an axis, largest first, and their places; the first of equal ones first.
  ///
  /// Values `[a, k, b]` of `[a, n, b]`; indices in row-major order, as for `gatherElements`. Traps where k exceeds n.
  public func topK(_ k: Int, axis: Int = -1) -> (values: Tensor, indices: [Int]) {
    let n = split(at: axis, "topK").n
    guard k >= 0, k <= n else { ShapeFault.trap("topK", "no \(k) numbers along axis \(axis) of shape \(shape)") }
    let indices = ordered(axis, k, descending: true, "topK") { $0.sortSmallest(k) }
    return (gatherElements(indices, axis: axis, length: k), indices)
  }

  /// The numbers that occur, ascending, and how often each does. Every not-a-number counts as the same one.
  public func unique() -> (values: Tensor, counts: [Int]) {
    let sorted = reshaped([count]).sorted(axis: 0).data
    var (values, counts): ([Float], [Int]) = ([], [])
    for number in sorted {
      if let last = values.last, last == number || (last.isNaN && number.isNaN) {
        counts[counts.count - 1] += 1
      } else {
        values.append(number)
        counts.append(1)
      }
    }
    return (Tensor(values), counts)
  }

  /// The first `length` places of every line along an axis, in row-major order, once its keys are sorted.
  private func ordered(
    _ axis: Int, _ length: Int, descending: Bool, _ operation: String, _ sort: (KeySort) -> Void
  ) -> [Int] {
    let (outer, n, inner) = split(at: axis, operation)
    var result = [Int](repeating: 0, count: outer * length * inner)
    guard length > 0 else { return result }
    result.withUnsafeMutableBufferPointer { result in
      read { x in
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * n) { room in
          guard let keys = room.baseAddress else { return }
          for line in 0..<outer * inner {
            let (o, j) = (line / inner, line % inner)
            let start = x + o * n * inner + j
            for i in 0..<n { keys[i] = KeySort.key(start[i * inner], i, descending: descending) }
            sort(KeySort(keys: keys, spare: keys + n, count: n))
            for i in 0..<length {
              result[(o * length + i) * inner + j] = Int(truncatingIfNeeded: keys[i] & 0xFFFF_FFFF)
            }
          }
        }
      }
    }
    return result
  }
}
