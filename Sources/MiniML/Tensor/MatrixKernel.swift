/// `c += a b` for row-major matrices `a` [m, k], `b` [k, n], `c` [m, n], in tiles of 4 rows and 16 columns.
///
/// Product and sum are rounded apart, so that machines with and without a fused multiply-add agree bit for bit.
struct MatrixKernel {
  let a: UnsafeBufferPointer<Float>
  let b: UnsafeBufferPointer<Float>
  let c: UnsafeMutableBufferPointer<Float>
  let m: Int
  let k: Int
  let n: Int

  private typealias Lane = SIMD8<Float>

  func run() {
    let wideRows = m - m % 4
    let wideColumns = n - n % 16
    for j in stride(from: 0, to: wideColumns, by: 16) {
      for i in stride(from: 0, to: wideRows, by: 4) { tile(i, j) }
      for i in wideRows..<m { strip(i, j) }
    }
    for i in 0..<m { rest(i, from: wideColumns) }
  }

  private func load(_ offset: Int) -> Lane {
    UnsafeRawPointer(b.baseAddress! + offset).loadUnaligned(as: Lane.self)
  }

  private func add(_ sum: Lane, at offset: Int) {
    let target = UnsafeMutableRawPointer(c.baseAddress! + offset)
    target.storeBytes(of: target.loadUnaligned(as: Lane.self) + sum, as: Lane.self)
  }

  private func tile(_ i: Int, _ j: Int) {
    var (s00, s01, s10, s11) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
    var (s20, s21, s30, s31) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
    let row = a.baseAddress! + i * k
    for p in 0..<k {
      let (left, right) = (load(p * n + j), load(p * n + j + 8))
      let (x0, x1, x2, x3) = (row[p], row[k + p], row[2 * k + p], row[3 * k + p])
      s00 += left * x0
      s01 += right * x0
      s10 += left * x1
      s11 += right * x1
      s20 += left * x2
      s21 += right * x2
      s30 += left * x3
      s31 += right * x3
    }
    add(s00, at: i * n + j)
    add(s01, at: i * n + j + 8)
    add(s10, at: (i + 1) * n + j)
    add(s11, at: (i + 1) * n + j + 8)
    add(s20, at: (i + 2) * n + j)
    add(s21, at: (i + 2) * n + j + 8)
    add(s30, at: (i + 3) * n + j)
    add(s31, at: (i + 3) * n + j + 8)
  }

  private func strip(_ i: Int, _ j: Int) {
    var (left, right) = (Lane.zero, Lane.zero)
    for p in 0..<k {
      left += load(p * n + j) * a[i * k + p]
      right += load(p * n + j + 8) * a[i * k + p]
    }
    add(left, at: i * n + j)
    add(right, at: i * n + j + 8)
  }

  private func rest(_ i: Int, from first: Int) {
    guard first < n else { return }
    for p in 0..<k {
      let x = a[i * k + p]
      for j in first..<n { c[i * n + j] += x * b[p * n + j] }
    }
  }
}
