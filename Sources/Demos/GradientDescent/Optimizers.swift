import Wording

/// The four ways to walk that race each other.
enum DescentOptimizer: String, CaseIterable, Sendable {
  case sgd, momentum, rmsprop, adam

  var title: Bilingual {
    switch self {
    case .sgd: Bilingual(both: "SGD")
    case .momentum: Bilingual(en: "Momentum", zh: "动量")
    case .rmsprop: Bilingual(both: "RMSProp")
    case .adam: Bilingual(both: "Adam")
    }
  }

  /// A walker that remembers nothing yet.
  var rule: any DescentRule {
    switch self {
    case .sgd: PlainRule()
    case .momentum: MomentumRule()
    case .rmsprop: RMSPropRule()
    case .adam: AdamRule()
    }
  }

  /// The source region that moves it.
  var region: String { "Demos/GradientDescent/Optimizers.swift#\(rawValue)" }
}

/// What the learner sets for all walkers.
struct DescentRates: Hashable, Sendable {
  var learningRate: Double
  /// The share of the past that momentum and Adam's mean keep.
  var beta: Double
  /// The share of the past that the squares of RMSProp and Adam keep.
  var beta2: Double
  /// What keeps a division by a vanished slope finite.
  let epsilon = 1e-8
}

/// One optimiser with its memory: takes a gradient, moves the weights.
protocol DescentRule: Sendable {
  mutating func update(_ w: inout Vector, gradient g: Vector, _ rates: DescentRates)

  /// What it remembers of the gradients, by the names of the formulas.
  var memory: [(name: String, value: Vector)] { get }
}

/// Steps against the gradient. Source: Cauchy (1847).
struct PlainRule: DescentRule {
  var memory: [(name: String, value: Vector)] { [] }

  // region: sgd
  mutating func update(_ w: inout Vector, gradient g: Vector, _ rates: DescentRates) {
    w -= rates.learningRate * g
  }
  // endregion: sgd
}

/// Sums up gradients, older ones less. Source: Polyak (1964), in PyTorch's form: the rate multiplies
/// the sum, not each gradient, which is the same while the rate stays.
struct MomentumRule: DescentRule {
  var velocity = Vector.zero

  var memory: [(name: String, value: Vector)] { [("v", velocity)] }

  // region: momentum
  mutating func update(_ w: inout Vector, gradient g: Vector, _ rates: DescentRates) {
    velocity = rates.beta * velocity + g
    w -= rates.learningRate * velocity
  }
  // endregion: momentum
}

/// Divides each slope by its recent size. Source: Tieleman and Hinton (2012), lecture 6.5.
struct RMSPropRule: DescentRule {
  var square = Vector.zero

  var memory: [(name: String, value: Vector)] { [("s", square)] }

  // region: rmsprop
  mutating func update(_ w: inout Vector, gradient g: Vector, _ rates: DescentRates) {
    square = rates.beta2 * square + (1 - rates.beta2) * g * g
    w -= rates.learningRate * g / (square.squareRoot() + rates.epsilon)
  }
  // endregion: rmsprop
}

/// Remembers the mean slope and its size, both corrected for having begun at zero. Source: Kingma and Ba (2015),
/// algorithm 1.
struct AdamRule: DescentRule {
  var mean = Vector.zero
  var square = Vector.zero
  var steps = 0

  var memory: [(name: String, value: Vector)] { [("m", mean), ("v", square)] }

  // region: adam
  mutating func update(_ w: inout Vector, gradient g: Vector, _ rates: DescentRates) {
    steps += 1
    mean = rates.beta * mean + (1 - rates.beta) * g
    square = rates.beta2 * square + (1 - rates.beta2) * g * g
    let meanHat = mean / (1 - power(rates.beta, steps))
    let squareHat = square / (1 - power(rates.beta2, steps))
    w -= rates.learningRate * meanHat / (squareHat.squareRoot() + rates.epsilon)
  }
  // endregion: adam
}

/// A whole power by repeated squaring.
func power(_ base: Double, _ exponent: Int) -> Double {
  var (result, square, rest) = (1.0, base, exponent)
  while rest > 0 {
    if rest & 1 == 1 { result *= square }
    square *= square
    rest >>= 1
  }
  return result
}
