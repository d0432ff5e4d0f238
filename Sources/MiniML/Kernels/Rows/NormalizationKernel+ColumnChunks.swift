extension NormalizationKernel {
  /// Sums down columns, over rows in chunks of a size that depends on the shape alone: the threads share the chunks, and
  /// the chunks' sums are added in their order, so the bits do not depend on how many threads there are.
  struct ColumnChunks {
    let rows: Int
    /// Columns.
    let d: Int
    /// Rows of a chunk.
    let height: Int

    init(rows: Int, d: Int) {
      self.rows = rows
      self.d = d
      // 16 KiB of numbers, so that a chunk stays in the first cache; but 16 rows, so that its sums are few beside them.
      height = max(16, 4_096 / max(1, d))
    }

    var count: Int { (rows + height - 1) / height }
    /// A row of sums for each chunk.
    var scratchCount: Int { count * d }

    /// The rows of a chunk.
    func range(_ chunk: Int) -> Range<Int> { chunk * height..<min(rows, (chunk + 1) * height) }

    /// Calls `body` for every row with the sums of its chunk, d numbers that begin at 0.
    ///
    /// - Parameter cost: about how many nanoseconds a row takes.
    @inline(__always)
    func accumulate(
      into scratch: UnsafeMutablePointer<Float>, cost: Double,
      _ body: (_ row: Int, _ sums: UnsafeMutablePointer<Float>) -> Void
    ) {
      ThreadPool.shared.split(count, cost: cost * Double(height)) { chunks in
        for chunk in chunks {
          let sums = scratch + chunk * d
          sums.update(repeating: 0, count: d)
          for row in range(chunk) { body(row, sums) }
        }
      }
    }

    /// The sums of some columns over all chunks.
    func add(_ scratch: UnsafePointer<Float>, columns: Range<Int>, into total: UnsafeMutablePointer<Float>) {
      eachEight(columns.count) { j, lanes in
        var sum = SIMD8<Float>()
        for chunk in 0..<count { sum += load(scratch + chunk * d + columns.lowerBound + j, lanes) }
        store(sum, total + j, lanes)
      }
    }
  }
}
