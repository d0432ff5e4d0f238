/// The same walk by other formulas, to hold the racing marbles to.
///
/// The gradient comes from dual numbers instead of by hand; momentum is Polyak's heavy ball (1964), which knows
/// positions, not velocities; the means move by a share of the difference; Adam is the reordered form that Kingma and Ba
/// (2015) give at the end of their section 2.
struct DescentReference: Sendable {
  let optimizer: DescentOptimizer
  private(set) var w: Vector
  private var move = Vector.zero
  private var lastRate = 0.0
  private var mean = Vector.zero
  private var square = Vector.zero
  private var steps = 0

  init(_ optimizer: DescentOptimizer, at start: Vector) {
    self.optimizer = optimizer
    w = start
  }

  mutating func step(on surface: DescentSurface, noise: Vector, _ rates: DescentRates) {
    let g = surface.dualGradient(w) + noise
    steps += 1
    switch optimizer {
    case .sgd: move = g * -rates.learningRate
    case .momentum:
      // A move is the rate times the velocity, so a rate changed on the way rescales the move carried over.
      let carried = lastRate > 0 ? rates.learningRate / lastRate : 0
      move = move * (rates.beta * carried) - g * rates.learningRate
    case .rmsprop:
      square += (g * g - square) * (1 - rates.beta2)
      move = g * -rates.learningRate / (square.squareRoot() + rates.epsilon)
    case .adam: move = adamMove(g, rates)
    }
    lastRate = rates.learningRate
    w += move
  }

  private mutating func adamMove(_ g: Vector, _ rates: DescentRates) -> Vector {
    mean += (g - mean) * (1 - rates.beta)
    square += (g * g - square) * (1 - rates.beta2)
    let t = steps
    let correction = (1 - power(rates.beta2, t)).squareRoot()
    let rate = rates.learningRate * correction / (1 - power(rates.beta, t))
    return mean * -rate / (square.squareRoot() + rates.epsilon * correction)
  }
}
