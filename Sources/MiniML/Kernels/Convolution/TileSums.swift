/// The sums of six rows of a product, one lane for each column, held in registers while they grow.
///
/// Six rows of 16 columns are twelve vectors of eight: as many as hide the four steps that a multiply-add takes on each
/// of two units, with room left among sixteen registers for the two vectors of B and a number of A.
struct TileSums<Row: TileRow> {
  private var s0, s1, s2, s3, s4, s5: Row

  /// Every row begins with the same numbers.
  @inline(__always)
  init(repeating row: UnsafePointer<Float>) {
    s0 = Row(at: row)
    (s1, s2, s3, s4, s5) = (s0, s0, s0, s0, s0)
  }

  /// Begins with six rows of memory that follow each other.
  @inline(__always)
  init(from c: UnsafePointer<Float>) {
    let width = Row.scalarCount
    (s0, s1, s2) = (Row(at: c), Row(at: c + width), Row(at: c + 2 * width))
    (s3, s4, s5) = (Row(at: c + 3 * width), Row(at: c + 4 * width), Row(at: c + 5 * width))
  }

  /// `sums[i] += source[rows[i] + steps[p]] * panel[p]` for every p in order.
  @inline(__always)
  mutating func add(
    _ source: UnsafePointer<Float>, rows: UnsafePointer<Int>, steps: UnsafeBufferPointer<Int>,
    panel: UnsafePointer<Float>
  ) {
    let (a0, a1, a2) = (source + rows[0], source + rows[1], source + rows[2])
    let (a3, a4, a5) = (source + rows[3], source + rows[4], source + rows[5])
    var next = panel
    for step in steps {
      let b = Row(at: next)
      s0 = Row.multiplyAdd(a0[step], b, s0)
      s1 = Row.multiplyAdd(a1[step], b, s1)
      s2 = Row.multiplyAdd(a2[step], b, s2)
      s3 = Row.multiplyAdd(a3[step], b, s3)
      s4 = Row.multiplyAdd(a4[step], b, s4)
      s5 = Row.multiplyAdd(a5[step], b, s5)
      next += Row.scalarCount
    }
  }

  /// Writes the six rows one after the other.
  @inline(__always)
  func store(to c: UnsafeMutablePointer<Float>) {
    let width = Row.scalarCount
    s0.store(at: c)
    s1.store(at: c + width)
    s2.store(at: c + 2 * width)
    s3.store(at: c + 3 * width)
    s4.store(at: c + 4 * width)
    s5.store(at: c + 5 * width)
  }

  /// Writes row i to `c + targets[i]`.
  @inline(__always)
  func store(to c: UnsafeMutablePointer<Float>, targets: UnsafePointer<Int>) {
    s0.store(at: c + targets[0])
    s1.store(at: c + targets[1])
    s2.store(at: c + targets[2])
    s3.store(at: c + targets[3])
    s4.store(at: c + targets[4])
    s5.store(at: c + targets[5])
  }
}
