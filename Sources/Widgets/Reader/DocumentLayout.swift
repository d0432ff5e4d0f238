import Markup
import Terminal

/// Lays a document out at a width.
struct DocumentLayout {
  let theme: Theme
  let words: DocumentWords
  let boxes: ReaderBoxes
  /// The numbers of the page's links, by their addresses.
  private let linkNumbers: [String: Int]

  init(theme: Theme, words: DocumentWords, boxes: ReaderBoxes, links: [DocumentLink] = []) {
    self.theme = theme
    self.words = words
    self.boxes = boxes
    linkNumbers = Dictionary(
      links.enumerated().map { ($1.url, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  var isASCII: Bool { theme.glyphs == .ascii }

  func page(_ document: Document, width: Int) -> ReaderPage {
    var lines: [ReaderPage.Line] = []
    var starts: [Int] = []
    var placed: [ReaderPage.PlacedFence] = []
    for (index, block) in document.blocks.enumerated() {
      starts.append(lines.count)
      let rows = rows(block, width: width)
      if case .fence(let fence) = block.kind {
        placed.append(.init(fence: fence, lines: lines.count..<(lines.count + rows.count)))
      }
      let blank = rows.isEmpty ? [] : [StyledText()]
      lines += (rows + blank).map { ReaderPage.Line(text: $0, block: index) }
    }
    for rows in PageEnd(document, layout: self, width: width).parts where !rows.isEmpty {
      let block = starts.count
      starts.append(lines.count)
      lines += (rows + [StyledText()]).map { ReaderPage.Line(text: $0, block: block) }
    }
    if lines.last?.text.isEmpty == true { lines.removeLast() }
    return ReaderPage(lines: lines, blockStarts: starts, fences: placed)
  }

  // MARK: Blocks

  func rows(_ block: Block, width: Int) -> [StyledLine] {
    let width = max(1, width)
    switch block.kind {
    case .heading(let level, let inlines): return heading(level, inlines, width)
    case .paragraph(let inlines): return text(inlines).wrapped(to: width)
    case .list(let list): return self.list(list, width)
    case .quote(let blocks): return quote(blocks, width)
    case .callout(let callout, let blocks): return self.callout(callout, blocks, width)
    case .code(let language, let text): return code(text, language, width)
    case .table(let table): return TableLayout(table, layout: self, width: width).rows
    case .math(let math): return display(math, width)
    case .rule: return [StyledText(String(repeating: isASCII ? "-" : "─", count: width), theme.border)]
    case .image(let path, let inlines): return image(path, inlines, width)
    case .fence(let fence): return boxes.fence(fence, width)
    }
  }

  func rows(_ blocks: [Block], width: Int, isTight: Bool = false) -> [StyledLine] {
    let parts = blocks.map { rows($0, width: width) }.filter { !$0.isEmpty }
    return Array(parts.joined(separator: isTight ? [] : [StyledText()]))
  }

  private func heading(_ level: Int, _ inlines: [Inline], _ width: Int) -> [StyledLine] {
    let style = level <= 2 ? theme.heading : theme.strong
    let lines = text(inlines, style).wrapped(to: width)
    guard level <= 2 else { return lines }
    let mark: String
    switch (level, theme.glyphs) {
    case (1, .unicode): mark = "━"
    case (1, .ascii): mark = "="
    case (_, .unicode): mark = "─"
    case (_, .ascii): mark = "-"
    }
    let length = lines.map(\.width).max() ?? 0
    return lines + [StyledText(String(repeating: mark, count: min(width, length)), theme.border)]
  }

  private func list(_ list: List, _ width: Int, depth: Int = 0) -> [StyledLine] {
    let widest = list.isOrdered ? String(list.start + list.items.count - 1).count + 2 : 2
    let items = list.items.enumerated().map { index, blocks in
      let mark = list.isOrdered ? "\(list.start + index). " : isASCII ? "- " : "• "
      let first = String(repeating: " ", count: max(0, widest - mark.count)) + mark
      let tick = list.ticks[index].map(self.tick) ?? ""
      let indent = widest + TextWidth.of(tick)
      let body = rows(blocks, width: width - indent, isTight: list.isTight)
      return prefixed(
        body.isEmpty ? [StyledText()] : body, first: StyledText(first + tick, theme.accent), width: indent)
    }
    return Array(items.joined(separator: list.isTight ? [] : [StyledText()]))
  }

  private func tick(_ isTicked: Bool) -> String {
    isASCII ? (isTicked ? "[x] " : "[ ] ") : isTicked ? "☑ " : "☐ "
  }

  func prefixed(_ rows: [StyledLine], first: StyledText, width: Int) -> [StyledLine] {
    let rest = StyledText(String(repeating: " ", count: width))
    return rows.enumerated().map { index, row in index == 0 ? first + row : row.isEmpty ? row : rest + row }
  }

  private func quote(_ blocks: [Block], _ width: Int) -> [StyledLine] {
    let bar = StyledText(isASCII ? "| " : "▎ ", theme.border)
    return rows(blocks, width: width - 2).map { bar + $0 }
  }

  /// A quote with a head that names its kind; its bar and its sign are coloured by it.
  private func callout(_ callout: Callout, _ blocks: [Block], _ width: Int) -> [StyledLine] {
    let (sign, style): (String, Style) =
      switch callout {
      case .note: (isASCII ? "i" : "◆", theme.accent)
      case .tip: (isASCII ? "+" : "✓", theme.good)
      case .warning: ("!", theme.warning)
      }
    let head = StyledText(sign + " " + words[callout], style)
    let bar = StyledText(isASCII ? "| " : "▌ ", style)
    return ([head] + rows(blocks, width: width - 2)).map { bar + $0 }
  }

  /// Without its picture, the words for it in its place.
  private func image(_ path: String, _ inlines: [Inline], _ width: Int) -> [StyledLine] {
    let caption = text(inlines, theme.dim)
    guard let picture = boxes.image(path, width) else {
      return (StyledText("[\(words.image)] ", theme.dim) + caption).wrapped(to: width)
    }
    return picture + (inlines.isEmpty ? [] : caption.wrapped(to: width))
  }

  private func code(_ text: String, _ language: String, _ width: Int) -> [StyledLine] {
    let bar = StyledText(isASCII ? ": " : "┊ ", theme.border)
    return CodeHighlighter.lines(text, language: language, theme: theme).flatMap { line in
      line.hardWrapped(to: width - 2).map { bar + $0 }
    }
  }

  private func display(_ math: Math, _ width: Int) -> [StyledLine] {
    let indent = width >= 40 ? 4 : width >= 20 ? 2 : 0
    let blank = StyledText(String(repeating: " ", count: indent))
    return math.display(width: width - indent, glyphs: theme.glyphs).map { blank + StyledText($0, theme.math) }
  }

  // MARK: Running text

  /// A small raised number; `^1` where only ASCII may be drawn.
  private func footnoteMark(_ number: Int) -> StyledText.Run {
    let text = isASCII ? "^\(number)" : String(String(number).map { Self.raised[$0] ?? $0 })
    return .init(text, theme.link, isKeptTogether: true, mark: .footnote(number))
  }

  private static let raised = [Character: Character](uniqueKeysWithValues: zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))

  func text(_ inlines: [Inline], _ style: Style? = nil) -> StyledText {
    var text = StyledText()
    for inline in inlines { append(inline, style ?? theme.text, to: &text) }
    return text
  }

  private func append(_ inline: Inline, _ style: Style, to text: inout StyledText) {
    switch inline {
    case .text(let words): text.append(words, style)
    case .emphasis(let parts): for part in parts { append(part, style.over(theme.emphasis), to: &text) }
    case .strong(let parts): for part in parts { append(part, style.over(theme.strong), to: &text) }
    case .code(let code):
      // Without colour the backticks stay, or code would look like words.
      let isPlain = theme.colors == .none
      text.append(.init(isPlain ? "`\(code)`" : code, theme.code, isKeptTogether: code.count <= 24))
    case .math(let math):
      let row = math.linear(glyphs: theme.glyphs)
      text.append(.init(row, theme.math, isKeptTogether: TextWidth.of(row) <= 24))
    case .term(let words, let id):
      text.append(.init(words, style.adding(.underline), mark: .term(id)))
    case .footnote(let number): text.append(footnoteMark(number))
    case .link(let parts, let url):
      var words = StyledText()
      for part in parts { append(part, style.over(theme.link), to: &words) }
      if let number = linkNumbers[url] { words.append("[\(number)]", style.over(theme.dim)) }
      for run in words.runs {
        text.append(.init(run.text, run.style, isKeptTogether: run.isKeptTogether, mark: .link(url)))
      }
    case .lineBreak: text.append("\n", style)
    }
  }
}

extension Style {
  /// Another style's colour and attributes upon this one's attributes.
  fileprivate func over(_ other: Style) -> Style {
    Style(
      other.foreground == .standard ? foreground : other.foreground,
      on: other.background == .standard ? background : other.background, attributes.union(other.attributes))
  }
}
