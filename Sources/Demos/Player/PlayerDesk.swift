import Synchronization
import Terminal

/// What the caller's thread and the player's thread share: the mailbox, the newest frame, and the controls that answer
/// at once.
final class PlayerDesk: Sendable {
  /// A command and its number, so that what it asked for is shown until the player has done it.
  struct Order: Sendable {
    let number: Int
    let command: PlayerCommand
  }

  struct Controls: Sendable {
    var isPlaying = false
    var speed: PlayerSpeed
    var selectedKnob = 0
    var frame: PlayerFrame?
    var turned: [(order: Int, id: String, value: KnobValue)] = []
    var orders = 0
    /// The last order whose outcome the frame shows.
    var done = 0
  }

  let mailbox = Mailbox<Order>()
  let controls: Mutex<Controls>
  private let card: DemoCard

  init(card: DemoCard, speed: PlayerSpeed) {
    self.card = card
    controls = Mutex(Controls(speed: speed))
  }

  func send(_ command: PlayerCommand) {
    let order = controls.withLock { controls in
      controls.orders += 1
      return Order(number: controls.orders, command: answer(command, &controls))
    }
    mailbox.post(order)
  }

  func latestFrame() -> PlayerFrame? {
    controls.withLock { controls in
      guard var frame = controls.frame else { return nil }
      frame.isPlaying = controls.isPlaying
      frame.speed = controls.speed
      frame.selectedKnob = controls.selectedKnob
      for turned in controls.turned {
        try? frame.lanes[frame.focus].settings.set(turned.id, to: turned.value, card: card)
      }
      return frame
    }
  }

  /// Whether the newest frame shows all that was asked for.
  var isSettled: Bool { controls.withLock { $0.frame != nil && $0.done == $0.orders } }

  /// Takes in a finished frame, made after the order of that number was done.
  func publish(_ frame: PlayerFrame, after order: Int) {
    controls.withLock { controls in
      controls.frame = frame
      controls.done = order
      controls.turned.removeAll { $0.order <= order }
    }
  }

  /// What can be answered before the player gets to it; returns what is left for the player.
  private func answer(_ command: PlayerCommand, _ controls: inout Controls) -> PlayerCommand {
    switch command {
    case .play: controls.isPlaying = true
    case .pause, .step, .stepBack, .seek: controls.isPlaying = false
    case .togglePlaying: controls.isPlaying.toggle()
    case .faster: controls.speed = controls.speed.faster
    case .slower: controls.speed = controls.speed.slower
    case .selectKnob(let places): select(places, &controls)
    case .turnKnob(let direction): return turn(direction, &controls)
    case .typeKnob(let text): return type(text, &controls)
    case .setKnob(let id, let value): controls.turned.append((controls.orders, id, value))
    default: break
    }
    return command
  }

  private func select(_ places: Int, _ controls: inout Controls) {
    guard !card.knobs.isEmpty else { return }
    let count = card.knobs.count
    controls.selectedKnob = ((controls.selectedKnob + places) % count + count) % count
  }

  /// Names the knob that is selected now; the player reads the text, and says what is wrong with it.
  private func type(_ text: String, _ controls: inout Controls) -> PlayerCommand {
    guard card.knobs.indices.contains(controls.selectedKnob) else { return .typeKnob(text) }
    let knob = card.knobs[controls.selectedKnob]
    if let value = try? knob.value(typed: text) { controls.turned.append((controls.orders, knob.id, value)) }
    return .typeKnobValue(knob.id, text)
  }

  private func turn(_ direction: Int, _ controls: inout Controls) -> PlayerCommand {
    guard card.knobs.indices.contains(controls.selectedKnob) else { return .turnKnob(direction) }
    let knob = card.knobs[controls.selectedKnob]
    let pending = controls.turned.last { $0.id == knob.id }?.value
    let value = pending ?? controls.frame?.settings[knob.id] ?? knob.defaultValue
    let next = knob.turned(value, by: direction)
    controls.turned.append((controls.orders, knob.id, next))
    return .setKnob(knob.id, next)
  }
}
