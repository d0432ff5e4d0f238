import Course
import Demos
import Terminal
import Widgets
import Wording

/// The demo pane of a lesson: a runner on its own thread, the text field, and the sheets that explain a number.
struct DemoStage {
  private enum FieldUse {
    case text, value
  }

  private enum Sheet {
    case table, explanation
  }

  private let runner: DemoRunner
  private var view: PlayerView
  private var area = Rect(x: 0, y: 0, width: 0, height: 0)
  private var field: TextField?
  private var sheet: Sheet?
  private var overlay = Overlay(title: "", text: [])
  /// What the field is for.
  private var fieldHolds = FieldUse.text
  /// The field still holds what was in force: the first letter replaces it.
  private var isFieldFresh = false
  /// A text handed in whose frame has not come yet; refused, it goes back into the field.
  private var handedIn: String?
  private let card: DemoCard
  /// The source beside the picture.
  private var source: SourceSheet
  let setup: DemoSetup
  private(set) var watch: TaskWatch?

  /// Starts the demo at its first step, or as far as the setup says; paused.
  init(_ setup: DemoSetup, for task: DemoTask? = nil, twin: Bilingual? = nil, _ context: TutorContext) {
    self.setup = setup
    source = SourceSheet(setup.card, twin: twin)
    watch = task.map { TaskWatch($0) }
    card = setup.card
    view = PlayerView(size: Size(width: 0, height: 0), language: context.language, theme: context.theme)
    runner = DemoRunner(
      setup.type, settings: setup.settings, seed: setup.seed,
      text: setup.text ?? setup.card.textInput?.initial[context.language], view: view, waker: context.waker)
    if setup.steps > 0 { runner.send(.seek(setup.steps)) }
    if case .goal(let key) = task, let knob = card.knobs.firstIndex(where: { key.knobs.contains($0.id) }) {
      runner.send(.selectKnob(knob))
    }
  }

  /// The newest finished frame; nil until the demo is made.
  var frame: PlayerFrame? { runner.latestFrame() }
  var isTyping: Bool { field != nil }
  var showsCode: Bool { source.isOpen }
  /// A frame that was asked for is still being made.
  var isBusy: Bool { !runner.isSettled }

  func keys() -> KeyTable {
    if isTyping { return .typing }
    return showsCode && sheet == nil ? .demo(card).withCode : .demo(card)
  }

  mutating func perform(_ command: Command, _ context: TutorContext) -> Bool {
    if isTyping { return performTyping(command) }
    if sheet != nil, command == .back || command == .table || command == .explain {
      sheet = nil
      return true
    }
    if sheet != nil, command == .top || command == .bottom { return overlay.handle(command == .top ? .home : .end) }
    if let reason = refusal(of: command) {
      context.notice = context.words(reason)
      return true
    }
    guard run(command) else { return false }
    if context.notice == nil { context.notice = echo(of: command, context) }
    return true
  }

  private mutating func run(_ command: Command) -> Bool {
    switch command {
    case .playPause: runner.send(.togglePlaying)
    case .step: runner.send(.step)
    case .stepBack: runner.send(.stepBack)
    case .top: runner.send(.seek(0))
    case .bottom: runner.send(.seek(frame?.lane.furthest ?? 0))
    case .faster: runner.send(.faster)
    case .slower: runner.send(.slower)
    case .restart: runner.send(.restart)
    case .nextKnob: runner.send(.selectKnob(1))
    case .previousKnob: runner.send(.selectKnob(-1))
    case .knobUp: runner.send(.turnKnob(1))
    case .knobDown: runner.send(.turnKnob(-1))
    case .nextPreset: runner.send(.nextPreset)
    case .typeValue: openValueField()
    case .compare: runner.send(.toggleComparison)
    case .otherRun: runner.send(.focusNext)
    case .fork: runner.send(.fork)
    case .ghost: runner.send(.toggleGhost)
    case .table: open(.table)
    case .explain: open(.explanation)
    case .typeText: openField()
    default: return source.perform(command)
    }
    return true
  }

