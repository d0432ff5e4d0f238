/// `C = start + A B`, where A is nowhere in memory as a matrix: its element (i, p) is `source[rows[i] + steps[p]]`.
///
/// A convolution needs each number of its input once under each tap. Copying the input out to one row for each place of
/// the window (im2col) takes nine times its memory for 3x3; here a row is only where its window begins, and a step is
/// where in the window its number lies.
/// Source: the indirection buffer of Dukhan (2019), "The Indirect Convolution Algorithm"; here offsets, not pointers.
enum GatheredProduct {
  /// `c[targets[i] + j] = panels[0, j] + sum over p of source[rows[i] + steps[p]] * panels[1 + p, j]`.
  ///
  /// The first row of the panels is what the sums start from: a bias or zeros.
  static func write(
    _ source: UnsafePointer<Float>, rows: UnsafeBufferPointer<Int>, steps: UnsafeBufferPointer<Int>,
    panels: UnsafePointer<Float>, columns: Int, into c: UnsafeMutablePointer<Float>, targets: UnsafePointer<Int>
  ) {
    let layout = ColumnPanels(depth: 1 + steps.count, columns: columns)
    layout.forEach { column, width, used in
      let panel = panels + column * layout.depth
      for i in stride(from: 0, to: rows.count, by: 6) {
        let tile = UnsafeBufferPointer(rebasing: rows[i..<min(i + 6, rows.count)])
        if tile.count < 6 || used < width {
          writeEdge(source, tile, steps, panel, width: width, used: used, into: c + column, targets: targets + i)
        } else if width == 16 {
          sums(source, tile, steps, panel, SIMD16<Float>.self).store(to: c + column, targets: targets + i)
        } else {
          sums(source, tile, steps, panel, SIMD8<Float>.self).store(to: c + column, targets: targets + i)
        }
      }
    }
  }

  /// Six rows of sums under the first row of a panel.
  @inline(__always)
  private static func sums<Row: TileRow>(
    _ source: UnsafePointer<Float>, _ rows: UnsafeBufferPointer<Int>, _ steps: UnsafeBufferPointer<Int>,
    _ panel: UnsafePointer<Float>, _: Row.Type
  ) -> TileSums<Row> {
    var sums = TileSums<Row>(repeating: panel)
    sums.add(source, rows: rows.baseAddress!, steps: steps, panel: panel + Row.scalarCount)
    return sums
  }

  /// Fewer than six rows, or columns that do not fill a vector: the whole tile is worked out beside, its part copied.
  private static func writeEdge(
    _ source: UnsafePointer<Float>, _ rows: UnsafeBufferPointer<Int>, _ steps: UnsafeBufferPointer<Int>,
    _ panel: UnsafePointer<Float>, width: Int, used: Int, into c: UnsafeMutablePointer<Float>,
    targets: UnsafePointer<Int>
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 6) { six in
      for i in 0..<6 { six.initializeElement(at: i, to: rows[min(i, rows.count - 1)]) }
      withUnsafeTemporaryAllocation(of: Float.self, capacity: 6 * 16) { tile in
        let six = UnsafeBufferPointer(six)
        if width == 16 {
          sums(source, six, steps, panel, SIMD16<Float>.self).store(to: tile.baseAddress!)
        } else {
          sums(source, six, steps, panel, SIMD8<Float>.self).store(to: tile.baseAddress!)
        }
        for i in 0..<rows.count {
          for j in 0..<used { c[targets[i] + j] = tile[i * width + j] }
        }
      }
    }
  }

  /// `c += A B` over rows `first..<first + steps.count` of B; B `[depth, columns]` and c are in panels, and the number
  /// of rows is a multiple of six.
  static func add(
    _ source: UnsafePointer<Float>, rows: UnsafeBufferPointer<Int>, steps: UnsafeBufferPointer<Int>,
    panels: UnsafePointer<Float>, from first: Int, depth: Int, columns: Int, into c: UnsafeMutablePointer<Float>
  ) {
    ColumnPanels(depth: depth, columns: columns).forEach { column, width, _ in
      let panel = panels + column * depth + first * width
      for i in stride(from: 0, to: rows.count, by: 6) {
        let tile = c + column * rows.count + i * width
        if width == 16 {
          add(source, rows.baseAddress! + i, steps, panel, SIMD16<Float>.self, to: tile)
        } else {
          add(source, rows.baseAddress! + i, steps, panel, SIMD8<Float>.self, to: tile)
        }
      }
    }
  }

  @inline(__always)
  private static func add<Row: TileRow>(
    _ source: UnsafePointer<Float>, _ rows: UnsafePointer<Int>, _ steps: UnsafeBufferPointer<Int>,
    _ panel: UnsafePointer<Float>, _: Row.Type, to tile: UnsafeMutablePointer<Float>
  ) {
    var sums = TileSums<Row>(from: tile)
    sums.add(source, rows: rows, steps: steps, panel: panel)
    sums.store(to: tile)
  }
}
