import Course
import Demos
import Terminal
import Wording

/// A lesson's demo without a picture: the player, how it was set up, and what it was set up for.
struct LinearDemo {
  var player: DemoPlayer
  private(set) var watch: TaskWatch?

  /// Begins at the first step, or as far as the setup says.
  init(_ setup: DemoSetup, for task: DemoTask? = nil, _ language: Language) {
    player = DemoPlayer(setup.type, settings: setup.settings, seed: setup.seed)
    watch = task.map { TaskWatch($0) }
    if let text = setup.text ?? setup.card.textInput?.initial[language] { _ = player.type(text) }
    if setup.steps > 0 { player.seek(to: setup.steps) }
  }

  /// Everything that can be said of this moment.
  func frame(_ language: Language) -> PlayerFrame {
    player.frame(
      PlayerView(size: Size(width: 0, height: 0), language: language, theme: .standard(colors: .none)))
  }

  /// Looks at the run for what it was set up for; true when an experiment has just been run far enough.
  mutating func see() -> Bool {
    guard let before = watch?.isRunFarEnough else { return false }
    watch?.see(step: player.step, player.demo.metrics, isFinished: player.run.isFinished)
    return watch?.isRunFarEnough == true && !before
  }

  /// The metric that is told of while it runs: the goal's where there is one, the loss, or the first that moves; nil where
  /// none does, as where each step is a stage of its own.
  var leading: String? {
    if case .goal(let key) = watch?.task, let metric = key.goal.metrics.first { return metric }
    if player.card.goal.isChallenge { return player.card.goal.metric }
    let shown = player.demo.shownMetrics.map(\.name)
    return shown.contains("loss") ? "loss" : shown.first(where: moves)
  }

  /// The leading metric now; not-a-number where there is none.
  var leadingValue: Double { leading.flatMap { player.demo.metric($0) } ?? .nan }

  private func moves(_ metric: String) -> Bool {
    let values = player.metricHistory(metric).map(\.value).filter(\.isFinite)
    return values.min() != values.max()
  }
}

/// The demo of the lesson that is open: kept while its places come and go.
final class DemoShelf {
  var demo: LinearDemo?
}
