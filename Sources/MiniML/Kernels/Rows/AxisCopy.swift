/// Places along one axis of a tensor `[outer, length, inner]`: `start`, `start + step`, ...
struct AxisPlaces {
  let length: Int
  var start = 0
  var step = 1
}

/// Copies whole blocks of `inner` numbers between places along an axis: what slicing, joining, padding and flipping
/// consist of.
enum AxisCopy {
  /// For every outer index, the block at place number i of `x` to place number i of `out`, i below `count`.
  static func copy(
    _ x: UnsafePointer<Float>, _ from: AxisPlaces, to out: UnsafeMutablePointer<Float>, _ to: AxisPlaces,
    outer: Int, count: Int, inner: Int
  ) {
    guard outer > 0, count > 0, inner > 0 else { return }
    let isWhole = from.step == 1 && to.step == 1
    ThreadPool.shared.split(outer, cost: 0.1 * Double(count * inner)) { range in
      for o in range {
        let source = x + (o * from.length + from.start) * inner
        let target = out + (o * to.length + to.start) * inner
        if isWhole {
          target.update(from: source, count: count * inner)
        } else if inner == 1 {
          for i in 0..<count { target[i * to.step] = source[i * from.step] }
        } else {
          for i in 0..<count {
            (target + i * to.step * inner).update(from: source + i * from.step * inner, count: inner)
          }
        }
      }
    }
  }
}
