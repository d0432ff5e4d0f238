import Wording

extension GradientDescentDemo {
  /// The last step of every marble shown, beside the lines of its optimiser.
  public var figures: [Figure] {
    let isRace = shown.count > 1
    return shown.flatMap { marble in
      marble.lastMove.map { DescentFigures(marble, $0, surface, isRace: isRace).all } ?? []
    }
  }
}

/// A marble's last step as figures beside its source.
private struct DescentFigures {
  private let marble: Marble
  private let move: Marble.Move
  private let surface: DescentSurface
  /// Whether figures of several marbles stand beside one line.
  private let isRace: Bool

  init(_ marble: Marble, _ move: Marble.Move, _ surface: DescentSurface, isRace: Bool) {
    self.marble = marble
    self.move = move
    self.surface = surface
    self.isRace = isRace
  }

  var all: [Figure] { [slope, figure("g", move.gradient, "mutating func update")] + memory + [weights] }

  /// The slope as the surface gives it, before any noise.
  private var slope: Figure {
    let line =
      switch surface {
      case .bowl: "case .bowl:"
      case .ravine: "case .ravine:"
      case .saddle: "case .saddle:"
      case .rosenbrock: "400 * x * steep"
      case .twoMinima: "case .twoMinima:"
      }
    return Figure(
      isRace ? marble.optimizer.rawValue : "gradient", Self.text(surface.gradient(move.before)), at: line,
      of: "Demos/GradientDescent/DescentSurface.swift#gradient")
  }

  private var weights: Figure { figure("w", marble.w, "w -= rates.learningRate") }

  private var memory: [Figure] {
    switch marble.optimizer {
    case .sgd: []
    case .momentum: [figure("velocity", move.memory[0].value, "velocity = rates.beta")]
    case .rmsprop: [figure("square", move.memory[0].value, "square = rates.beta2")]
    case .adam: adam
    }
  }

  private var adam: [Figure] {
    let (mean, square) = (move.memory[0].value, move.memory[1].value)
    return [
      Figure("steps", Double(move.step), at: "steps += 1", of: marble.optimizer.region),
      figure("mean", mean, "mean = rates.beta"), figure("square", square, "square = rates.beta2"),
      figure("meanHat", mean / (1 - power(move.rates.beta, move.step)), "let meanHat"),
      figure("squareHat", square / (1 - power(move.rates.beta2, move.step)), "let squareHat"),
    ]
  }

  private func figure(_ name: String, _ value: Vector, _ line: String) -> Figure {
    Figure(name, Self.text(value), at: line, of: marble.optimizer.region)
  }

  private static func text(_ vector: Vector) -> String {
    "(\(NumberText.short(vector.x)), \(NumberText.short(vector.y)))"
  }
}
