import Terminal

/// A picture of numbers: drawn at any size, told as facts, and given as a table.
///
/// A chart knows no language: names and titles come from its owner, and what it has to say of itself are `facts`, which
/// `ChartSentences` in Demos turns into a sentence. A conforming type must stand in the samples of `PlotsTests` and in
/// the gallery, or tests fail.
public protocol Chart: Sendable {
  /// Draws into `area` and nowhere else, whatever its size, down to 1x1.
  func draw(on surface: inout Surface, in area: Rect, theme: Theme)

  /// What is to be seen in it, the most important first; `[.empty]` where there is nothing.
  var facts: [ChartFact] { get }

  /// Its numbers, for a screen reader. Every row is as long as the headings.
  var table: ChartTable { get }
}

extension Chart {
  /// The chart in a picture of its own.
  public func picture(_ size: Size, theme: Theme) -> Surface {
    var surface = Surface(size)
    draw(on: &surface, in: surface.bounds, theme: theme)
    return surface
  }
}

/// Charts that can stand side by side on the same scales, so that their pictures may be compared.
public protocol SharedScaleChart: Chart {
  /// The same charts, all with scales that show the values of each of them.
  static func sharingScales(_ charts: [Self]) -> [Self]
}
