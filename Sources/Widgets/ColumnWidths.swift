/// The widths of a table's columns.
enum ColumnWidths {
  /// Takes columns from the widest until all fit into `room`; each keeps at least one.
  static func fitted(_ natural: [Int], room: Int) -> [Int] {
    var widths = natural.map { max(1, $0) }
    var over = widths.reduce(0, +) - room
    while over > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 1 {
      let second = widths.indices.filter { $0 != widest }.map { widths[$0] }.max() ?? 1
      let cut = min(over, max(1, widths[widest] - second), widths[widest] - 1)
      widths[widest] -= cut
      over -= cut
    }
    return widths
  }
}
