import Terminal
import Wording

/// The pane of a demo: title and goal, the picture, the narration, the metrics, the knobs and the player line.
public struct DemoPane: Sendable {
  public let frame: PlayerFrame

  public init(_ frame: PlayerFrame) { self.frame = frame }

  /// Draws the pane into a rectangle of any size; `isFocused` says whether the keys go to it.
  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme, isFocused: Bool = true) {
    let layout = frame.layout(rect.size)
    var pane = Surface(rect.size)
    drawTitle(on: &pane, in: layout.title, theme)
    for index in frame.lanes.indices { drawLane(index, on: &pane, layout, theme) }
    drawWords(on: &pane, in: layout.narration, theme)
    drawFault(on: &pane, above: layout.narration, theme)
    drawMetrics(on: &pane, in: layout.metrics, theme)
    KnobStrip(frame: frame, isFocused: isFocused).draw(on: &pane, in: layout.knobs, theme: theme)
    drawPlayer(on: &pane, in: layout.player, theme)
    surface.blit(pane, x: rect.x, y: rect.y, clip: rect)
  }

  /// What of the pane, beside the picture, answers the mouse.
  public enum Target: Hashable, Sendable {
    /// By its place on the card.
    case knob(Int)
    case player
  }

  /// What stands at a point of a pane of that size; nil for the picture and for what answers nothing.
  public func target(at point: Point, in size: Size, theme: Theme) -> Target? {
    let layout = frame.layout(size)
    if layout.player.contains(point) { return .player }
    return KnobStrip(frame: frame, isFocused: true).knob(at: point, in: layout.knobs, theme: theme).map { .knob($0) }
  }

  private func drawTitle(on pane: inout Surface, in rect: Rect, _ theme: Theme) {
    guard !rect.isEmpty else { return }
    let title = plain(frame.card.title[frame.language], theme).truncated(to: rect.width, glyphs: theme.glyphs)
    let taken = pane.write(title, x: rect.x, y: rect.y, style: theme.heading, clip: rect)
    guard frame.card.goal.isChallenge else { return }
    let goal = plain(PlayerWords.goal(frame.card.goal, theme.glyphs)[frame.language], theme)
    let width = TextWidth.of(goal)
    guard taken + 2 + width <= rect.width else { return }
    pane.write(goal, x: rect.maxX - width, y: rect.y, style: theme.dim, clip: rect)
  }

  private func drawLane(_ index: Int, on pane: inout Surface, _ layout: PaneLayout, _ theme: Theme) {
    guard layout.pictures.indices.contains(index) else { return }
    let (label, picture) = (layout.labels[index], layout.pictures[index])
    pane.blit(frame.lanes[index].picture, x: picture.x, y: picture.y, clip: picture)
    if !label.isEmpty {
      let style = index == frame.focus ? theme.accent : theme.dim
      let text = plain(laneLabel(index), theme).truncated(to: label.width, glyphs: theme.glyphs)
      pane.write(text, x: label.x, y: label.y, style: style, clip: label)
    }
    if index > 0 && !picture.isEmpty {
      let bar: Unicode.Scalar = theme.glyphs == .unicode ? "│" : "|"
      let height = label.height + picture.height
      pane.fill(Rect(x: picture.x - 1, y: label.y, width: 1, height: height), with: bar, style: theme.border)
    }
  }

  /// `> A  learning-rate 0.1`: the mark of the focused run, its letter, and the knobs in which the runs differ.
  private func laneLabel(_ index: Int) -> String {
    let settings = frame.lanes[index].settings
    let different = frame.card.knobs.filter { knob in frame.lanes.contains { $0.settings[knob.id] != settings[knob.id] }
    }
    let values = different.map { knob in
      knob.title[frame.language] + " " + knob.text(settings[knob.id] ?? knob.defaultValue, frame.language)
    }
    let mark = index == frame.focus ? "> " : "  "
    return mark + ["A", "B"][index % 2] + "  " + values.joined(separator: "  ")
  }

  /// A refused text with carets under its fault, over the lowest rows of the picture.
  private func drawFault(on pane: inout Surface, above words: Rect, _ theme: Theme) {
    guard let mark = FaultMark(frame), words.y >= 4 else { return }
    let area = Rect(x: words.x, y: words.y - 2, width: words.width, height: 2)
    pane.fill(area)
    for (row, line) in mark.lines(columns: area.width).enumerated() {
      pane.write(line, x: area.x, y: area.y + row, style: row == 0 ? theme.text : theme.bad, clip: area)
    }
  }

  /// The narration; while an input is refused, what was wrong with it and what to do about it.
  private func drawWords(on pane: inout Surface, in rect: Rect, _ theme: Theme) {
    let lines = words(rect, theme)
    let isFault = frame.fault != nil
    for (row, line) in lines.prefix(rect.height).enumerated() {
      pane.write(line, x: rect.x, y: rect.y + row, style: isFault ? theme.bad : theme.text, clip: rect)
    }
  }

  private func words(_ rect: Rect, _ theme: Theme) -> [String] {
    guard let fault = frame.fault else {
      let text = plain(frame.narration, theme)
      return NarrationText.lines(text, columns: rect.width, rows: rect.height, glyphs: theme.glyphs)
    }
    let message = plain("! " + fault.message[frame.language], theme)
    return NarrationText.lines(message, columns: rect.width, rows: rect.height, glyphs: theme.glyphs)
  }

  private func drawMetrics(on pane: inout Surface, in rect: Rect, _ theme: Theme) {
    var x = rect.x
    for metric in frame.lane.demo.shownMetrics {
      let value = NumberText.short(metric.value)
      let name = frame.card.metricTitles[metric.name]?[frame.language] ?? metric.name
      let width = TextWidth.of(name) + 1 + max(7, TextWidth.of(value))
      guard x + width <= rect.maxX || x == rect.x else { break }
      let isGoal = frame.card.goal.isChallenge && metric.name == frame.card.goal.metric
      x += pane.write(name, x: x, y: rect.y, style: isGoal ? theme.accent : theme.dim, clip: rect) + 1
      pane.write(value, x: x, y: rect.y, style: theme.strong, clip: rect)
      x += max(7, TextWidth.of(value)) + 2
    }
  }

  private func drawPlayer(on pane: inout Surface, in rect: Rect, _ theme: Theme) {
    var x = rect.x
    for part in PlayerLine(frame: frame, theme: theme, columns: rect.width).parts {
      let text = plain(part.text, theme)
      guard x + TextWidth.of(text) <= rect.maxX else { return }
      x += pane.write(text, x: x, y: rect.y, style: part.style, clip: rect) + 2
    }
  }

  private func plain(_ text: String, _ theme: Theme) -> String { NarrationText.plain(text, theme.glyphs) }
}
