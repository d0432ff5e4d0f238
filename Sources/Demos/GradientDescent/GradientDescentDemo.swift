import MiniML
import Terminal
import Wording

/// Marbles on a contour map: four optimisers walk down one of five surfaces, and a rate too large throws them off.
///
/// On `bowl` plain gradient descent converges for rates below 2, on `ravine` below 0.1: 2 / largest curvature.
public struct GradientDescentDemo: Demo {
  private var settings: Settings
  private let seed: UInt64
  private var random: RandomSource
  private(set) var marbles: [Marble]
  private(set) var stepCount = 0

  /// A run stops here even where it neither arrives nor diverges.
  static let mostSteps = 2000

  public init(settings: Settings, seed: UInt64) {
    self.settings = settings
    self.seed = seed
    random = RandomSource(seed: seed)
    marbles = []
    placeMarbles()
  }

  public var isFinished: Bool {
    stepCount >= Self.mostSteps || shown.allSatisfy { $0.hasDiverged || (noise == 0 && $0.hasArrived) }
  }

  public mutating func step() {
    guard !isFinished else { return }
    stepCount += 1
    // All walkers meet the same noise, or the race would not be fair.
    let noise = noise > 0 ? Vector(random.normal(), random.normal()) * noise : .zero
    for index in marbles.indices { marbles[index].step(on: surface, noise: noise, rates) }
  }

  @discardableResult
  public mutating func apply(_ input: DemoInput) -> InputFault? {
    switch input {
    case .knob(let id, let value): return turn(id, to: value)
    case .key(let key): return moveStart(key)
    case .mouse(let event, let size):
      guard event.action == .press, let place = DescentPicture(self).place(at: event.position, in: size) else {
        return nil
      }
      return start(at: place)
    case .text:
      return InputFault(
        Bilingual(en: "this demo takes no text: move the start with the arrow keys", zh: "这个演示不接受文字：请用方向键移动起点"))
    }
  }

  public var shownMetrics: [Metric] {
    let isRace = shown.count > 1
    let names = isRace ? ["best-loss", "loss", "x", "y"] : ["loss", "x", "y", "gradient-norm", "distance"]
    return names.compactMap { name in metrics.first { $0.name == name } }
  }

  public var metrics: [Metric] {
    let gradient = surface.gradient(leader.w).length
    return [
      Metric("loss", leader.loss), Metric("x", leader.w.x), Metric("y", leader.w.y),
      Metric("gradient-norm", gradient), Metric("distance", distance(leader)),
    ] + marbles.map { Metric("loss-\($0.optimizer.rawValue)", $0.loss) } + [
      Metric("best-loss", shown.flatMap(\.losses).min() ?? .nan), Metric("diverged", leader.hasDiverged ? 1 : 0),
      Metric("reference-error", marbles.map(\.referenceError).reduce(0) { $1.isNaN ? $1 : max($0, $1) }),
    ]
  }

  public var activeRegion: String? { isFinished ? nil : leader.optimizer.region }

  public var turnedKnobs: [String: KnobValue] { ["start-x": .number(startPlace.x), "start-y": .number(startPlace.y)] }

  public func accepts(ghost: any Demo) -> Bool { (ghost as? GradientDescentDemo)?.surface == surface }

  public func narration(_ language: Language) -> String { DescentNarration(self).sentence[language] }

  public func explanation(_ language: Language) -> [String]? { DescentExplanation(leader, surface).lines(language) }

  public func draw(on surface: inout Surface, context: DrawContext) {
    DescentPicture(self).draw(on: &surface, context: context)
  }

  public func table(_ language: Language) -> DataTable { DescentPicture(self).table(language) }
}

extension GradientDescentDemo {
  var surface: DescentSurface { DescentSurface(rawValue: settings.choice("surface")) ?? .ravine }

  /// Nil: all of them race.
  var chosen: DescentOptimizer? { DescentOptimizer(rawValue: settings.choice("optimizer")) }

  var rates: DescentRates {
    DescentRates(
      learningRate: settings.number("learning-rate"), beta: settings.number("momentum"),
      beta2: settings.number("beta2"))
  }

  var noise: Double { settings.number("noise") }

  var startPlace: Vector { Vector(settings.number("start-x"), settings.number("start-y")) }

  /// The marbles of the race, or the chosen one alone.
  var shown: [Marble] { marbles.filter { chosen == nil || $0.optimizer == chosen } }

  /// The marble that the metrics and the narration speak of: the chosen one, else plain gradient descent.
  var leader: Marble { marbles.first { $0.optimizer == chosen } ?? marbles[0] }

  /// How far a marble is from the nearest minimum.
  func distance(_ marble: Marble) -> Double {
    surface.minima.map { ($0 - marble.w).length }.min() ?? .nan
  }

  /// Puts all marbles back to the start.
  private mutating func placeMarbles() {
    let (start, surface) = (startPlace, surface)
    marbles = DescentOptimizer.allCases.map { Marble($0, at: start, on: surface) }
    random = RandomSource(seed: seed)
    stepCount = 0
  }

  private mutating func turn(_ id: String, to value: KnobValue) -> InputFault? {
    do { try settings.set(id, to: value, card: Self.card) } catch { return InputFault(error.message) }
    if ["surface", "start-x", "start-y"].contains(id) { placeMarbles() }
    return nil
  }

  private mutating func moveStart(_ key: Key) -> InputFault? {
    let step = 0.25
    switch key {
    case .left, .character("h"): return start(at: startPlace + Vector(-step, 0))
    case .right, .character("l"): return start(at: startPlace + Vector(step, 0))
    case .up, .character("k"): return start(at: startPlace + Vector(0, step))
    case .down, .character("j"): return start(at: startPlace + Vector(0, -step))
    default: return nil
    }
  }

  /// Starts again from a place, held inside the knobs' ranges and rounded to a hundredth.
  private mutating func start(at place: Vector) -> InputFault? {
    let held = place.clamped(lowerBound: Vector(-5, -5), upperBound: Vector(5, 5))
    let rounded = (held * 100).rounded(.toNearestOrAwayFromZero) / 100
    return turn("start-x", to: .number(rounded.x)) ?? turn("start-y", to: .number(rounded.y))
  }
}
