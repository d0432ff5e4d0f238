/// Tensors as text.
extension Tensor: CustomStringConvertible {
  /// The shape and the numbers, for a person to read: at most 80 columns and 20 lines.
  ///
  /// Rows stand in lines, aligned at the decimal point, four digits after it at most; matrices of more than two axes
  /// follow each other under their index. What does not fit is cut with an ellipsis, keeping the first and the last.
  /// Numbers too large or too small for that are all written with an exponent.
  ///
  ///     print(Tensor(rows: [[1, 2.5], [-10, .nan]]))
  ///     // Tensor [2, 2]
  ///     //     1.0    2.5
  ///     //   -10.0    nan
  public var description: String { TensorPrinter(self).lines.joined(separator: "\n") }
}

/// Lays a tensor out as lines.
struct TensorPrinter {
  static let width = 80
  static let height = 20

  let lines: [String]

  init(_ tensor: Tensor) {
    let head = "Tensor \(tensor.shape)"
    guard tensor.count > 0 else {
      lines = [Self.cut(head + " (empty)")]
      return
    }
    let columns = tensor.rank == 0 ? 1 : tensor.shape[tensor.rank - 1]
    let rows = tensor.rank < 2 ? 1 : tensor.shape[tensor.rank - 2]
    let matrices = tensor.count / (rows * columns)
    lines = Self.body(tensor, matrices, rows, columns, head)
  }

  /// First and last places of an axis, with nil for the gap between; all of them where they fit.
  static func shown(_ count: Int, most: Int) -> [Int?] {
    guard count > most else { return Array(0..<count) }
    let places = max(2, most - 1)
    let (first, last) = ((places + 1) / 2, places / 2)
    return Array(0..<first) + [nil] + Array(count - last..<count)
  }

  private static func body(_ tensor: Tensor, _ matrices: Int, _ rows: Int, _ columns: Int, _ head: String) -> [String] {
    let shownMatrices = shown(matrices, most: matrices > 1 ? min(3, height / 4) : 1)
    let visible = shownMatrices.count { $0 != nil }
    let caption = matrices > 1 ? 1 : 0
    let gaps = shownMatrices.count - visible
    let shownRows = shown(rows, most: (height - 1 - gaps) / visible - caption)

    let numbers = tensor.data
    // Widths follow from what is shown; more columns than could ever fit are not even looked at.
    var shownColumns = shown(columns, most: width / 2)
    let value = { (matrix: Int, row: Int, column: Int) in numbers[(matrix * rows + row) * columns + column] }
    let places = { (matrix: Int?, row: Int?) in
      shownColumns.compactMap { column in
        guard let matrix, let row, let column else { return nil as Float? }
        return value(matrix, row, column)
      }
    }
    let all = shownMatrices.flatMap { matrix in shownRows.flatMap { row in places(matrix, row) } }
    let format = NumberColumn(all)
    shownColumns = shown(columns, most: max(1, (width - 1) / (format.width + 2)))

    var lines = [cut(head)]
    for matrix in shownMatrices {
      guard let matrix else {
        lines.append("...")
        continue
      }
      if matrices > 1 { lines.append(cut("[\(index(matrix, tensor.shape).map(String.init).joined(separator: ", "))]")) }
      for row in shownRows {
        lines.append(line(row.map { row in shownColumns.map { $0.map { value(matrix, row, $0) } } }, format))
      }
    }
    return lines
  }

  /// One row of numbers, nil for those left out; nil for a row left out.
  private static func line(_ row: [Float?]?, _ format: NumberColumn) -> String {
    guard let row else { return "  ..." }
    return row.map { "  " + ($0.map(format.text) ?? format.gap) }.joined()
  }

  /// The index of a matrix among the leading axes.
  private static func index(_ matrix: Int, _ shape: [Int]) -> [Int] {
    var (rest, index) = (matrix, [Int]())
    for length in shape.dropLast(2).reversed() {
      index.insert(rest % length, at: 0)
      rest /= length
    }
    return index
  }

  private static func cut(_ line: String) -> String { line.count <= width ? line : line.prefix(width - 3) + "..." }
}
