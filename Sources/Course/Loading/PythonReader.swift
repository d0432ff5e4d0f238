import Markup
import Wording

/// Reads a `python` fence.
struct PythonReader {
  let file: String
  let log: LoadLog
  private static let known = ["expect", "tolerance", "needs", "demo", "metric", "steps", "seed", "set", "text"]

  init(file: String, log: LoadLog) {
    self.file = file
    self.log = log
  }

  func read(_ fence: Fence) -> PythonTwin? {
    let place = Place(file: file, line: fence.line, column: 11)
    let text = ArgumentText(fence.arguments)
    if let offset = text.openQuote { log.add(.badSetting("\"", reason: .openQuote), at: place.moved(by: offset)) }
    if fence.body.trimmed.isEmpty { fault(.bodyIsEmpty, at: place) }
    var values: [String: ArgumentText.Argument] = [:]
    for argument in text.arguments {
      guard Self.known.contains(argument.name) else {
        fault(
          .unexpectedArgument(argument.name.isEmpty ? argument.value : argument.name),
          at: place.moved(by: argument.offset))
        continue
      }
      values[argument.name] = argument
    }
    var twin = PythonTwin(source: fence.body)
    twin.expected = number(values["expect"], place)
    twin.tolerance = number(values["tolerance"], place) ?? twin.tolerance
    twin.needs = values["needs"]?.value.split(separator: ",").map(String.init) ?? []
    twin.figure = figure(values, place)
    if twin.figure != nil, twin.expected == nil { fault(.needsExpect, at: place) }
    return twin
  }

  private func figure(_ values: [String: ArgumentText.Argument], _ place: Place) -> PythonTwin.Figure? {
    guard let demo = values["demo"] else {
      for name in ["metric", "steps", "seed", "set", "text"] {
        if let stray = values[name] { fault(.twinNeeds("demo"), at: place.moved(by: stray.offset)) }
      }
      return nil
    }
    log.mention(.demo(demo.value), at: place.moved(by: demo.offset))
    for name in ["metric", "steps"] where values[name] == nil { fault(.twinNeeds(name), at: place) }
    guard let metric = values["metric"], let steps = values["steps"].flatMap({ Int($0.value) }), steps > 0 else {
      return nil
    }
    log.mention(.metric(metric.value, demo: demo.value), at: place.moved(by: metric.offset))
    var parts = SettingsReader.Parts()
    if let set = values["set"] {
      parts = SettingsReader(demo: demo.value, log: log, place: place.moved(by: set.offset + 5)).settings(set.value)
    }
    if let text = values["text"] { log.mention(.typedText(demo: demo.value), at: place.moved(by: text.offset)) }
    let seed = values["seed"].flatMap { UInt64($0.value) } ?? 1
    let run = RunRequest(
      demo: demo.value, preset: parts.preset, settings: parts.settings, seed: seed,
      text: values["text"].map { Bilingual(both: $0.value) }, steps: steps)
    return PythonTwin.Figure(run: run, metric: metric.value)
  }

  private func number(_ argument: ArgumentText.Argument?, _ place: Place) -> Double? {
    guard let argument else { return nil }
    if let number = Double(argument.value), number.isFinite { return number }
    fault(.notANumber(argument.value), at: place.moved(by: argument.offset))
    return nil
  }

  private func fault(_ reason: CourseFault.FenceReason, at place: Place) {
    log.add(.badFence(fence: "python", reason: reason), at: place)
  }
}
