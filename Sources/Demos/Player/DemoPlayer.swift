import Terminal

/// Play, step back, fork, ghost and comparison around any demo. A value: no thread, no clock.
public struct DemoPlayer: Sendable {
  /// A run and the one before it, kept at the same step.
  struct Lane: Sendable {
    var run: DemoRun
    var ghost: DemoRun?
  }

  var lanes: [Lane]
  /// Which lane the keys act on.
  public private(set) var focus = 0
  /// Whether the ghost is computed and drawn.
  public var showsGhost = true
  /// The text in force, as accepted; nil before any.
  public private(set) var text: String?

  /// The preset in force, by its place on the card; nil once a knob or the text has changed since.
  public private(set) var preset: Int?
  /// The preset used last, from which the next one is counted.
  private var lastPreset = -1

  /// A run at step 0.
  /// - Parameter settings: the card's defaults when nil.
  public init(_ type: any Demo.Type, settings: Settings? = nil, seed: UInt64 = 1) {
    let settings = settings ?? Settings(defaultsOf: type.card)
    lanes = [Lane(run: DemoRun(type, settings: settings, seed: seed))]
  }

  public var run: DemoRun { lanes[focus].run }
  public var demo: any Demo { run.demo }
  public var card: DemoCard { run.card }
  public var step: Int { run.step }
  public var settings: Settings { run.settings }
  public var goalState: GoalState { run.goalState }
  public var isComparing: Bool { lanes.count > 1 }
  public var isFinished: Bool { lanes.allSatisfy(\.run.isFinished) }
  public var ghost: (any Demo)? { ghost(of: lanes[focus]) }
  public var receipt: Receipt { run.receipt }

  /// The ghost that is drawn behind a run; one that ran over other ground is kept, but not shown.
  func ghost(of lane: Lane) -> (any Demo)? {
    guard showsGhost, let ghost = lane.ghost?.demo, lane.run.demo.accepts(ghost: ghost) else { return nil }
    return ghost
  }

  public func metricHistory(_ name: String) -> [(step: Int, value: Double)] { run.metricHistory(name) }

  /// One step on, of every run; false when all are finished.
  @discardableResult
  public mutating func advance() -> Bool {
    var moved = false
    for index in lanes.indices where lanes[index].run.advance() {
      moved = true
      followGhost(index)
    }
    return moved
  }

  /// One step back, of every run; false at the start.
  @discardableResult
  public mutating func stepBack() -> Bool {
    guard step > 0 else { return false }
    seek(to: step - 1)
    return true
  }

  /// Goes to a step, forward or back.
  public mutating func seek(to step: Int) {
    for index in lanes.indices {
      lanes[index].run.seek(to: step)
      followGhost(index)
    }
  }

  /// Starts again with the knobs and the text as they are now; the run so far becomes the ghost.
  public mutating func restart() {
    restartAll(focusedSettings: settings)
  }

  /// Branches here: the run with its future is kept as the ghost, and this one goes on its own way.
  public mutating func fork() {
    lanes[focus].ghost = lanes[focus].run
    lanes[focus].run.cutFuture()
  }

  /// Exchanges the run and its ghost, at the same step; nothing without a ghost.
  public mutating func swapGhost() {
    guard var other = lanes[focus].ghost else { return }
    other.seek(to: step)
    lanes[focus].ghost = lanes[focus].run
    lanes[focus].run = other
  }

  /// A key or a mouse event for the focused run. Where the run had a future, that becomes the ghost.
  public mutating func apply(_ input: DemoInput) -> InputFault? {
    switch input {
    case .knob(let id, let value): return turn(id, to: value)
    case .text(let text): return type(text)
    case .key, .mouse: return applyForking(input)
    }
  }

  /// Sets a knob of the focused run: at once where it is live, else by starting again.
  public mutating func turn(_ id: String, to value: KnobValue) -> InputFault? {
    var changed = settings
    do { try changed.set(id, to: value, card: card) } catch { return InputFault(error.message) }
    if card.knob(id)?.isLive == true { return applyForking(.knob(id, value)) }
    preset = nil
    restartAll(focusedSettings: changed)
    return nil
  }

