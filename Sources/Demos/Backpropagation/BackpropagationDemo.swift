import Expressions
import MiniML
import Terminal
import Wording

/// A graph of a typed formula: one operation forward or backward a step, then a check of every gradient against central
/// differences, then, if asked for, a step of gradient descent on its parameters.
public struct BackpropagationDemo: Demo {
  /// One step of a pass.
  enum Stage: Hashable, Sendable {
    case forward(Int)
    case seed
    case backward(Int)
    case check
  }

  private(set) var formula: Formula
  private(set) var graph: FormulaGraph
  /// The steps of one pass.
  private(set) var stages: [Stage]
  /// How many of them are done.
  private(set) var position = 0
  /// Gradient steps taken so far.
  private(set) var updates = 0
  /// How far each parameter moved in the last gradient step; empty unless that was the last step.
  private(set) var moves: [(name: String, from: Double, to: Double)] = []
  /// The derivative of the output by each variable, without backpropagation.
  private(set) var differences: [Double] = []
  /// The value of the formula at the present values of its variables.
  private(set) var output = 0.0
  /// That value in each pass so far, the latest 1000.
  private(set) var outputs: [Double] = []
  /// The node that the arrow keys act on.
  private(set) var selected = 0
  /// Whether the learner moved the selection since the last step, so that the picture follows it.
  private(set) var isBrowsing = false
  /// The values that were typed, and those that keys have set since.
  private var given: [String: Double]
  private var nudged: [String: Double] = [:]
  private(set) var settings: Settings
  private let seed: UInt64

  public init(settings: Settings, seed: UInt64) {
    self.settings = settings
    self.seed = seed
    guard let text = try? FormulaText(Self.card.textInput?.initial.en ?? "") else {
      preconditionFailure("the backpropagation demo's own formula does not parse")
    }
    formula = text.formula
    given = text.values
    graph = Self.graph(text, seed: seed)
    stages = Self.stages(graph)
    selected = graph.variables.first?.leaf ?? 0
    measure()
    outputs = [output]
  }

  public var isFinished: Bool { position == stages.count && (!descends || !output.isFinite) }

  var descends: Bool { settings.choice("then") == "descend" }

  /// What the last step did; nil at the start of a pass.
  var lastStage: Stage? { position > 0 ? stages[position - 1] : nil }

  public mutating func step() {
    guard !isFinished else { return }
    isBrowsing = false
    if position == stages.count {
      update()
    } else {
      moves = []
      run(stages[position])
      position += 1
    }
  }

  private mutating func run(_ stage: Stage) {
    graph.change { scalars in
      switch stage {
      case .forward(let node): scalars.forward(node)
      case .seed: scalars.seedGradient()
      case .backward(let node): scalars.backward(node)
      case .check: break
      }
    }
  }

  // region: update
  /// Moves every parameter against its gradient, and begins the next pass.
  private mutating func update() {
    let rate = settings.number("learning-rate")
    moves = []
    for (name, leaf) in parameters {
      let node = graph.scalars.nodes[leaf]
      let moved = node.value - rate * node.gradient
      moves.append((name, node.value, moved))
      graph.change { $0.set(leaf, to: moved) }
    }
    graph.change { $0.reset() }
    position = 0
    updates += 1
    measure()
    outputs = outputs.suffix(999) + [output]
  }
  // endregion: update

  /// The variables that gradient descent moves: those named like weights and biases (`w…`, `b…`), or all where none is.
  var parameters: [(name: String, leaf: Int)] {
    let named = graph.variables.filter { $0.name.hasPrefix("w") || $0.name.hasPrefix("b") }
    return named.isEmpty ? graph.variables : named
  }

  @discardableResult
  public mutating func apply(_ input: DemoInput) -> InputFault? {
    switch input {
    case .text(let text): return read(text)
    case .knob(let id, let value): return set(id, value)
    case .key(let key): return press(key)
    case .mouse(let event, let size):
      if event.action == .press, let node = node(at: event.position, in: size) { select(node) }
    }
    return nil
  }

