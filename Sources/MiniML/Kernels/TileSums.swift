/// The sums of six rows of a product, one lane for each column, held in registers while they grow.
///
/// Six rows of 16 columns are twelve vectors of eight: as many as hide the four steps that a multiply-add takes on each
/// of two units, with room left among sixteen registers for the two vectors of B and a number of A.
struct TileSums<Lanes: SIMD> where Lanes.Scalar == Float {
  private var s0, s1, s2, s3, s4, s5: Lanes

  static var rows: Int { 6 }

  /// Every row begins with the same numbers.
  @inline(__always)
  init(repeating row: UnsafePointer<Float>) {
    s0 = Self.load(row)
    (s1, s2, s3, s4, s5) = (s0, s0, s0, s0, s0)
  }

  /// Begins with six rows of memory that follow each other.
  @inline(__always)
  init(from c: UnsafePointer<Float>) {
    let width = Lanes.scalarCount
    (s0, s1, s2) = (Self.load(c), Self.load(c + width), Self.load(c + 2 * width))
    (s3, s4, s5) = (Self.load(c + 3 * width), Self.load(c + 4 * width), Self.load(c + 5 * width))
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
      let b = Self.load(next)
      s0 = multiplyAdd(Lanes(repeating: a0[step]), b, s0)
      s1 = multiplyAdd(Lanes(repeating: a1[step]), b, s1)
      s2 = multiplyAdd(Lanes(repeating: a2[step]), b, s2)
      s3 = multiplyAdd(Lanes(repeating: a3[step]), b, s3)
      s4 = multiplyAdd(Lanes(repeating: a4[step]), b, s4)
      s5 = multiplyAdd(Lanes(repeating: a5[step]), b, s5)
      next += Lanes.scalarCount
    }
  }

  /// Writes the six rows one after the other.
  @inline(__always)
  func store(to c: UnsafeMutablePointer<Float>) {
    let width = Lanes.scalarCount
    Self.store(s0, c)
    Self.store(s1, c + width)
    Self.store(s2, c + 2 * width)
    Self.store(s3, c + 3 * width)
    Self.store(s4, c + 4 * width)
    Self.store(s5, c + 5 * width)
  }

  /// Writes row i to `c + targets[i]`.
  @inline(__always)
  func store(to c: UnsafeMutablePointer<Float>, targets: UnsafePointer<Int>) {
    Self.store(s0, c + targets[0])
    Self.store(s1, c + targets[1])
    Self.store(s2, c + targets[2])
    Self.store(s3, c + targets[3])
    Self.store(s4, c + targets[4])
    Self.store(s5, c + targets[5])
  }

  @inline(__always)
  private static func load(_ from: UnsafePointer<Float>) -> Lanes {
    UnsafeRawPointer(from).loadUnaligned(as: Lanes.self)
  }

  @inline(__always)
  private static func store(_ row: Lanes, _ to: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(to).storeBytes(of: row, as: Lanes.self)
  }
}
