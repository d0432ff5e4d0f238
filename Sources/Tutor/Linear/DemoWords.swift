import Course
import Demos
import Terminal
import Wording

/// What is said of a demo: its numbers, its course, its table, its knobs.
struct DemoWords {
  private let demo: LinearDemo
  private let talk: LinearTalk
  private let frame: PlayerFrame
  private let number: SpokenNumber

  init(_ demo: LinearDemo, _ talk: LinearTalk) {
    self.demo = demo
    self.talk = talk
    frame = demo.frame(talk.language)
    number = SpokenNumber(language: talk.language)
  }

  private var card: DemoCard { frame.card }
  private var comma: String { talk.language == .en ? ", " : "，" }

  /// The sentence that the demo makes of its state.
  var narration: String { number.inText(frame.narration) }

  /// "step 40: loss 0.31, falling"; what happens, where no number leads or each step is worth a sentence.
  func announcement(since before: Double) -> String {
    guard let name = demo.leading, card.stepsPerSecond > DemoPace.slow else {
      return talk.words("linear.demo.stage", ["step": String(frame.step), "narration": narration])
    }
    let value = demo.leadingValue
    let arguments = ["step": String(frame.step), "metric": title(name), "value": number.of(value)]
    return talk.words("linear.demo.step", arguments) + comma + talk.words(Self.trend(from: before, to: value))
  }

  /// "Step 40: loss 0.31."
  var standing: String {
    let step = String(frame.step)
    guard let name = demo.leading else { return talk.words("linear.demo.standing-plain", ["step": step]) }
    let value = number.of(demo.leadingValue)
    return talk.words("linear.demo.standing", ["step": step, "metric": title(name), "value": value])
  }

  /// Every number, and that of the second run where there is one.
  var numbers: [String] {
    guard frame.isComparing else { return numbers(of: frame.lane) }
    return frame.lanes.enumerated().flatMap { index, lane in
      [talk.words("linear.demo.run-named", ["name": Self.letter(index)])] + numbers(of: lane)
    }
  }

  private func numbers(of lane: PlayerFrame.Lane) -> [String] {
    lane.demo.shownMetrics.map { title($0.name) + " " + number.of($0.value) }
  }

  static func letter(_ lane: Int) -> String { ["A", "B"][lane % 2] }

  /// The key of the word for a change.
  static func trend(from before: Double, to now: Double) -> String {
    guard now.isFinite else { return "linear.demo.not-finite" }
    guard before.isFinite else { return "linear.demo.steady" }
    let scale = max(abs(before), abs(now), .leastNormalMagnitude)
    if abs(now - before) <= 1e-3 * scale { return "linear.demo.steady" }
    return now > before ? "linear.demo.rising" : "linear.demo.falling"
  }

  // MARK: The course of a run

  /// How the leading metric went: its extremes, where half of its way was done, and its values at about ten steps.
  var history: [String] {
    guard let name = demo.leading else { return [talk.words("linear.demo.no-history")] }
    let points = demo.player.metricHistory(name)
    let finite = points.filter(\.value.isFinite)
    guard points.count > 1, let low = finite.min(by: { $0.value < $1.value }),
      let high = finite.max(by: { $0.value < $1.value })
    else { return [talk.words("linear.demo.no-history")] }
    let summary = talk.words(
      "linear.demo.history",
      [
        "metric": title(name), "low": number.of(low.value), "low-step": String(low.step),
        "high": number.of(high.value), "high-step": String(high.step),
      ])
    return [summary] + halfway(finite) + Self.sample(points, 10).map(line)
  }

  /// The step at which half of the way from the first value to the last was done; nothing where there is no way.
  private func halfway(_ points: [(step: Int, value: Double)]) -> [String] {
    guard let first = points.first?.value, let last = points.last?.value, first != last else { return [] }
    let middle = (first + last) / 2
    guard let knee = points.first(where: { first > last ? $0.value <= middle : $0.value >= middle }) else { return [] }
    return [talk.words("linear.demo.halfway", ["step": String(knee.step)])]
  }

  private func line(_ point: (step: Int, value: Double)) -> String {
    talk.words("linear.demo.history-step", ["step": String(point.step), "value": number.of(point.value)])
  }

  /// The first, the last, and evenly some between.
  private static func sample<Point>(_ points: [Point], _ count: Int) -> [Point] {
    guard points.count > count else { return points }
    return (0..<count).map { points[$0 * (points.count - 1) / (count - 1)] }
  }

  // MARK: The table

  /// Rows of the picture's table, each cell after its heading.
  var table: [String] {
    let table = frame.table
    guard !table.rows.isEmpty else { return [talk.words("linear.demo.no-table")] }
    return table.rows.enumerated().map { index, row in
      let cells = row.enumerated().map { column, cell in
        let heading = table.columns.indices.contains(column) ? table.columns[column] + " " : ""
        return heading + number.inText(Sanitizer.clean(cell))
      }
      return talk.joined(talk.words("linear.row", ["n": String(index + 1)]), cells.joined(separator: comma))
    }
  }

  /// Why the chosen number is what it is.
  var explanation: [String] {
    frame.explanation?.map { number.inText($0) } ?? [talk.words("linear.demo.no-reason")]
  }

  // MARK: Knobs and presets

  /// "1. learning rate 0.1, takes 0.0001 to 2".
  var knobs: [String] {
    guard !card.knobs.isEmpty else { return [talk.words("linear.demo.no-knobs")] }
    return card.knobs.enumerated().map { "\($0 + 1). " + knob($1) + comma + range($1) }
  }

  /// "learning rate 0.1".
  func knob(_ knob: Knob) -> String {
    let value = knob.text(frame.settings[knob.id] ?? knob.defaultValue, talk.language)
    return knob.title[talk.language] + " " + number.inText(value)
  }

  /// What the knob takes.
  func range(_ knob: Knob) -> String {
    switch knob.range {
    case .choice(let choices):
      let names = choices.map { $0.title[talk.language] }.joined(separator: talk.language == .en ? ", " : "、")
      return talk.words("linear.knob.choices", ["choices": names])
    case .linear(let bounds, _), .logarithmic(let bounds, _):
      return talk.words(
        "linear.knob.range", ["low": number.of(bounds.lowerBound), "high": number.of(bounds.upperBound)])
    }
  }

  var presets: [String] {
    guard !card.presets.isEmpty else { return [talk.words("linear.demo.no-presets")] }
    return card.presets.enumerated().map { "\($0 + 1). \($1.title[talk.language])" }
  }

  /// A metric's name in words.
  func title(_ metric: String) -> String { card.metricTitles[metric]?[talk.language] ?? metric }
}
