import MiniML

extension OperationSample {
  static let attentions = [
    OperationSample(.attention(AttentionOptions(heads: 2, isCausal: true)), [[2, 5, 6], [2, 5, 6], [2, 5, 6]]),
    OperationSample(
      .attention(AttentionOptions(heads: 2)), [[2, 3, 4], [2, 7, 4], [2, 7, 4]], name: "attention.cross"),
    OperationSample(
      .attention(AttentionOptions(heads: 2, mask: pairMask)), [[1, 3, 6], [1, 4, 6], [1, 4, 6]],
      name: "attention.masked"),
    OperationSample(
      .attention(AttentionOptions(heads: 1, mask: .keyMask([[true, true, false], [true, true, true]]))),
      [[2, 2, 3], [2, 3, 3], [2, 3, 3]], name: "attention.keys"),
    OperationSample(
      .attention(AttentionOptions(heads: 4, kvHeads: 2, isCausal: true)), [[1, 5, 12], [1, 5, 6], [1, 5, 6]],
      name: "attention.grouped"),
    OperationSample(
      .attention(AttentionOptions(heads: 1, isCausal: true)), [[1, 2, 3], [1, 5, 3], [1, 5, 3]],
      name: "attention.continued"),
    OperationSample(.packedAttention(AttentionOptions(heads: 2, isCausal: true)), [[2, 4, 18]]),
    OperationSample(
      .packedAttention(AttentionOptions(heads: 2, kvHeads: 1)), [[1, 3, 8]], name: "packedAttention.grouped"),
    OperationSample(.rotary(heads: 2, d: 4), [[2, 3, 10]]),
    OperationSample(.rotary(heads: 1, d: 6, start: 5, pairing: .neighbours), [[1, 4, 6]], name: "rotary.neighbours"),
  ]

  /// What is added to the scores of 3 queries and 4 keys.
  private static let pairMask = Tensor(rows: [
    [0, -.infinity, 0.5, -1], [1, 0, 0, -.infinity], [-.infinity, -.infinity, 0.25, 0],
  ])
}
