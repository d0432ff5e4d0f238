import Course
import Demos
import Wording

/// Runs the real demos for the grader and the checker.
public struct LiveRunJudge: RunJudge {
  public init() {}

  public func run(_ request: RunRequest, _ language: Language) throws(RunFault) -> RunTrace {
    let setup = try DemoSetup(request, language)
    var run: HeadlessRun
    do {
      run = try HeadlessRun(
        setup.type, steps: setup.steps, settings: setup.settings, seed: setup.seed, text: setup.text)
    } catch { throw .refusedText(error.message) }
    var rows = [run.player.demo.metrics.map(\.value)]
    let names = run.player.demo.metrics.map(\.name)
    while let row = run.next() { rows.append(row.metrics.map(\.value)) }
    return RunTrace(metrics: names, rows: rows)
  }
}

extension DemoFacts {
  /// What the catalogue and the sources offer to lessons.
  public static var live: DemoFacts {
    DemoFacts(demos: DemoCatalogue.all.map(fact), regions: SourceRegion.all.map(\.id))
  }

  private static func fact(_ type: any Demo.Type) -> DemoFact {
    let card = type.card
    let knobs = card.knobs.map { ($0.id, accepted($0.range)) }
    return DemoFact(
      id: card.id, knobs: Dictionary(uniqueKeysWithValues: knobs), presets: card.presets.map(\.id),
      metrics: type.init(settings: Settings(defaultsOf: card), seed: 1).metrics.map(\.name),
      takesText: card.textInput != nil)
  }

  private static func accepted(_ range: Knob.Range) -> DemoFact.Accepted {
    switch range {
    case .linear(let range, _), .logarithmic(let range, _): .numbers(range)
    case .choice(let choices): .choices(choices.map(\.id))
    }
  }
}
