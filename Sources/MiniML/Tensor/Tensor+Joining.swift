/// Several tensors to one, one to several, and one made larger. A negative axis counts from the last.
extension Tensor {
  /// Joined along an axis: `[a, m, b], [a, n, b] -> [a, m + n, b]`. Traps where another axis differs, or there is nothing
  /// to join.
  public static func concatenate(_ parts: [Tensor], axis: Int = 0) -> Tensor {
    guard let first = parts.first else { ShapeFault.trap("concatenate", "nothing to join") }
    let (outer, _, inner) = first.split(at: axis, "concatenate")
    for part in parts where part.rank != first.rank || part.shape(axis, 0) != first.shape(axis, 0) {
      ShapeFault.trap("concatenate", first.shape, part.shape)
    }
    let lengths = parts.map { $0.split(at: axis, "concatenate").n }
    let total = lengths.reduce(0, +)
    return .make(first.shape(axis, total)) { out in
      var start = 0
      for (part, length) in zip(parts, lengths) {
        part.read { x in
          AxisCopy.copy(
            x, AxisPlaces(length: length), to: out, AxisPlaces(length: total, start: start), outer: outer,
            count: length, inner: inner)
        }
        start += length
      }
    }
  }

  /// Tensors of one shape side by side along a new axis: `n x [a, b] -> [n, a, b]` at axis 0.
  public static func stack(_ parts: [Tensor], axis: Int = 0) -> Tensor {
    guard let first = parts.first else { ShapeFault.trap("stack", "nothing to stack") }
    for part in parts where part.shape != first.shape { ShapeFault.trap("stack", first.shape, part.shape) }
    let place = axis < 0 ? axis + first.rank + 1 : axis
    guard place >= 0, place <= first.rank else { ShapeFault.trap("stack", "no new axis \(axis) in \(first.shape)") }
    var shape = first.shape
    shape.insert(1, at: place)
    return concatenate(parts.map { $0.reshaped(shape) }, axis: place)
  }

  /// Cut along an axis into parts of the given lengths, which must add up to the axis'.
  public func split(sizes: [Int], axis: Int = 0) -> [Tensor] {
    let n = split(at: axis, "split").n
    guard sizes.allSatisfy({ $0 >= 0 }), sizes.reduce(0, +) == n else {
      ShapeFault.trap("split", "sizes \(sizes) do not add up to axis \(axis) of shape \(shape)")
    }
    var start = 0
    return sizes.map { size in
      defer { start += size }
      return slice(start..<start + size, axis: axis)
    }
  }

  /// Cut along an axis into equal parts. Traps where the axis cannot be divided.
  public func split(into parts: Int, axis: Int = 0) -> [Tensor] {
    let n = split(at: axis, "split").n
    guard parts > 0, n % parts == 0 else {
      ShapeFault.trap("split", "axis \(axis) of shape \(shape) is not \(parts) equal parts")
    }
    return split(sizes: [Int](repeating: n / parts, count: parts), axis: axis)
  }

  /// Made longer along an axis by places of one value, 0 unless told.
  public func padded(before: Int = 0, after: Int = 0, axis: Int, with value: Float = 0) -> Tensor {
    let (outer, n, inner) = split(at: axis, "pad")
    guard before >= 0, after >= 0 else { ShapeFault.trap("pad", "negative widths \(before), \(after) for \(shape)") }
    var result = Tensor(shape(axis, before + n + after), repeating: value)
    result.write { out in
      read { x in
        AxisCopy.copy(
          x, AxisPlaces(length: n), to: out, AxisPlaces(length: before + n + after, start: before), outer: outer,
          count: n, inner: inner)
      }
    }
    return result
  }

  /// The axis repeated as a whole: `[a, b] -> [a, b, a, b]`.
  public func tiled(_ times: Int, axis: Int = 0) -> Tensor {
    let n = split(at: axis, "tile").n
    guard times >= 0 else { ShapeFault.trap("tile", "\(times) times \(shape)") }
    return take((0..<times * n).map { $0 % n }, axis: axis)
  }

  /// Each place of the axis repeated: `[a, b] -> [a, a, b, b]`.
  public func repeatedEach(_ times: Int, axis: Int = 0) -> Tensor {
    let n = split(at: axis, "repeat").n
    guard times >= 0 else { ShapeFault.trap("repeat", "\(times) times \(shape)") }
    return take((0..<times * n).map { $0 / times }, axis: axis)
  }

  /// Repeated to a shape by the rule of broadcasting: axes of length 1, and those missing in front, grow.
  public func expanded(to target: [Int]) -> Tensor {
    guard target.count >= rank, Self.broadcastShape(shape, target, "expand") == target else {
      ShapeFault.trap("expand", shape, target)
    }
    return repeated(to: target)
  }
}
