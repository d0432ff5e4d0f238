/// Weights `[rows, gates * units]` cut into panels of 32 columns, laid out once and then read at every step.
///
/// A panel holds 32 units of one gate; the 32 numbers of a row are neighbours, and row follows row. Where 32 does not
/// divide the units, zeros fill the last panel of each gate. All units' panels of a gate follow each other, gate by gate.
struct RecurrentPanels: @unchecked Sendable {
  /// The columns of a panel: four vectors of eight numbers.
  static let width = 32

  let start: UnsafeMutablePointer<Float>
  let rows: Int
  let gates: Int
  /// The columns of one gate.
  let units: Int

  /// How many numbers `start` must have room for.
  static func count(rows: Int, gates: Int, units: Int) -> Int { rows * gates * blocks(units) * width }

  /// How many panels the units of a gate fill.
  static func blocks(_ units: Int) -> Int { (units + width - 1) / width }

  var blocks: Int { Self.blocks(units) }

  /// The first number of a panel.
  func panel(gate: Int, block: Int) -> UnsafeMutablePointer<Float> {
    start + (gate * blocks + block) * rows * Self.width
  }

  /// Lays out a matrix of `gates * units` columns as the rows from `row` on.
  func pack(_ matrix: MatrixView, fromRow row: Int = 0) {
    precondition(matrix.columns == gates * units && row + matrix.rows <= rows, "RecurrentPanels.pack")
    for gate in 0..<gates {
      for block in 0..<blocks {
        let first = block * Self.width
        let columns = min(Self.width, units - first)
        let source = MatrixView(
          matrix.start + (gate * units + first) * matrix.columnStride, rows: matrix.rows, columns: columns,
          rowStride: matrix.rowStride, columnStride: matrix.columnStride)
        let target = panel(gate: gate, block: block) + row * Self.width
        if columns < Self.width { target.update(repeating: 0, count: matrix.rows * Self.width) }
        MatrixPacking.copy(source, into: target, stride: Self.width)
      }
    }
  }
}
