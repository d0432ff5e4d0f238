import Testing

@testable import MiniML

/// The pool is shared by every test that runs beside these, so they look at what cannot be disturbed.
@Suite struct BufferPoolTests {
  @Test(arguments: [0, 1, 15, 16, 17, 20, 21, 64, 65, 1_000, 4_096, 5_000, 1 << 20, 3 << 20])
  func `a size class holds what is asked for and wastes at most a quarter of it`(count: Int) {
    let (shelf, bytes) = BufferPool.sizeClass(count)
    #expect(bytes >= max(64, count * 4))
    #expect(bytes <= max(64, count * 5))
    #expect(BufferPool.sizeClass(bytes / 4) == (shelf, bytes))
    #expect(BufferPool.sizeClass(bytes / 4 + 1).shelf == shelf + 1)
  }

  @Test func `memory begins at a cache line`() {
    for count in [1, 17, 1_000] { Tensor.zeros([count]).read { #expect(UInt(bitPattern: $0) % 64 == 0) } }
  }

  @Test func `a copy is another's only until it is written to`() {
    let a = Tensor([1, 2, 3])
    var b = a
    b[0] = 9
    #expect(a.data == [1, 2, 3])
    #expect(b.data == [9, 2, 3])
  }

  @Test func `rows and reshaped tensors share memory and keep their own numbers when written to`() {
    let a = Tensor(rows: [[1, 2], [3, 4], [5, 6]])
    var row = a.row(1)
    let flat = a.reshaped([6])
    #expect(a.read { $0 } == flat.read { $0 })
    #expect(a.read { $0 } + 2 == row.read { $0 })
    row[0] = 0
    #expect(row.data == [0, 4])
    #expect(a.data == [1, 2, 3, 4, 5, 6])
    #expect(a.rows(1..<3).data == [3, 4, 5, 6])
  }

  @Test func `writing to what nobody shares moves nothing`() {
    var a = Tensor.zeros([100])
    let before = a.read { $0 }
    a[3] = 1
    a += Tensor.ones([100])
    #expect(a.read { $0 } == before)
    #expect(a[3] == 2)
  }
}
