import Terminal
import Widgets

/// Which of many rows is selected, and which of them are on the screen; the rows themselves are drawn by the caller, so
/// that a thousand cost nothing.
struct PickList {
  private(set) var count: Int
  private(set) var selected = 0
  /// The first row on the screen.
  private(set) var top = 0
  private var height = 1

  init(count: Int, selected: Int = 0) {
    self.count = count
    self.selected = max(0, min(selected, count - 1))
  }

  mutating func move(by rows: Int) { selected = max(0, min(selected + rows, count - 1)) }

  /// Selects the row at this place of the screen; false where there is none.
  mutating func select(row: Int) -> Bool {
    guard (0..<height).contains(row), top + row < count else { return false }
    selected = top + row
    return true
  }

  /// Moves the selection; false where the key is none of the list's. Home and End are a text field's.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: move(by: -max(1, height - 1))
    case .pageDown: move(by: max(1, height - 1))
    default: return false
    }
    return true
  }

  /// The rows on a screen of this height, with the selected one among them.
  mutating func window(height: Int) -> Range<Int> {
    self.height = max(1, height)
    if selected < top { top = selected }
    if selected >= top + self.height { top = selected - self.height + 1 }
    top = max(0, min(top, count - self.height))
    return top..<min(count, top + max(0, height))
  }

  func drawMark(on surface: inout Surface, in rect: Rect, _ theme: Theme) {
    ScrollMark(top: top, visible: height, total: count)
      .draw(on: &surface, in: rect.splitRight(1).right, theme: theme)
  }
}
