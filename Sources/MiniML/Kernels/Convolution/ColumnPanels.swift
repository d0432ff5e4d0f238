/// How a matrix `[depth, columns]` lies in panels of 16 neighbouring columns, so that a product reads it in one stream.
///
/// Each panel is a matrix of its own, row after row; the last is 8 wide where that is enough, and what it has beyond the
/// matrix is zero. The panel that begins with column j begins `j * depth` numbers into the memory.
struct ColumnPanels {
  let depth: Int
  let columns: Int

  /// The columns with those that fill the last panel.
  var width: Int { (columns + 7) / 8 * 8 }
  /// How many numbers all panels hold.
  var count: Int { depth * width }

  /// Calls `body` with the first column of each panel and how many columns of memory and of the matrix it has.
  @inline(__always)
  func forEach(_ body: (_ column: Int, _ width: Int, _ used: Int) -> Void) {
    for column in stride(from: 0, to: columns, by: 16) {
      body(column, min(16, width - column), min(16, columns - column))
    }
  }

  /// Copies one row of the matrix to its places; its numbers lie `stride` apart.
  func packRow(_ row: Int, _ source: UnsafePointer<Float>, stride: Int, into panels: UnsafeMutablePointer<Float>) {
    forEach { column, width, used in
      let target = panels + column * depth + row * width
      for j in 0..<used { target[j] = source[(column + j) * stride] }
      for j in used..<width { target[j] = 0 }
    }
  }

  /// Makes one row of all panels zero.
  func clearRow(_ row: Int, in panels: UnsafeMutablePointer<Float>) {
    forEach { column, width, _ in (panels + column * depth + row * width).update(repeating: 0, count: width) }
  }

  /// Copies all rows, which follow each other without a gap; numbers whose mask is not above 0 become zero.
  func pack(
    from source: UnsafePointer<Float>, mask: UnsafePointer<Float>?, into panels: UnsafeMutablePointer<Float>
  ) {
    forEach { column, width, used in
      let target = panels + column * depth
      for row in 0..<depth {
        let from = row * columns + column
        let to = target + row * width
        if let mask {
          Rectifying.copy(source + from, where: mask + from, into: to, count: used)
        } else {
          Row.map(source + from, into: to, count: used) { $0 }
        }
        for j in used..<width { to[j] = 0 }
      }
    }
  }

  /// Adds up all rows: `sums[j] += sum over rows of panels[row, j]`, `width` of them.
  func addRows(of panels: UnsafePointer<Float>, to sums: UnsafeMutablePointer<Float>) {
    forEach { column, width, _ in
      let panel = panels + column * depth
      for row in 0..<depth {
        Row.map(panel + row * width, sums + column, into: sums + column, count: width) { $0 + $1 }
      }
    }
  }
}