  private mutating func read(_ text: String) -> InputFault? {
    do {
      let text = try FormulaText(text)
      formula = text.formula
      given = text.values
      graph = Self.graph(text, seed: seed)
    } catch { return error }
    stages = Self.stages(graph)
    (position, updates, moves, isBrowsing, nudged) = (0, 0, [], false, [:])
    selected = graph.variables.first?.leaf ?? 0
    measure()
    outputs = [output]
    return nil
  }

  private mutating func set(_ id: String, _ value: KnobValue) -> InputFault? {
    do { try settings.set(id, to: value, card: Self.card) } catch { return InputFault(error.message) }
    return nil
  }

  private mutating func press(_ key: Key) -> InputFault? {
    let node = graph.scalars.nodes[selected]
    switch key {
    case .left: if let input = node.inputs.first { select(input) }
    case .right: if let consumer = graph.consumers(of: selected).first { select(consumer) }
    case .up: select(max(0, selected - 1))
    case .down: select(min(graph.scalars.nodes.count - 1, selected + 1))
    case .character("["): return nudge(by: -0.1)
    case .character("]"): return nudge(by: 0.1)
    default: break
    }
    return nil
  }

  private mutating func select(_ node: Int) {
    selected = node
    isBrowsing = true
  }

  /// Changes the chosen variable and works the pass out anew up to where it stands, so that the effect is seen at once.
  private mutating func nudge(by amount: Double) -> InputFault? {
    guard let name = graph.variable(at: selected) else { return InputFault(BackpropagationWords.onlyVariables) }
    let value = ((graph.scalars.nodes[selected].value + amount) * 1e9).rounded() / 1e9
    let leaf = selected
    graph.change { scalars in
      scalars.reset()
      scalars.set(leaf, to: value)
    }
    for stage in stages[..<position] { run(stage) }
    isBrowsing = true
    nudged[name] = value
    measure()
    outputs[outputs.count - 1] = output
    return nil
  }

  public var turnedText: String? {
    guard !nudged.isEmpty else { return nil }
    let values = graph.variables.compactMap { variable in
      (nudged[variable.name] ?? given[variable.name]).map { "\(variable.name) = \(BackpropagationWords.typed($0))" }
    }
    return "\(formula); " + values.joined(separator: ", ")
  }

  /// Works out what the graph's own results are compared with.
  private mutating func measure() {
    output = formula.value(values) ?? .nan
    differences = graph.variables.map { graph.scalars.centralDifference($0.leaf) }
  }

  var values: [String: Double] {
    Dictionary(uniqueKeysWithValues: graph.variables.map { ($0.name, graph.scalars.nodes[$0.leaf].value) })
  }

  /// The largest distance between a variable's gradient as far as it has flowed back and its central difference;
  /// not-a-number where one of them is.
  var gradientError: Double {
    var largest = 0.0
    for (variable, difference) in zip(graph.variables, differences) {
      let error = abs(graph.scalars.nodes[variable.leaf].gradient - difference)
      if error.isNaN { return error }
      largest = max(largest, error)
    }
    return largest
  }

  private static func stages(_ graph: FormulaGraph) -> [Stage] {
    let operations = graph.operationNodes
    return operations.map { .forward($0) } + [.seed] + operations.reversed().map { .backward($0) } + [.check]
  }

  /// The graph of a text; variables without a value get one of the seed's, made positive where the formula would have
  /// no value otherwise (a logarithm).
  private static func graph(_ text: FormulaText, seed: UInt64) -> FormulaGraph {
    var source = LeafValues(seed: seed)
    var values: [String: Double] = [:]
    for name in text.formula.variables { values[name] = source.next() }
    values.merge(text.values) { $1 }
    if text.formula.value(values)?.isFinite != true {
      for (name, value) in values where text.values[name] == nil { values[name] = abs(value) }
    }
    return FormulaGraph(text.formula, values: values)
  }
}

/// Values of one decimal between 0.1 and 1 on either side of zero, the same for the same seed (SplitMix64: Steele, Lea
/// and Flood, 2014).
private struct LeafValues {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    let size = Double(1 + z % 10) / 10
    return (z >> 32) % 2 == 0 ? size : -size
  }
}