  /// Typed text goes to the field; other keys and the mouse are the demo's own.
  mutating func handle(_ event: InputEvent) {
    switch event {
    case .key(let key):
      if field != nil { type(key) } else if sheet == nil || !overlay.handle(key) { runner.send(.key(Self.arrow(key))) }
    case .paste(let text): field?.paste(text)
    case .mouse(let mouse) where field == nil && sheet == nil && source.handle(mouse): break
    case .mouse(let mouse) where area.contains(mouse.position): point(mouse)
    default: break
    }
  }

  /// The letters that move everywhere move in a demo too.
  private static func arrow(_ key: Key) -> Key {
    switch key {
    case .character("h"): .left
    case .character("j"): .down
    case .character("k"): .up
    case .character("l"): .right
    default: key
    }
  }

  /// A click on a knob chooses it, the next one asks for its value; the wheel turns it. On the player's line a click
  /// plays and pauses. What is left is the picture's own.
  private mutating func point(_ mouse: MouseEvent) {
    let position = Point(x: mouse.position.x - area.x, y: mouse.position.y - area.y)
    if sheet != nil {
      if mouse.action == .wheelUp { overlay.scroll(by: -3) }
      if mouse.action == .wheelDown { overlay.scroll(by: 3) }
      return
    }
    guard let frame else { return }
    switch DemoPane(frame).target(at: position, in: area.size, theme: view.theme) {
    case .knob(let knob): point(mouse.action, knob: knob, frame.selectedKnob)
    case .player: if mouse.action == .press { runner.send(.togglePlaying) }
    case nil: runner.send(.mouse(MouseEvent(mouse.action, at: position)))
    }
  }

  private mutating func point(_ action: MouseEvent.Action, knob: Int, _ selected: Int) {
    switch action {
    case .press where knob == selected: openValueField()
    case .press: runner.send(.selectKnob(knob - selected))
    case .wheelUp, .wheelDown:
      if knob != selected { runner.send(.selectKnob(knob - selected)) }
      runner.send(.turnKnob(action == .wheelUp ? 1 : -1))
    case .release, .drag: break
    }
  }

  /// Draws the newest frame; asks for a new one where the size, the language or the look changed.
  mutating func draw(on surface: inout Surface, in rect: Rect, isFocused: Bool, _ context: TutorContext) -> Point? {
    area = rect
    let wanted = PlayerView(
      size: rect.size, language: context.language, theme: context.theme,
      framesPerSecond: context.framesPerSecond, showsCode: showsCode)
    if wanted != view {
      view = wanted
      runner.send(.view(wanted))
    }
    guard let frame else { return nil }
    takeBackRefused(frame)
    DemoPane(frame).draw(on: &surface, in: rect, theme: context.theme, isFocused: isFocused)
    source.draw(frame, on: &surface, in: rect, theme: context.theme)
    drawSheet(frame, on: &surface, in: rect, context)
    return drawField(on: &surface, in: rect, context)
  }

  /// Looks at the newest frame for what the demo was set up for; true when an experiment has just been run far enough.
  mutating func see() -> Bool {
    guard let frame, let before = watch?.isRunFarEnough else { return false }
    watch?.see(frame)
    return watch?.isRunFarEnough == true && !before
  }

  /// What it is doing, for the status line; empty while it rests.
  func status(_ context: TutorContext) -> String {
    frame.map { DemoStatus(frame: $0, last: lastStep).line(context) } ?? ""
  }

  /// The step at which what it was set up for is decided, or else there is something to see.
  private var lastStep: Int {
    switch watch?.task {
    case .experiment(let experiment): experiment.run.steps
    case .goal(let key): key.goal.within ?? key.run.steps
    case nil: card.goal.isChallenge ? card.goal.steps : card.defaultSteps
    }
  }

  func play() { runner.send(.play) }
  func pause() { runner.send(.pause) }
  func stop() { runner.stop(joining: false) }

