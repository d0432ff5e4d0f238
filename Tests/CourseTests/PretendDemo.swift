import Wording

@testable import Course

/// The demo that the examples of `Lessons/README.md` speak of: gradient descent on L = w², from w = 3.
enum PretendDemo {
  static let facts = DemoFacts(
    demos: [
      DemoFact(
        id: "gradient-descent",
        knobs: [
          "surface": .choices(["bowl", "ravine"]), "optimizer": .choices(["sgd", "momentum"]),
          "learning-rate": .numbers(0.0001...2),
        ], presets: ["too-large"], metrics: ["loss", "diverged"]),
      DemoFact(id: "self-attention", knobs: [:], metrics: ["entropy"], takesText: true),
    ], regions: ["Demos/GradientDescent/Optimizers.swift#sgd"])
}

/// Really descends, so that claims about it can be right or wrong.
struct PretendJudge: RunJudge {
  func run(_ request: RunRequest, _ language: Language) throws(RunFault) -> RunTrace {
    if request.demo == "self-attention" {
      let length = Double(request.text?[language].count ?? 0)
      return RunTrace(metrics: ["entropy"], rows: [[length]])
    }
    guard request.demo == "gradient-descent" else { throw .unknownDemo(request.demo, known: ["gradient-descent"]) }
    var rate = request.preset == "too-large" ? 1.1 : 0.1
    for setting in request.settings where setting.knob == "learning-rate" { rate = Double(setting.value) ?? rate }
    var w = 3.0
    var rows = [[w * w, 0]]
    for _ in 0..<request.steps {
      w -= rate * 2 * w
      rows.append([w * w, w * w > 1e6 ? 1 : 0])
    }
    return RunTrace(metrics: ["loss", "diverged"], rows: rows)
  }
}
