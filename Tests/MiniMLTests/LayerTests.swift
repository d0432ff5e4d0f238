import MiniML
import Testing

@Suite struct LayerTests {
  @Test func `layers have parameters of their own names and take them back unchanged`() {
    var source = RandomSource(seed: 1)
    var layers: [any Layer] = [
      Linear("a", 3, 2, &source), Linear("b", 3, 2, hasBias: false, &source), Embedding("c", 5, 3, &source),
      LayerNorm("d", 4), CausalSelfAttention("e", channels: 8, heads: 2, &source),
    ]
    for i in layers.indices {
      let before = layers[i].parameters
      #expect(Set(before.map(\.name)).count == before.count)
      layers[i].parameters = before.map { Parameter($0.name, $0.value * 2) }
      #expect(layers[i].parameters == before.map { Parameter($0.name, $0.value * 2) })
    }
    #expect(layers.map(\.parameterCount) == [8, 6, 15, 8, 256])
  }

  @Test func `attention with identical words mixes them alike`() {
    var source = RandomSource(seed: 4)
    let attention = CausalSelfAttention("a", channels: 4, heads: 2, &source)
    let graph = Graph()
    let row: [Float] = [1, -2, 0.5, 3]
    let y = attention(graph.constant(Tensor([1, 3, 4], row + row + row))).value
    for i in 1..<3 { for c in 0..<4 { #expect(abs(y[0, i, c] - y[0, 0, c]) < 1e-5) } }
  }

  @Test func `heads that do not divide the channels stop with both numbers`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var source = RandomSource(seed: 1)
      _ = CausalSelfAttention("a", channels: 8, heads: 3, &source)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("3 heads do not divide 8 channels"))
  }
}
