import Terminal
import Wording

/// The player's thread: takes commands, steps when a step is due, and publishes frames.
struct PlayerLoop {
  private let desk: PlayerDesk
  private let waker: any Waker
  private let clock = ContinuousClock()
  private var player: DemoPlayer
  private var view: PlayerView
  private var fault: InputFault?
  private var refusedText: String?
  private var lastOrder = 0
  private var rate = StepRate()
  private let began: ContinuousClock.Instant
  private var nextStep: ContinuousClock.Instant
  private var lastFrame: ContinuousClock.Instant
  /// Something changed since the last frame.
  private var isStale = true

  init(desk: PlayerDesk, player: DemoPlayer, view: PlayerView, waker: any Waker) {
    self.desk = desk
    self.player = player
    self.view = view
    self.waker = waker
    began = clock.now
    nextStep = began
    lastFrame = clock.now
  }

  /// Runs until the mailbox is closed.
  mutating func run() {
    publish()
    while let orders = desk.mailbox.take(patience: patience) {
      for order in orders {
        perform(order.command)
        lastOrder = order.number
      }
      if !orders.isEmpty { publish() }
      play()
      if isStale && clock.now - lastFrame >= view.frameInterval { publish() }
    }
  }

  /// How long to sleep unless a command comes: for ever when nothing is due.
  private var patience: Duration? {
    let frame = isStale ? lastFrame + view.frameInterval - clock.now : nil
    guard isPlaying else { return frame }
    let step = nextStep - clock.now
    return max(.zero, frame.map { min($0, step) } ?? step)
  }

  private var isPlaying: Bool { desk.controls.withLock { $0.isPlaying } }

  /// Takes the steps that are due: one at a set speed, at full speed as many as fit a frame.
  private mutating func play() {
    guard isPlaying, clock.now >= nextStep else { return }
    let speed = desk.controls.withLock { $0.speed }
    let end = clock.now + view.frameInterval
    repeat { advance() } while speed == .unlimited && isPlaying && clock.now < end && !desk.mailbox.hasMail
    nextStep = speed.interval.map { max(nextStep + $0, clock.now) } ?? clock.now
  }

  private mutating func advance() {
    isStale = true
    player.advance()
    guard player.isFinished else { return }
    desk.controls.withLock { $0.isPlaying = false }
  }

  private mutating func publish() {
    let (isPlaying, speed, knob) = desk.controls.withLock { ($0.isPlaying, $0.speed, $0.selectedKnob) }
    var frame = player.frame(
      view, isPlaying: isPlaying, speed: speed, selectedKnob: knob, fault: fault, refusedText: refusedText)
    if isPlaying { rate.note(step: player.step, at: seconds) } else { rate = StepRate() }
    frame.stepsPerSecond = rate.stepsPerSecond
    desk.publish(frame, after: lastOrder)
    isStale = false
    lastFrame = clock.now
    waker.wake()
  }

  /// The time, for measuring the speed.
  private var seconds: Double { (clock.now - began) / .seconds(1) }

  /// Does one command.
  mutating func perform(_ command: PlayerCommand) {
    switch command {
    case .play, .togglePlaying: startPlaying()
    case .faster, .slower: hurry()
    case .pause, .selectKnob, .turnKnob, .typeKnob: break
    case .step: player.advance()
    case .stepBack: player.stepBack()
    case .seek(let step): seek(to: step)
    case .restart: player.restart()
    case .reseed(let seed): player.reseed(seed)
    case .setKnob(let id, let value): note(player.turn(id, to: value))
    case .typeKnobValue(let id, let text): note(player.turn(id, toTyped: text))
    case .nextPreset: note(player.useNextPreset())
    case .preset(let id): if let preset = player.card.presets.first(where: { $0.id == id }) { note(player.use(preset)) }
    case .text(let text): note(player.type(text), text: text)
    case .key(let key): note(player.apply(.key(key)))
    case .mouse(let event): point(event)
    case .toggleComparison: player.toggleComparison()
    case .focusNext: player.focusNext()
    case .fork: player.fork()
    case .swapGhost: player.swapGhost()
    case .toggleGhost: player.showsGhost.toggle()
    case .view(let view): self.view = view
    }
  }

  /// Forward step by step, so that a long way does not hold up the end.
  private mutating func seek(to step: Int) {
    guard step > player.step else { return player.seek(to: step) }
    while player.step < step, !desk.mailbox.isOver, player.advance() {}
  }

  /// Plays on; a finished run is played again from the start.
  private mutating func startPlaying() {
    nextStep = clock.now
    if isPlaying && player.isFinished { player.restart() }
    if player.isFinished { desk.controls.withLock { $0.isPlaying = false } }
  }

  /// Lets a higher speed hold at once, not after a pause of the lower one.
  private mutating func hurry() {
    rate = StepRate()
    let interval = desk.controls.withLock { $0.speed }.interval ?? .zero
    nextStep = min(nextStep, clock.now + interval)
  }

  private mutating func note(_ fault: InputFault?, text: String? = nil) {
    self.fault = fault
    refusedText = fault == nil ? nil : text.map { Sanitizer.clean($0) }
  }

  /// A mouse event goes to the picture under it, and gives that run the keys.
  private mutating func point(_ event: MouseEvent) {
    let layout = PaneLayout(
      size: view.size, card: player.card, lanes: player.isComparing ? 2 : 1, focus: player.focus,
      showsCode: view.showsCode)
    guard let index = layout.pictures.firstIndex(where: { $0.contains(event.position) }) else { return }
    player.focusLane(index)
    let picture = layout.pictures[index]
    let position = Point(x: event.position.x - picture.x, y: event.position.y - picture.y)
    note(player.apply(.mouse(MouseEvent(event.action, at: position), in: picture.size)))
  }
}
