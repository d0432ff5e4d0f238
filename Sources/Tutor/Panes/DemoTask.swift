import Course
import Demos

/// What a demo was set up for: an experiment of the text, or the goal of a question.
enum DemoTask {
  case experiment(Experiment)
  case goal(TuneKey)
}

/// Watches a run for what it was set up for.
struct TaskWatch {
  let task: DemoTask
  /// The step at which the goal was met in the present run; nil before.
  private(set) var reached: Int?
  /// The experiment has been run as far as its claim speaks of.
  private(set) var isRunFarEnough = false
  private(set) var isMissed = false

  init(_ task: DemoTask) { self.task = task }

  /// Takes in a frame; a run that went back or began again is judged anew.
  mutating func see(_ frame: PlayerFrame) {
    see(step: frame.step, frame.metrics, isFinished: frame.lane.isFinished)
  }

  /// Takes in where a run stands.
  mutating func see(step: Int, _ metrics: [Metric], isFinished: Bool) {
    switch task {
    case .experiment(let experiment):
      if step >= experiment.run.steps || isFinished && step > 0 { isRunFarEnough = true }
    case .goal(let key):
      if let before = reached, step < before { reached = nil }
      let last = key.goal.within ?? key.run.steps
      if reached == nil, step <= last, holds(key.goal, metrics) { reached = step }
      isMissed = reached == nil && step >= last
    }
  }

  private func holds(_ goal: Claim, _ metrics: [Metric]) -> Bool {
    let trace = RunTrace(metrics: metrics.map(\.name), rows: [metrics.map(\.value)])
    var now = goal
    now.within = nil
    return now.holds(in: trace, steps: 0) == true
  }

  /// What the status line says of it; empty for an experiment.
  func words(_ context: TutorContext) -> String {
    guard case .goal(let key) = task else { return "" }
    let goal = "\(key.goal)"
    if let reached { return context.words("tune.reached", ["goal": goal, "step": String(reached)]) }
    return context.words(isMissed ? "tune.missed" : "tune.goal", ["goal": goal])
  }
}
