import Terminal

/// Which knobs stand where in the strip's rows: from the first knob on where the selected one is then seen, else from the
/// nearest one to it from which it is.
struct KnobRows {
  struct Place: Hashable {
    let knob: Int
    let x: Int
    let row: Int
    /// At most that of its row.
    let width: Int
  }

  let places: [Place]
  /// Whether there are knobs before the first and after the last that are shown.
  let hidesBefore: Bool
  let hidesAfter: Bool

  /// - Parameter widths: the columns of each knob's text.
  init(_ widths: [Int], selected: Int, in size: Size) {
    var first = 0
    var places = Self.fill(widths, from: first, size)
    while first < selected, !places.contains(where: { $0.knob == selected }) {
      first += 1
      places = Self.fill(widths, from: first, size)
    }
    self.places = places
    hidesBefore = first > 0
    hidesAfter = (places.last?.knob ?? -1) < widths.count - 1
  }

  /// Row after row, a blank between two; columns at the ends are left free where marks stand.
  private static func fill(_ widths: [Int], from first: Int, _ size: Size) -> [Place] {
    let mark = size.width >= 12 ? 2 : 0
    var places: [Place] = []
    var (x, row) = (first > 0 ? mark : 0, 0)
    for knob in first..<widths.count {
      let start = row == 0 && first > 0 ? mark : 0
      if x > start, x + widths[knob] > room(row, after: knob, widths, size, mark, x) {
        guard row + 1 < size.height else { break }
        (x, row) = (0, row + 1)
      }
      let width = min(widths[knob], room(row, after: knob, widths, size, mark, x) - x)
      guard width > 0 else { break }
      places.append(Place(knob: knob, x: x, row: row, width: width))
      x += width + 1
    }
    return places
  }

  /// Where a row ends: at the edge, but before the mark in the last row unless all that is left fits.
  private static func room(
    _ row: Int, after knob: Int, _ widths: [Int], _ size: Size, _ mark: Int, _ x: Int
  ) -> Int {
    let rest = widths[knob...].reduce(x - 1) { $0 + $1 + 1 }
    return row == size.height - 1 && rest > size.width ? size.width - mark : size.width
  }
}
