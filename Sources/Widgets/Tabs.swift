import Terminal

/// Titles in one row of which one is chosen; the chosen one stands in brackets.
public struct Tabs: Hashable, Sendable {
  public var titles: [String] {
    didSet { select(selected) }
  }
  public private(set) var selected: Int

  public init(_ titles: [String], selected: Int = 0) {
    self.titles = titles
    self.selected = max(0, min(selected, titles.count - 1))
  }

  public mutating func select(_ index: Int) { selected = max(0, min(index, titles.count - 1)) }

  /// Tab and Shift-Tab go round; false for other keys.
  public mutating func handle(_ key: Key) -> Bool {
    guard !titles.isEmpty else { return false }
    switch key {
    case .tab: selected = (selected + 1) % titles.count
    case .backTab: selected = (selected + titles.count - 1) % titles.count
    default: return false
    }
    return true
  }

  /// Draws into the first row. Where room is short, tabs before the chosen one are left out first.
  public func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    for place in places(in: rect) {
      let isSelected = place.index == selected
      let text = (isSelected ? "[" : " ") + titles[place.index] + (isSelected ? "]" : " ")
      let style = isSelected ? theme.accent : theme.dim
      surface.write(
        text.truncated(to: place.width, glyphs: theme.glyphs), x: place.x, y: rect.y, style: style, clip: rect)
    }
  }

  /// The tab under a point of the rectangle that they are drawn in.
  public func index(at point: Point, in rect: Rect) -> Int? {
    guard point.y == rect.y else { return nil }
    return places(in: rect).first { ($0.x..<($0.x + $0.width)).contains(point.x) }?.index
  }

  private struct Place {
    let index: Int
    let x: Int
    let width: Int
  }

  private func places(in rect: Rect) -> [Place] {
    guard !rect.isEmpty, titles.indices.contains(selected) else { return [] }
    let widths = titles.map { TextWidth.of($0) + 2 }
    var first = 0
    while first < selected, widths[first...selected].reduce(0, +) > rect.width { first += 1 }
    var places: [Place] = []
    var x = rect.x
    for index in first..<titles.count where x < rect.maxX {
      places.append(Place(index: index, x: x, width: min(widths[index], rect.maxX - x)))
      x += widths[index] + 1
    }
    return places
  }
}
