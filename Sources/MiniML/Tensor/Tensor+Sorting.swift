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
    return ordered(axis, n, "argsort") { Self.sortKeys($0, descending).sorted() }
  }

  /// The k largest numbers along an axis, largest first, and their places; the first of equal ones first.
  ///
  /// Values `[a, k, b]` of `[a, n, b]`; indices in row-major order, as for `gatherElements`. Traps where k exceeds n.
  public func topK(_ k: Int, axis: Int = -1) -> (values: Tensor, indices: [Int]) {
    let n = split(at: axis, "topK").n
    guard k >= 0, k <= n else { ShapeFault.trap("topK", "no \(k) numbers along axis \(axis) of shape \(shape)") }
    let indices = ordered(axis, k, "topK") { Self.smallest(k, of: Self.sortKeys($0, true)) }
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

  /// The chosen places of every line along an axis, in row-major order.
  private func ordered(_ axis: Int, _ length: Int, _ operation: String, _ choose: ([Float]) -> [UInt64]) -> [Int] {
    let (outer, n, inner) = split(at: axis, operation)
    var result = [Int](repeating: 0, count: outer * length * inner)
    read { x in
      for o in 0..<outer {
        for j in 0..<inner {
          let keys = choose((0..<n).map { x[(o * n + $0) * inner + j] })
          for i in 0..<length { result[(o * length + i) * inner + j] = Int(keys[i] & 0xFFFF_FFFF) }
        }
      }
    }
    return result
  }

  /// Keys whose order as whole numbers is the wanted order: the number's rank in the upper half, its place in the lower.
  private static func sortKeys(_ line: [Float], _ descending: Bool) -> [UInt64] {
    line.enumerated().map { i, number in
      // Adding 0 makes one zero of two; of negative numbers all bits are turned, of others the sign.
      let bits = (number + 0).bitPattern
      let rank = number.isNaN ? .max : bits >> 31 == 1 ? ~bits : bits | 0x8000_0000
      return UInt64(descending ? ~rank : rank) << 32 | UInt64(i)
    }
  }

  /// The k smallest keys, ascending: each is put in its place among the best so far.
  private static func smallest(_ k: Int, of keys: [UInt64]) -> [UInt64] {
    guard k > 0 else { return [] }
    guard k < keys.count / 8 else { return Array(keys.sorted()[..<k]) }
    var best = keys[..<k].sorted()
    for key in keys[k...] where key < best[k - 1] {
      var place = k - 1
      while place > 0, best[place - 1] > key {
        best[place] = best[place - 1]
        place -= 1
      }
      best[place] = key
    }
    return best
  }
}
