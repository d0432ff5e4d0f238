/// A hilly country for the marbles: a loss of two weights, known exactly.
enum DescentSurface: String, CaseIterable, Sendable {
  /// 1/2 (x^2 + y^2): curvature 1 everywhere.
  case bowl
  /// 1/2 (x^2 + 20 y^2): curvatures 1 and 20, condition number 20.
  case ravine
  /// 1/2 x^2 + 1/4 (y^2 - 1)^2: a saddle at (0, 0) between two minima of loss 0.
  case saddle
  /// (1 - x)^2 + 100 (y - x^2)^2: a bent, nearly flat valley. Rosenbrock (1960).
  case rosenbrock
  /// x^4/4 + x^3/6 - 3/4 x^2 + 63/64 + 1/2 y^2: loss 0 at (-3/2, 0), a shallower minimum of loss 125/192 at (1, 0).
  case twoMinima = "two-minima"

  /// The loss, in any numbers that can be added and multiplied: plain ones draw the map, dual ones differentiate.
  func loss<Number: SurfaceNumber>(_ x: Number, _ y: Number) -> Number {
    switch self {
    case .bowl: return (x * x + y * y) * 0.5
    case .ravine: return (x * x + y * y * 20) * 0.5
    case .saddle:
      let well = y * y + -1
      return x * x * 0.5 + well * well * 0.25
    case .rosenbrock:
      let (flat, steep) = (x * -1 + 1, y + x * x * -1)
      return flat * flat + steep * steep * 100
    case .twoMinima:
      let square = x * x
      let (cube, sixth) = (square * x, 1.0 / 6)
      let along: Number = square * square * 0.25 + cube * sixth
      return along + square * -0.75 + y * y * 0.5 + 0.984375
    }
  }

  func loss(_ w: Vector) -> Double { loss(w.x, w.y) }

  // region: gradient
  /// The slope in both directions, by hand.
  func gradient(_ w: Vector) -> Vector {
    let (x, y) = (w.x, w.y)
    switch self {
    case .bowl: return Vector(x, y)
    case .ravine: return Vector(x, 20 * y)
    case .saddle: return Vector(x, y * y * y - y)
    case .rosenbrock:
      let steep = y - x * x
      return Vector(-2 * (1 - x) - 400 * x * steep, 200 * steep)
    case .twoMinima: return Vector(x * (x + 1.5) * (x - 1), y)
    }
  }
  // endregion: gradient

  /// Every minimum, the lowest first.
  var minima: [Vector] {
    switch self {
    case .bowl, .ravine: [Vector(0, 0)]
    case .saddle: [Vector(0, 1), Vector(0, -1)]
    case .rosenbrock: [Vector(1, 1)]
    case .twoMinima: [Vector(-1.5, 0), Vector(1, 0)]
    }
  }

  /// The place that is flat and no minimum.
  var saddlePoint: Vector? {
    switch self {
    case .saddle, .twoMinima: Vector(0, 0)
    case .bowl, .ravine, .rosenbrock: nil
    }
  }

  /// The rate from which plain gradient descent no longer converges, 2 / largest curvature; nil where the curvature is
  /// not the same everywhere.
  var criticalRate: Double? {
    switch self {
    case .bowl: 2
    case .ravine: 0.1
    case .saddle, .rosenbrock, .twoMinima: nil
    }
  }

  /// How far the map reaches from the middle, in x and y.
  var reach: Vector {
    switch self {
    case .bowl: Vector(5, 5)
    case .ravine: Vector(5, 2)
    case .saddle: Vector(3, 2)
    case .rosenbrock: Vector(2.5, 2.5)
    case .twoMinima: Vector(3, 2)
    }
  }

  /// The heights of the contour lines, each a multiple of the one before.
  var heights: (low: Double, high: Double) {
    switch self {
    case .bowl: (0.25, 20)
    case .ravine: (0.2, 40)
    case .saddle: (0.02, 8)
    case .rosenbrock: (0.5, 2000)
    case .twoMinima: (0.05, 20)
    }
  }

  /// The loss as a formula, in ASCII.
  var formula: String {
    switch self {
    case .bowl: "f = 1/2 (x^2 + y^2)"
    case .ravine: "f = 1/2 (x^2 + 20 y^2)"
    case .saddle: "f = 1/2 x^2 + 1/4 (y^2 - 1)^2"
    case .rosenbrock: "f = (1 - x)^2 + 100 (y - x^2)^2"
    case .twoMinima: "f = x^4/4 + x^3/6 - 3x^2/4 + 63/64 + y^2/2"
    }
  }

  var formulaInUnicode: String {
    switch self {
    case .bowl: "f = ½(x² + y²)"
    case .ravine: "f = ½(x² + 20y²)"
    case .saddle: "f = ½x² + ¼(y² − 1)²"
    case .rosenbrock: "f = (1 − x)² + 100(y − x²)²"
    case .twoMinima: "f = ¼x⁴ + ⅙x³ − ¾x² + 63/64 + ½y²"
    }
  }
}

/// A place on the map, or a slope: two weights.
typealias Vector = SIMD2<Double>

extension SIMD2<Double> {
  /// The Euclidean length.
  var length: Double { (x * x + y * y).squareRoot() }
}

/// What a loss is computed in.
protocol SurfaceNumber {
  static func + (a: Self, b: Self) -> Self
  static func + (a: Self, b: Double) -> Self
  static func * (a: Self, b: Self) -> Self
  static func * (a: Self, b: Double) -> Self
}

extension Double: SurfaceNumber {}