  private mutating func performTyping(_ command: Command) -> Bool {
    switch command {
    case .submit:
      if let text = field?.text { handIn(text) }
      field = nil
    case .back, .nextPane: field = nil
    default: return false
    }
    return true
  }

  private mutating func openField() {
    guard let input = card.textInput else { return }
    field = TextField(frame?.text ?? input.initial[view.language], limit: input.limit)
    fieldHolds = .text
    isFieldFresh = true
  }

  /// A field for the value of the chosen knob, empty: what is typed takes the old value's place.
  private mutating func openValueField() {
    guard !card.knobs.isEmpty else { return }
    field = TextField(limit: 24)
    fieldHolds = .value
    isFieldFresh = false
  }

  private mutating func handIn(_ text: String) {
    switch fieldHolds {
    case .value: runner.send(.typeKnob(text))
    case .text:
      runner.send(.text(text))
      handedIn = text
    }
  }

  private mutating func type(_ key: Key) {
    if isFieldFresh, case .character = key { field?.setText("") }
    isFieldFresh = false
    _ = field?.handle(key)
  }

  /// A refused text comes back to be mended, the cursor at its fault.
  private mutating func takeBackRefused(_ frame: PlayerFrame) {
    guard let text = handedIn, frame.text == Sanitizer.clean(text) else { return }
    handedIn = nil
    guard let fault = frame.fault, field == nil, let limit = card.textInput?.limit else { return }
    field = TextField(text, limit: limit)
    field?.moveCursor(to: fault.range?.lowerBound ?? text.count)
    isFieldFresh = false
  }

  private mutating func open(_ wanted: Sheet) {
    sheet = wanted
    overlay = Overlay(title: "", text: [], maximumWidth: 90)
  }

  private func label(_ context: TutorContext) -> String {
    guard fieldHolds == .value, let frame, card.knobs.indices.contains(frame.selectedKnob) else {
      return context.words("demo.type")
    }
    let knob = card.knobs[frame.selectedKnob]
    return "\(knob.title[context.language]) (\(knob.accepted)): "
  }

  private mutating func drawSheet(
    _ frame: PlayerFrame, on surface: inout Surface, in rect: Rect, _ context: TutorContext
  ) {
    switch sheet {
    case nil: return
    case .table:
      overlay.title = context.words("key.table")
      overlay.text = Self.lines(frame.table, context.theme)
    case .explanation:
      overlay.title = context.words("key.explain")
      let lines = frame.explanation ?? [context.words("demo.nothing-to-explain")]
      overlay.text = lines.map { StyledText(Sanitizer.clean($0), context.theme.text) }
    }
    overlay.footer = context.words("demo.close-sheet")
    overlay.layOut(in: rect.size)
    overlay.draw(on: &surface, in: rect, theme: context.theme)
  }

  /// A table as rows of text in columns.
  private static func lines(_ table: DataTable, _ theme: Theme) -> [StyledLine] {
    let rows = [table.columns] + table.rows
    let widths = table.columns.indices.map { column in
      rows.map { column < $0.count ? TextWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return rows.enumerated().map { index, row in
      let cells = zip(row, widths).map { $0.padded(to: $1, glyphs: theme.glyphs) }
      return StyledText(cells.joined(separator: "  "), index == 0 ? theme.strong : theme.text)
    }
  }

  private func drawField(on surface: inout Surface, in rect: Rect, _ context: TutorContext) -> Point? {
    guard let field else { return nil }
    return PromptLine(label: label(context), field: field)
      .draw(on: &surface, in: rect.splitBottom(1).bottom, theme: context.theme)
  }
}

extension KeyTable {
  /// The player's keys and the demo's own, which the help lists too.
  static func demo(_ card: DemoCard) -> KeyTable {
    var table = KeyTable.demo
    if card.textInput == nil { table = table.without(.typeText) }
    if card.presets.isEmpty { table = table.without(.nextPreset) }
    if card.knobs.isEmpty {
      table = table.without([.nextKnob, .previousKnob, .knobUp, .knobDown, .typeValue], because: "why.knobs")
    }
    return KeyTable([], extra: card.keys) + table
  }
}
