import Synchronization
import Terminal
import Wording

/// Runs a player on a thread of its own: commands go in, finished frames come out, and the caller never waits.
///
/// At most as many frames a second as the view wants while playing, one at once after a command. Asleep while paused or finished.
public final class DemoRunner: Sendable {
  private let desk: PlayerDesk
  private let thread: WorkerThread
  private let isStopped = Mutex(false)

  /// Starts a paused run. The demo itself is made on the thread, so even a large one does not keep the caller waiting.
  ///
  /// - Parameters:
  ///   - text: what is typed before the first step.
  ///   - speed: the card's when nil.
  ///   - waker: told whenever a new frame is ready, from the runner's thread.
  public init(
    _ type: any Demo.Type, settings: Settings? = nil, seed: UInt64 = 1, text: String? = nil, view: PlayerView,
    speed: PlayerSpeed? = nil, waker: any Waker
  ) {
    let desk = PlayerDesk(card: type.card, speed: speed ?? PlayerSpeed(stepsPerSecond: type.card.stepsPerSecond))
    self.desk = desk
    thread = WorkerThread {
      var loop = PlayerLoop(
        desk: desk, player: DemoPlayer(type, settings: settings, seed: seed), view: view, waker: waker)
      if let text { loop.perform(.text(text)) }
      loop.run()
    }
  }

  deinit { end(joining: false) }

  /// Hands a command over; returns at once.
  public func send(_ command: PlayerCommand) { desk.send(command) }

  /// The newest frame, with play state, speed and knobs as last asked for, even while a step is still computing; nil
  /// until the demo is made.
  public func latestFrame() -> PlayerFrame? { desk.latestFrame() }

  /// Whether the newest frame shows every command handed over so far; while playing, a newer one may still be due.
  /// A stopped runner owes nothing.
  public var isSettled: Bool { isStopped.withLock { $0 } || desk.isSettled }

  /// Ends the thread. With `joining`, waits until the step under way is done.
  public func stop(joining: Bool = true) { end(joining: joining) }

  private func end(joining: Bool) {
    let isFirst = isStopped.withLock { stopped in
      defer { stopped = true }
      return !stopped
    }
    guard isFirst else { return }
    desk.mailbox.close()
    if joining { thread.join() } else { thread.detach() }
  }
}
