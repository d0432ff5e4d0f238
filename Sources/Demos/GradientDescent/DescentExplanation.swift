import Wording

/// The last step of a marble, unfolded into the formulas of its optimiser with the numbers put in.
struct DescentExplanation {
  private let marble: Marble
  private let surface: DescentSurface

  init(_ marble: Marble, _ surface: DescentSurface) {
    self.marble = marble
    self.surface = surface
  }

  func lines(_ language: Language) -> [String] {
    guard let move = marble.lastMove else { return [start(language)] }
    let step = Bilingual(
      en: "Step \(move.step), \(marble.optimizer.title.en), from \(pair(move.before)):",
      zh: "第 \(move.step) 步，\(marble.optimizer.title.zh)，从 \(pair(move.before)) 出发：")
    let slope = Bilingual(en: "slope g = \(pair(move.gradient))", zh: "坡度 g = \(pair(move.gradient))")
    return [step[language], slope[language]] + formulas(move)
  }

  private func start(_ language: Language) -> String {
    let slope = pair(surface.gradient(marble.w))
    return Bilingual(
      en: "At the start \(pair(marble.w)) the slope is \(slope); the first step goes against it.",
      zh: "在起点 \(pair(marble.w))，坡度是 \(slope)；第一步就朝它的反方向走。")[language]
  }

  private func formulas(_ move: Marble.Move) -> [String] {
    switch marble.optimizer {
    case .sgd:
      each { "\($0) − η·g = \(at(move.before, $1)) − \(rate(move))·\(at(move.gradient, $1)) = \(at(marble.w, $1))" }
    case .momentum: momentum(move)
    case .rmsprop: rmsprop(move)
    case .adam: adam(move)
    }
  }

  private func momentum(_ move: Marble.Move) -> [String] {
    let (before, v) = (move.memoryBefore[0].value, move.memory[0].value)
    let beta = number(move.rates.beta)
    return each { "\($0): v = β·v + g = \(beta)·\(at(before, $1)) + \(at(move.gradient, $1)) = \(at(v, $1))" }
      + each { "\($0) − η·v = \(at(move.before, $1)) − \(rate(move))·\(at(v, $1)) = \(at(marble.w, $1))" }
  }

  private func rmsprop(_ move: Marble.Move) -> [String] {
    let s = move.memory[0].value
    return each { "\($0): \(average("s", move, 0, $1, move.rates.beta2, square: true))" }
      + each {
        "\($0) − η·g/√s = \(at(move.before, $1)) − \(rate(move))·\(at(move.gradient, $1))/√\(at(s, $1)) = \(at(marble.w, $1))"
      }
  }

  private func adam(_ move: Marble.Move) -> [String] {
    let (beta, beta2, t) = (move.rates.beta, move.rates.beta2, move.step)
    let mHat = move.memory[0].value / (1 - power(beta, t))
    let vHat = move.memory[1].value / (1 - power(beta2, t))
    return each { "\($0): \(average("m", move, 0, $1, beta, square: false))" }
      + each { "\($0): \(average("v", move, 1, $1, beta2, square: true))" }
      + each {
        "\($0): m^ = m/(1 − β1^\(t)) = \(at(mHat, $1)),  v^ = v/(1 − β2^\(t)) = \(at(vHat, $1))"
      }
      + each {
        "\($0) − η·m^/√v^ = \(at(move.before, $1)) − \(rate(move))·\(at(mHat, $1))/√\(at(vHat, $1)) = \(at(marble.w, $1))"
      }
  }

  /// `s = β·s + (1 − β)·g² = 0.9·0 + 0.1·16 = 1.6` for one weight.
  private func average(
    _ name: String, _ move: Marble.Move, _ slot: Int, _ axis: Int, _ beta: Double, square: Bool
  ) -> String {
    let g = move.gradient[axis]
    let old = at(move.memoryBefore[slot].value, axis)
    let term = NumberText.short(square ? g * g : g)
    return
      "\(name) = β·\(name) + (1 − β)·g\(square ? "²" : "") = \(number(beta))·\(old) + \(number(1 - beta))·\(signed(term)) = "
      + at(move.memory[slot].value, axis)
  }

  /// A line for x and one for y.
  private func each(_ line: (String, Int) -> String) -> [String] { [line("x", 0), line("y", 1)] }

  private func rate(_ move: Marble.Move) -> String { number(move.rates.learningRate) }

  private func number(_ value: Double) -> String { NumberText.short(value) }

  /// A coordinate, in brackets where it is negative, since it stands after an operator.
  private func at(_ vector: Vector, _ axis: Int) -> String { signed(NumberText.short(vector[axis])) }

  private func signed(_ text: String) -> String { text.hasPrefix("-") ? "(\(text))" : text }

  private func pair(_ vector: Vector) -> String {
    "(\(NumberText.short(vector.x)), \(NumberText.short(vector.y)))"
  }
}
