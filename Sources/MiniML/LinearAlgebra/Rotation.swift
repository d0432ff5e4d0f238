/// A Givens rotation of two numbers: `(x, y) -> (c x + s y, c y - s x)`.
///
/// Source: Golub and Van Loan (2013), section 5.1.8.
struct Rotation {
  let c: Double
  let s: Double

  /// The rotation that takes `(x, y)` to `(length, 0)`.
  static func onto(axisOf x: Double, _ y: Double) -> (rotation: Rotation, length: Double) {
    guard y != 0 else { return (Rotation(c: 1, s: 0), x) }
    let length = (x * x + y * y).squareRoot()
    return (Rotation(c: x / length, s: y / length), length)
  }

  func callAsFunction(_ x: Double, _ y: Double) -> (Double, Double) { (c * x + s * y, c * y - s * x) }
}

/// The rotations of one sweep along a diagonal: number k turns rows `first + k` and `first + k + 1`.
struct RotationSweep {
  let first: Int
  private(set) var cosines: [Double] = []
  private(set) var sines: [Double] = []

  init(first: Int) { self.first = first }

  mutating func append(_ rotation: Rotation) {
    cosines.append(rotation.c)
    sines.append(rotation.s)
  }
}

extension DoubleMatrix {
  mutating func rotateRows(_ sweep: RotationSweep) {
    precondition(sweep.cosines.isEmpty || sweep.first + sweep.cosines.count < rows)
    let stride = columns
    elements.withUnsafeMutableBufferPointer { block in
      guard let start = block.baseAddress else { return }
      DoubleKernel.rotateRows(
        sweep.cosines, sweep.sines, rotations: sweep.cosines.count, start + sweep.first * stride, columns: stride,
        stride: stride)
    }
  }

  /// Turns any two rows.
  mutating func rotateRows(_ i: Int, _ j: Int, _ rotation: Rotation) {
    for column in 0..<columns { (self[i, column], self[j, column]) = rotation(self[i, column], self[j, column]) }
  }
}
