import MiniML
import Testing

@Suite struct TensorTests {
  @Test func `a tensor keeps its numbers in row-major order`() {
    let t = Tensor([2, 3], [1, 2, 3, 4, 5, 6])
    #expect(t[1, 0] == 4)
    #expect(t.row(1).data == [4, 5, 6])
    #expect(t.rows(0..<1).shape == [1, 3])
    #expect(t.transposed.data == [1, 4, 2, 5, 3, 6])
    #expect(t.columns(1..<3).data == [2, 3, 5, 6])
  }

  @Test(arguments: [
    ([2, 3], [3]), ([2, 3], [2, 1]), ([2, 3], []), ([4, 1, 3], [2, 1]), ([3], [2, 3]), ([1], [5]),
  ])
  func `broadcasting repeats axes of length one and missing axes`(a: [Int], b: [Int]) {
    let x = Tensor(a, (0..<Tensor.count(a)).map { Float($0) })
    let y = Tensor(b, (0..<Tensor.count(b)).map { Float($0) * 10 })
    let sum = x + y
    #expect(
      sum.sum().scalar == x.sum().scalar * Float(sum.count / x.count) + y.sum().scalar * Float(sum.count / y.count))
    #expect((y + x) == sum)
  }

  @Test(arguments: [(1, 1, 1), (4, 3, 16), (5, 7, 18), (3, 1, 33), (9, 20, 15), (0, 3, 2), (2, 0, 3)])
  func `the product equals the triple loop`(m: Int, k: Int, n: Int) {
    var source = RandomSource(seed: 3)
    let a = Tensor.normal([m, k], &source)
    let b = Tensor.normal([k, n], &source)
    let product = a.matmul(b)
    #expect(product.shape == [m, n])
    for i in 0..<m {
      for j in 0..<n {
        let exact = (0..<k).reduce(0.0) { $0 + Double(a[i, $1]) * Double(b[$1, j]) }
        #expect(abs(Double(product[i, j]) - exact) < 1e-5)
      }
    }
  }

  @Test func `a batched product is the product of each pair`() {
    var source = RandomSource(seed: 4)
    let a = Tensor.normal([3, 2, 5], &source)
    let b = Tensor.normal([3, 5, 4], &source)
    let product = a.matmul(b)
    for i in 0..<3 { #expect(product.row(i) == a.row(i).matmul(b.row(i))) }
  }

  @Test func `permuting there and back changes nothing`() {
    var source = RandomSource(seed: 5)
    let t = Tensor.normal([2, 3, 4, 5], &source)
    #expect(t.permuted([0, 2, 1, 3]).permuted([0, 2, 1, 3]) == t)
    #expect(t.permuted([3, 2, 1, 0]).shape == [5, 4, 3, 2])
    #expect(Tensor([2, 3], [1, 2, 3, 4, 5, 6]).permuted([1, 0]).data == [1, 4, 2, 5, 3, 6])
  }

  @Test func `softmax rows sum to one and do not overflow`() {
    let p = Tensor([2, 3], [1000, 1000, 999, -.infinity, 0, -.infinity]).softmax()
    #expect(abs(p.row(0).sum().scalar - 1) < 1e-6)
    #expect(p.row(1).data == [0, 1, 0])
  }

  @Test func `the causal mask hides what comes after`() {
    #expect(Tensor.causalMask(2).data == [0, -.infinity, 0, 0])
  }

  @Test func `reductions agree with sums by hand`() {
    let t = Tensor([2, 3], [1, 2, 3, 4, 5, 9])
    #expect(t.sum(axis: 0).data == [5, 7, 12])
    #expect(t.sum(axis: -1, keeping: true).shape == [2, 1])
    #expect(t.mean(axis: 1).data == [2, 6])
    #expect(t.maxOfRows().data == [3, 9])
    #expect(t.argmaxOfRows() == [2, 2])
    #expect(Tensor([0], []).mean().scalar.isNaN)
  }

  @Test func `a shape fault stops with the operation and both shapes`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 3]).matmul(Tensor.zeros([4, 5]))
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("matmul: shapes [2, 3] and [4, 5] do not fit"))
  }

  @Test func `an addition that cannot broadcast stops with both shapes`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros([2, 3]) + Tensor.zeros([2])
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("add: shapes [2, 3] and [2] do not fit"))
  }
}
