import Wording

/// The stages of the computation, one a step.
enum AttentionStage: Int, CaseIterable, Sendable {
  case embeddings, queries, keys, values, scores, scaled, masked, weights, mixed, output

  /// Which part of a picture's column stands for: another word, or a number of a vector.
  var isBetweenWords: Bool { (AttentionStage.scores.rawValue...AttentionStage.weights.rawValue).contains(rawValue) }

  var name: Bilingual {
    switch self {
    case .embeddings: Bilingual(en: "words", zh: "词向量")
    case .queries: Bilingual(both: "Q")
    case .keys: Bilingual(both: "K")
    case .values: Bilingual(both: "V")
    case .scores: Bilingual(en: "scores", zh: "分数")
    case .scaled: Bilingual(en: "scale", zh: "缩放")
    case .masked: Bilingual(en: "mask", zh: "掩码")
    case .weights: Bilingual(both: "softmax")
    case .mixed: Bilingual(en: "mix", zh: "混合")
    case .output: Bilingual(en: "next word", zh: "下一个词")
    }
  }

  /// What is computed, in the letters of the lesson.
  var formula: String {
    switch self {
    case .embeddings: "X = E[word] + P[position]"
    case .queries: "Q = norm(X) W_Q"
    case .keys: "K = norm(X) W_K"
    case .values: "V = norm(X) W_V"
    case .scores: "S = Q K^T"
    case .scaled: "S / sqrt(d)"
    case .masked: "S + M"
    case .weights: "A = softmax(S / t)"
    case .mixed: "A V"
    case .output: "softmax(norm(X + [A V] W_O) E^T)"
    }
  }

  /// The source region that computes it.
  var region: String {
    switch self {
    case .embeddings: SelfAttentionRegion.embeddings
    case .queries, .keys, .values: SelfAttentionRegion.projections
    case .scores, .scaled, .masked, .weights, .mixed: SelfAttentionRegion.attention
    case .output: SelfAttentionRegion.output
    }
  }

  var next: AttentionStage? { AttentionStage(rawValue: rawValue + 1) }
}

/// The source regions of the demo.
enum SelfAttentionRegion {
  static let embeddings = "Demos/SelfAttention/Attention.swift#embeddings"
  static let projections = "Demos/SelfAttention/Attention.swift#projections"
  static let attention = "Demos/SelfAttention/Attention.swift#attention"
  static let output = "Demos/SelfAttention/Attention.swift#output"
  static let all = [embeddings, projections, attention, output]
}
