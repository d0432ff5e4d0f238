/// The running sums of one row of a product: 32 columns in four vectors.
struct RecurrentSums {
  var a = Lanes.zero
  var b = Lanes.zero
  var c = Lanes.zero
  var d = Lanes.zero

  init() {}

  /// The first `count` numbers, zeros for the rest of the 32.
  @inline(__always)
  init(_ start: UnsafePointer<Float>, count: Int) {
    if count == RecurrentPanels.width {
      self.init(start) { _ in WholeLanes() }
    } else {
      self.init(start) { PartLanes(count: count - $0) }
    }
  }

  @inline(__always)
  private init<Access: LaneAccess>(_ start: UnsafePointer<Float>, _ access: (_ first: Int) -> Access) {
    a = access(0).load(start)
    b = access(8).load(start + 8)
    c = access(16).load(start + 16)
    d = access(24).load(start + 24)
  }

  @inline(__always)
  func store(to start: UnsafeMutablePointer<Float>, count: Int) {
    if count == RecurrentPanels.width {
      store(start) { _ in WholeLanes() }
    } else {
      store(start) { PartLanes(count: count - $0) }
    }
  }

  @inline(__always)
  private func store<Access: LaneAccess>(_ start: UnsafeMutablePointer<Float>, _ access: (_ first: Int) -> Access) {
    access(0).store(a, start)
    access(8).store(b, start + 8)
    access(16).store(c, start + 16)
    access(24).store(d, start + 24)
  }
}

/// Products of one, two or three rows with a panel of 32 columns; the sums stay in registers all the while.
///
/// Every sum runs in the order of the panel's rows, whichever tile makes it.
struct RecurrentTile {
  /// The first number of the first row; `rowStride` further on begins the next.
  let a: UnsafePointer<Float>
  let rowStride: Int
  let panel: UnsafePointer<Float>
  /// The numbers of a row that take part, and as many rows of the panel.
  let length: Int

  @inline(__always)
  private func vector(_ p: UnsafeRawPointer, _ index: Int) -> Lanes {
    p.loadUnaligned(fromByteOffset: index * 32, as: Lanes.self)
  }

  @inline(__always)
  func add(row: Int, to r: inout RecurrentSums) {
    var r0 = r
    let x0 = a + row * rowStride
    var w = UnsafeRawPointer(panel)
    for p in 0..<length {
      let u0 = Lanes(repeating: x0[p])
      r0.a = multiplyAdd(u0, vector(w, 0), r0.a)
      r0.b = multiplyAdd(u0, vector(w, 1), r0.b)
      r0.c = multiplyAdd(u0, vector(w, 2), r0.c)
      r0.d = multiplyAdd(u0, vector(w, 3), r0.d)
      w += 128
    }
    r = r0
  }

  @inline(__always)
  func add(row: Int, to r: inout RecurrentSums, _ s: inout RecurrentSums) {
    var (r0, r1) = (r, s)
    let x0 = a + row * rowStride
    let x1 = x0 + rowStride
    var w = UnsafeRawPointer(panel)
    for p in 0..<length {
      let (u0, u1) = (Lanes(repeating: x0[p]), Lanes(repeating: x1[p]))
      let w0 = vector(w, 0)
      r0.a = multiplyAdd(u0, w0, r0.a)
      r1.a = multiplyAdd(u1, w0, r1.a)
      let w1 = vector(w, 1)
      r0.b = multiplyAdd(u0, w1, r0.b)
      r1.b = multiplyAdd(u1, w1, r1.b)
      let w2 = vector(w, 2)
      r0.c = multiplyAdd(u0, w2, r0.c)
      r1.c = multiplyAdd(u1, w2, r1.c)
      let w3 = vector(w, 3)
      r0.d = multiplyAdd(u0, w3, r0.d)
      r1.d = multiplyAdd(u1, w3, r1.d)
      w += 128
    }
    (r, s) = (r0, r1)
  }

  @inline(__always)
  func add(row: Int, to r: inout RecurrentSums, _ s: inout RecurrentSums, _ t: inout RecurrentSums) {
    var (r0, r1, r2) = (r, s, t)
    let x0 = a + row * rowStride
    let x1 = x0 + rowStride
    let x2 = x1 + rowStride
    var w = UnsafeRawPointer(panel)
    for p in 0..<length {
      let (u0, u1, u2) = (Lanes(repeating: x0[p]), Lanes(repeating: x1[p]), Lanes(repeating: x2[p]))
      let w0 = vector(w, 0)
      r0.a = multiplyAdd(u0, w0, r0.a)
      r1.a = multiplyAdd(u1, w0, r1.a)
      r2.a = multiplyAdd(u2, w0, r2.a)
      let w1 = vector(w, 1)
      r0.b = multiplyAdd(u0, w1, r0.b)
      r1.b = multiplyAdd(u1, w1, r1.b)
      r2.b = multiplyAdd(u2, w1, r2.b)
      let w2 = vector(w, 2)
      r0.c = multiplyAdd(u0, w2, r0.c)
      r1.c = multiplyAdd(u1, w2, r1.c)
      r2.c = multiplyAdd(u2, w2, r2.c)
      let w3 = vector(w, 3)
      r0.d = multiplyAdd(u0, w3, r0.d)
      r1.d = multiplyAdd(u1, w3, r1.d)
      r2.d = multiplyAdd(u2, w3, r2.d)
      w += 128
    }
    (r, s, t) = (r0, r1, r2)
  }
}
