import MiniML
import Testing

@Suite struct TensorCreationTests {
  @Test func `arange counts and steps, the end left out`() {
    #expect(Tensor.arange(3).data == [0, 1, 2])
    #expect(Tensor.arange(from: 1, to: 2, by: 0.5).data == [1, 1.5])
    #expect(Tensor.arange(from: 3, to: 0, by: -2).data == [3, 1])
    #expect(Tensor.arange(from: 3, to: 0).count == 0)
  }

  @Test func `linspace includes both ends`() {
    #expect(Tensor.linspace(0, 1, 3).data == [0, 0.5, 1])
    #expect(Tensor.linspace(-1, 0.3, 1000).data.last == 0.3)
    #expect(Tensor.linspace(2, 5, 1).data == [2])
    #expect(Tensor.linspace(2, 5, 0).count == 0)
  }

  @Test func `diagonals and triangles`() {
    let x = Tensor.arange(6).reshaped([2, 3])
    #expect(x.diagonal.data == [0, 4])
    #expect(Tensor.diagonal(Tensor([1, 2])) == Tensor(rows: [[1, 0], [0, 2]]))
    #expect(Tensor.eye(2, columns: 3) == Tensor(rows: [[1, 0, 0], [0, 1, 0]]))
    #expect(Tensor.eye(2) == Tensor.diagonal(Tensor.ones([2])))
    #expect(x.lowerTriangle() == Tensor(rows: [[0, 0, 0], [3, 4, 0]]))
    #expect(x.upperTriangle() == Tensor(rows: [[0, 1, 2], [0, 4, 5]]))
    #expect(x.lowerTriangle(offset: 1) + x.upperTriangle(offset: 2) == x)
    #expect(Tensor.stack([x, x]).lowerTriangle(offset: -1).row(1) == Tensor(rows: [[0, 0, 0], [3, 0, 0]]))
  }

  @Test func `nested arrays keep their order`() {
    let x = Tensor(blocks: [[[1, 2], [3, 4], [5, 6]], [[7, 8], [9, 10], [11, 12]]])
    #expect(x.shape == [2, 3, 2] && x[1, 0, 1] == 8)
    #expect(Tensor.full([2, 2], 7).data == [7, 7, 7, 7])
  }

  @Test func `a step of zero stops`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.arange(from: 0, to: 1, by: 0)
    }
    #expect(stopMessage(result).contains("arange: no numbers from 0.0 to 1.0 by 0.0"))
  }
}