  /// Sets a knob of the focused run from what was typed for it.
  public mutating func turn(_ id: String, toTyped text: String) -> InputFault? {
    guard let knob = card.knob(id) else {
      return InputFault(SettingsError.unknownKnob(id, known: card.knobs.map(\.id)).message)
    }
    do { return turn(id, to: try knob.value(typed: text)) } catch { return error }
  }

  /// Starts again with another text, in every run; a refused text changes nothing.
  public mutating func type(_ text: String) -> InputFault? {
    let text = Sanitizer.clean(text)
    if let fault = refusal(of: text) { return fault }
    var trial = DemoRun(run.type, settings: settings, seed: run.seed)
    if let fault = trial.apply(.text(text)) { return fault }
    self.text = text
    preset = nil
    for index in lanes.indices {
      restart(index, settings: lanes[index].run.settings)
      lanes[index].ghost = nil
    }
    return nil
  }

  /// Starts again with a preset's knobs and text; knobs that it does not name go back to their defaults.
  public mutating func use(_ preset: Preset) -> InputFault? {
    var changed = Settings(defaultsOf: card)
    for (id, value) in preset.values {
      do { try changed.set(id, to: value, card: card) } catch { return InputFault(error.message) }
    }
    restartAll(focusedSettings: changed)
    if let fault = preset.text.flatMap({ type($0) }) { return fault }
    self.preset = card.presets.firstIndex(of: preset)
    lastPreset = self.preset ?? lastPreset
    return nil
  }

  /// Starts again with the preset after the one used last, the first after the last; nothing where the card has none.
  public mutating func useNextPreset() -> InputFault? {
    guard !card.presets.isEmpty else { return nil }
    lastPreset = (lastPreset + 1) % card.presets.count
    return use(card.presets[lastPreset])
  }

  /// Starts again with another seed.
  public mutating func reseed(_ seed: UInt64) {
    for index in lanes.indices {
      let settings = lanes[index].run.settings
      lanes[index].ghost = lanes[index].run
      lanes[index].run = DemoRun(run.type, settings: settings, seed: seed)
      retype(index)
    }
  }

  /// Puts a second run beside this one, alike until its knobs are turned, and gives it the keys; or takes it away again.
  public mutating func toggleComparison() {
    if isComparing {
      lanes = [lanes[focus]]
      focus = 0
    } else {
      lanes.append(lanes[0])
      focus = 1
    }
  }

  /// Gives the keys to the other run.
  public mutating func focusNext() { focus = (focus + 1) % lanes.count }

  public mutating func focusLane(_ index: Int) {
    if lanes.indices.contains(index) { focus = index }
  }

  private mutating func applyForking(_ input: DemoInput) -> InputFault? {
    let before = lanes[focus].run
    if let fault = lanes[focus].run.apply(input) { return fault }
    if before.settings != settings { preset = nil }
    if before.hasFuture { lanes[focus].ghost = before }
    followGhost(focus)
    return nil
  }

  /// Runs beside each other stay in step, so all of them start again.
  private mutating func restartAll(focusedSettings: Settings) {
    text = demo.turnedText ?? text
    for index in lanes.indices {
      restart(index, settings: index == focus ? focusedSettings : lanes[index].run.settings)
    }
  }

  private mutating func restart(_ index: Int, settings: Settings) {
    let old = lanes[index].run
    if old.step > 0 { lanes[index].ghost = old }
    lanes[index].run = DemoRun(old.type, settings: settings, seed: old.seed)
    retype(index)
    followGhost(index)
  }

  /// Gives the text in force to a fresh run; a demo whose new knobs refuse it keeps its own.
  private mutating func retype(_ index: Int) {
    guard let text else { return }
    _ = lanes[index].run.apply(.text(text))
  }

  private mutating func followGhost(_ index: Int) {
    guard showsGhost else { return }
    let step = lanes[index].run.step
    let known = lanes[index].ghost?.furthest ?? 0
    lanes[index].ghost?.seek(to: min(step, known))
  }

  private func refusal(of text: String) -> InputFault? {
    guard let input = card.textInput else { return InputFault(PlayerWords.takesNoText) }
    guard text.count > input.limit else { return nil }
    return InputFault(PlayerWords.tooLong(text.count, limit: input.limit), at: input.limit..<text.count)
  }
}
