import MiniML
import Plots
import Terminal
import Wording

extension SelfAttentionDemo {
  public func draw(on surface: inout Surface, context: DrawContext) {
    guard run != nil else { return drawMissing(on: &surface, context) }
    let areas = SelfAttentionLayout(surface.size)
    StageStrip(stage: stage, head: settings.choice("head")).draw(on: &surface, in: areas.heading, context)
    if stage == .output {
      drawGuesses(on: &surface, in: areas.picture, context)
    } else {
      for (head, area) in maps(in: areas.picture) {
        heatmap(head, context).draw(on: &surface, in: area, theme: context.theme)
      }
    }
    drawExplanation(on: &surface, in: areas.side, context)
  }

  /// The cell under a place of a picture of that size.
  func cell(at point: Point, in size: Size) -> Cell? {
    let area = SelfAttentionLayout(size).picture
    if stage == .output {
      let row = point.y - area.y
      return area.contains(point) && row < wordCount ? Cell(row: row, column: chosen.column) : nil
    }
    let context = DrawContext(language: .en, theme: .standard(colors: .none))
    for (head, part) in maps(in: area) {
      if let (row, column) = heatmap(head, context).cell(at: point, in: part) { return Cell(row: row, column: column) }
    }
    return nil
  }

  /// The maps to draw and where: one for the head looked at; for all heads, one each where there is room for them.
  private func maps(in area: Rect) -> [(head: Int?, area: Rect)] {
    let rows = wordCount + 3
    guard head == nil, stage != .embeddings else { return [(head, area)] }
    guard area.width >= 56, area.height >= 2 * rows, headCount == 4 else { return oneRow(of: area, rows) }
    let (top, bottom) = area.splitTop(area.height / 2)
    return [top, bottom].enumerated().flatMap { half, band in
      let (left, right) = band.splitLeft(band.width / 2)
      return [(2 * half, left.inset(x: 1)), (2 * half + 1, right.inset(x: 1))]
    }
  }

  private func oneRow(of area: Rect, _ rows: Int) -> [(head: Int?, area: Rect)] {
    guard area.height >= rows, headCount > 0, area.width / headCount >= 2 * columnCount + 10 else {
      return [(nil, area)]
    }
    let width = area.width / headCount
    return (0..<headCount).map { h in
      (h, Rect(x: area.x + h * width, y: area.y, width: width - 1, height: area.height))
    }
  }

  private func heatmap(_ head: Int?, _ context: DrawContext) -> Heatmap {
    guard let run, let result = matrix(stage, head: head) else { return Heatmap([]) }
    let values = (0..<result.shape[0]).map { result.row($0).data.map(Double.init) }
    let words = run.words.map { $0.isUnknown ? $0.text + "?" : $0.text }
    let isShare = stage == .weights
    return Heatmap(
      values, rowLabels: words, columnLabels: stage.isBetweenWords ? words : [],
      map: isShare ? .sequential : .diverging, range: isShare ? 0...1 : nil, showsValues: showsNumbers,
      selection: (chosen.row, chosen.column), title: mapTitle(head, context))
  }

  private func mapTitle(_ head: Int?, _ context: DrawContext) -> String {
    guard self.head == nil, stage != .embeddings else { return "" }
    let name = head.map { Bilingual(en: "head \($0 + 1)", zh: "头 \($0 + 1)") }
    return (name ?? Bilingual(en: "mean of all heads", zh: "所有头的平均"))[context.language]
  }

  /// The likeliest next word after each word, and the chosen word's five as bars.
  private func drawGuesses(on surface: inout Surface, in area: Rect, _ context: DrawContext) {
    guard let run, !area.isEmpty else { return }
    let widest = run.words.map { TextWidth.of($0.text) }.max() ?? 0
    let hasBars = area.width >= 50
    let (list, bars) =
      hasBars ? area.splitLeft(max(28, area.width / 2)) : (area, Rect(x: area.maxX, y: area.y, width: 0, height: 0))
    let first = max(0, min(chosen.row - list.height / 2, wordCount - list.height))
    for (line, i) in (first..<min(wordCount, first + list.height)).enumerated() {
      guard let best = run.figures.guesses[i].first else { continue }
      let mark = i == chosen.row ? "> " : "  "
      let arrow = context.theme.glyphs == .unicode ? " → " : " -> "
      let text =
        mark + run.words[i].text.padded(to: widest) + arrow + vocabularyWord(best.token) + " "
        + NumberText.fixed(best.probability, decimals: 2)
      let style = i == chosen.row ? context.theme.accent : context.theme.text
      surface.write(text, x: list.x, y: list.y + line, style: style, columns: list.width, clip: list)
    }
    let guesses = run.figures.guesses[chosen.row]
    BarChart(
      guesses.indices.map {
        BarChart.Bar(vocabularyWord(guesses[$0].token), guesses[$0].probability, isHighlighted: $0 == chosen.column)
      },
      range: 0...1
    ).draw(on: &surface, in: bars.inset(x: 1), theme: context.theme)
  }

  private func drawExplanation(on surface: inout Surface, in area: Rect, _ context: DrawContext) {
    guard !area.isEmpty, let lines = explanation(context.language) else { return }
    for (row, line) in lines.prefix(area.height).enumerated() {
      let style = row == 0 ? context.theme.strong : context.theme.text
      surface.write(
        NarrationText.plain(line, context.theme.glyphs).truncated(to: area.width, glyphs: context.theme.glyphs),
        x: area.x, y: area.y + row, style: style,
        clip: area)
    }
  }

  /// What is missing, in the picture too.
  private func drawMissing(on surface: inout Surface, _ context: DrawContext) {
    let area = surface.bounds.inset(x: surface.width > 4 ? 1 : 0)
    let lines = NarrationText.lines(
      narration(context.language), columns: area.width, rows: area.height, glyphs: context.theme.glyphs)
    for (row, line) in lines.enumerated() {
      surface.write(line, x: area.x, y: area.y + row, style: context.theme.warning, clip: area)
    }
  }
}
