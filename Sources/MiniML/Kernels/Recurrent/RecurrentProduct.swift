/// A few rows times some of the panels, each sum begun from a base: what a step of a recurrent layer multiplies.
struct RecurrentProduct {
  /// How much of a panel is used for all rows before the next part is read: 24 KiB, which the nearest cache holds.
  static let part = 192

  /// Row i begins at `a + i * aStride`.
  let a: UnsafePointer<Float>
  let aStride: Int
  let count: Int

  /// `c = base + a W` for the units of a block: columns `a[0..<rows.count]` meet the rows `rows` of the panel.
  ///
  /// Row i of the base begins at `base + i * baseStride`; a stride of 0 serves one row, the bias, to all. `base` may be
  /// c; nil stands for zeros.
  func multiply(
    _ weights: RecurrentPanels, rows: Range<Int>, gate: Int, block: Int, base: UnsafePointer<Float>?, baseStride: Int,
    into c: UnsafeMutablePointer<Float>, cStride: Int
  ) {
    let columns = min(RecurrentPanels.width, weights.units - block * RecurrentPanels.width)
    let panel = UnsafePointer(weights.panel(gate: gate, block: block))
    var (base, baseStride, first) = (base, baseStride, rows.lowerBound)
    repeat {
      let end = min(first + Self.part, rows.upperBound)
      let tile = RecurrentTile(
        a: a + (first - rows.lowerBound), rowStride: aStride, panel: panel + first * RecurrentPanels.width,
        length: end - first)
      multiply(tile, base, baseStride, c, cStride, columns)
      (base, baseStride, first) = (UnsafePointer(c), cStride, end)
    } while first < rows.upperBound
  }

  /// Three rows at a time; four are better taken as two and two than as three and one.
  @inline(never)
  private func multiply(
    _ tile: RecurrentTile, _ base: UnsafePointer<Float>?, _ baseStride: Int, _ c: UnsafeMutablePointer<Float>,
    _ cStride: Int, _ columns: Int
  ) {
    @inline(__always) func begin(_ i: Int) -> RecurrentSums {
      base.map { RecurrentSums($0 + i * baseStride, count: columns) } ?? RecurrentSums()
    }
    var i = 0
    while count - i > 4 || count - i == 3 {
      var r = begin(i)
      var s = begin(i + 1)
      var t = begin(i + 2)
      tile.add(row: i, to: &r, &s, &t)
      r.store(to: c + i * cStride, count: columns)
      s.store(to: c + (i + 1) * cStride, count: columns)
      t.store(to: c + (i + 2) * cStride, count: columns)
      i += 3
    }
    while count - i >= 2 {
      var r = begin(i)
      var s = begin(i + 1)
      tile.add(row: i, to: &r, &s)
      r.store(to: c + i * cStride, count: columns)
      s.store(to: c + (i + 1) * cStride, count: columns)
      i += 2
    }
    if i < count {
      var r = begin(i)
      tile.add(row: i, to: &r)
      r.store(to: c + i * cStride, count: columns)
    }
  }
}
