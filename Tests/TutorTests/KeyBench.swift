import Terminal

@testable import Tutor

/// Tries keys at a place, each from the same state, and sees whether anything changes.
struct KeyBench {
  private let place: Place
  private let preparations: [[Key]]
  private var prepared: [Int: Learner] = [:]

  private static let stopping: Set<Command> = [.back, .quit, .open, .runDemo]

  /// `preparations`: what to press beforehand, so that a key has something to act on.
  init(_ place: Place, _ preparations: [[Key]]) {
    self.place = place
    self.preparations = preparations
  }

  mutating func acts(_ key: Key, _ command: Command) -> Bool {
    for index in preparations.indices {
      // What stops a demo stops it for good, and a demo goes its own way: these begin afresh.
      let isSpent = Self.stopping.contains(command) || place.rawValue.hasSuffix("demo")
      let learner = isSpent ? learner(index) : prepared[index] ?? learner(index)
      if !isSpent { prepared[index] = learner }
      if acts(key, learner) { return true }
    }
    return false
  }

  /// In a small window, so that pages have something to turn.
  private func learner(_ index: Int) -> Learner {
    let learner = place.learner(size: Size(width: 48, height: 12))
    for key in preparations[index] {
      learner.press(key)
      learner.settle()
    }
    return learner
  }

  /// Presses the key and takes it back again: a session is a value.
  private func acts(_ key: Key, _ learner: Learner) -> Bool {
    let (session, picture, language) = (learner.session, learner.surface, learner.context.language)
    defer {
      learner.session = session
      learner.context.language = language
      learner.context.notice = nil
    }
    learner.press(key)
    if learner.session.isOver || learner.context.language != language { return true }
    return learner.wait { $0.surface != picture || !$0.session.isBusy } && learner.surface != picture
  }
}
