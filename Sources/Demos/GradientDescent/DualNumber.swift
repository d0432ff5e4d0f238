/// A number that carries its slopes along x and y: what is computed in it is differentiated exactly.
///
/// Source: forward accumulation, Wengert (1964).
struct DualNumber: SurfaceNumber, Hashable, Sendable {
  var value: Double
  var slope: Vector

  static func + (a: DualNumber, b: DualNumber) -> DualNumber {
    DualNumber(value: a.value + b.value, slope: a.slope + b.slope)
  }

  static func + (a: DualNumber, b: Double) -> DualNumber { DualNumber(value: a.value + b, slope: a.slope) }

  static func * (a: DualNumber, b: DualNumber) -> DualNumber {
    DualNumber(value: a.value * b.value, slope: a.slope * b.value + b.slope * a.value)
  }

  static func * (a: DualNumber, b: Double) -> DualNumber { DualNumber(value: a.value * b, slope: a.slope * b) }
}

extension DescentSurface {
  /// The gradient by dual numbers, from the loss alone.
  func dualGradient(_ w: Vector) -> Vector {
    loss(DualNumber(value: w.x, slope: Vector(1, 0)), DualNumber(value: w.y, slope: Vector(0, 1))).slope
  }
}
