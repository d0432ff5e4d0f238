/// Products of matrices in memory.
enum MatrixProduct {
  /// What the product is added to.
  enum Base {
    /// Nothing: the old numbers are overwritten.
    case zero
    /// What is there already.
    case target
    /// A row of `n` numbers, the same for every row of the result: a layer's bias.
    case row(UnsafePointer<Float>)

    /// The base of the columns from one on.
    func from(_ column: Int) -> Base {
      if case .row(let row) = self { .row(row + column) } else { self }
    }
  }

  /// `c = base + a b`: `[m, k] x [k, n] -> [m, n]`. Row i of c begins at `c + i * rowStride`; its columns are neighbours.
  ///
  /// Each element is summed in the order of k whatever the size, the path or the number of threads, so that the same
  /// inputs give the same bits. Runs on the thread pool where the work pays for it, unless called from one of its tasks.
  static func multiply(
    _ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<Float>, rowStride: Int, base: Base = .zero
  ) {
    precondition(a.columns == b.rows, "MatrixProduct: [\(a.rows), \(a.columns)] x [\(b.rows), \(b.columns)]")
    let whole = MatrixBlock(a: a, b: b, c: c, rowStride: rowStride, base: base)
    let grid = Grid(rows: a.rows, columns: b.columns, depth: a.columns, threads: ThreadPool.shared.threads)
    guard grid.parts > 1 else { return whole.run() }
    ThreadPool.shared.run(grid.parts) { part in
      whole.part(rows: grid.rows(of: part), columns: grid.columns(of: part)).run()
    }
  }

  /// How the result is divided among threads: every part is a product of its own, with nothing to wait for.
  private struct Grid {
    let rows: Int
    let columns: Int
    var down = 1
    var across = 1

    /// Nanoseconds of work below which a second thread does not pay, at about 50 multiply-adds a nanosecond.
    private static let share = 8_000

    /// As many parts as pay, in the division whose largest part is the least work: its sums, and B's copy.
    init(rows: Int, columns: Int, depth: Int, threads: Int) {
      (self.rows, self.columns) = (rows, columns)
      let parts = min(threads, rows * columns * depth / (50 * Self.share))
      guard parts > 1 else { return }
      var least = Int.max
      for across in 1...parts where parts % across == 0 {
        let down = parts / across
        let (height, width) = (Self.length(rows, down, 2), Self.length(columns, across, 16))
        let work = (height + 4) * width
        if work < least { (least, self.down, self.across) = (work, down, across) }
      }
    }

    var parts: Int { down * across }

    func rows(of part: Int) -> Range<Int> { Self.range(part / across, of: down, in: rows, 2) }

    func columns(of part: Int) -> Range<Int> { Self.range(part % across, of: across, in: columns, 16) }

    /// The longest of `parts` pieces of `count`, a whole number of grains.
    private static func length(_ count: Int, _ parts: Int, _ grain: Int) -> Int {
      ((count + grain - 1) / grain + parts - 1) / parts * grain
    }

    private static func range(_ part: Int, of parts: Int, in count: Int, _ grain: Int) -> Range<Int> {
      let length = length(count, parts, grain)
      return min(count, part * length)..<min(count, (part + 1) * length)
    }
  }
}
