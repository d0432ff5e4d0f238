import Terminal

/// Text in runs of one style each.
public struct StyledText: Hashable, Sendable {
  public struct Run: Hashable, Sendable {
    public var text: String
    public var style: Style
    /// No line is broken inside the run where there is another way.
    public var isKeptTogether: Bool
    /// What the text stands for, where it can be opened.
    public var mark: ReaderMark?

    public init(_ text: String, _ style: Style = .plain, isKeptTogether: Bool = false, mark: ReaderMark? = nil) {
      self.text = text
      self.style = style
      self.isKeptTogether = isKeptTogether
      self.mark = mark
    }

    var columns: Int { TextWidth.of(text) }

    /// The same run with another text or style.
    func with(text: String? = nil, style: Style? = nil) -> Run {
      Run(text ?? self.text, style ?? self.style, isKeptTogether: isKeptTogether, mark: mark)
    }
  }

  public private(set) var runs: [Run]

  public init(_ text: String = "", _ style: Style = .plain) {
    runs = text.isEmpty ? [] : [Run(text, style)]
  }

  public init(_ runs: [Run]) { self.runs = runs.filter { !$0.text.isEmpty } }

  public mutating func append(_ text: String, _ style: Style = .plain) { append(Run(text, style)) }

  public mutating func append(_ other: StyledText) { other.runs.forEach { append($0) } }

  /// Runs of the same style and mark become one.
  public mutating func append(_ run: Run) {
    guard !run.text.isEmpty else { return }
    if let last = runs.last, last.style == run.style, last.mark == run.mark, !last.isKeptTogether, !run.isKeptTogether {
      runs[runs.count - 1].text += run.text
    } else {
      runs.append(run)
    }
  }

  public static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.append(right)
    return sum
  }

  /// The words without styles.
  public var plain: String { runs.map(\.text).joined() }

  /// Columns.
  public var width: Int { runs.reduce(0) { $0 + TextWidth.of($1.text) } }

  public var isEmpty: Bool { runs.isEmpty }

  /// Every run with more attributes.
  public func adding(_ attributes: Attributes) -> StyledText {
    StyledText(runs.map { $0.with(style: $0.style.adding(attributes)) })
  }

  /// Every run in one style.
  public func restyled(_ style: Style) -> StyledText {
    StyledText(runs.map { $0.with(style: style) })
  }

  /// The longest beginning that fits, with an ellipsis where something was cut.
  public func truncated(to columns: Int, glyphs: GlyphTier = .unicode) -> StyledText {
    guard width > columns else { return self }
    var room = columns
    var short = StyledText()
    for run in runs {
      let width = TextWidth.of(run.text)
      // The run that holds the cut must show that something is missing, even where it would just fit.
      let isLast = width >= room
      short.append(isLast ? run.with(text: (run.text + " ").truncated(to: room, glyphs: glyphs)) : run)
      if isLast { break }
      room -= width
    }
    return short
  }

  /// Draws one row from column `x`; returns the columns taken.
  @discardableResult
  public func draw(on surface: inout Surface, x: Int, y: Int, columns: Int = .max, clip: Rect? = nil) -> Int {
    var column = x
    for run in runs {
      let room = columns == .max ? Int.max : columns - (column - x)
      guard room > 0 else { break }
      column += surface.write(run.text, x: column, y: y, style: run.style, columns: room, clip: clip)
    }
    return column - x
  }
}

/// One row of styled text.
public typealias StyledLine = StyledText
