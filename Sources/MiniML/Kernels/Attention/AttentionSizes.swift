/// The sizes of an attention: how many queries look at how many keys.
struct AttentionSizes: Sendable {
  /// Texts.
  var B: Int
  /// Queries of a text.
  var Tq: Int
  /// Keys, and values, of a text.
  var Tk: Int
  var heads: Int
  /// Heads of keys and values. Each serves `heads / kvHeads` neighbouring heads of queries.
  var kvHeads: Int
  /// Numbers in one head's query, key or value.
  var d: Int
  /// Whether a query sees only what is not after it; the last query stands beside the last key.
  var isCausal = false

  /// Heads of queries for each head of keys.
  var group: Int { kvHeads == 0 ? 0 : heads / kvHeads }

  /// What a score is multiplied by, so that its spread does not grow with d: `1 / sqrt(d)`.
  var scale: Float { 1 / Float(max(1, d)).squareRoot() }

  /// How many keys, from the first, query i sees.
  func visible(_ i: Int) -> Int {
    isCausal ? min(Tk, max(0, i + 1 + Tk - Tq)) : Tk
  }

  /// The first query that sees key j.
  func firstQuery(seeing j: Int) -> Int {
    isCausal ? max(0, j - (Tk - Tq)) : 0
  }
}

/// Rows of heads somewhere in memory: head h of step t of text b begins at `start + b * textStride + t * rowStride + h * d`.
///
/// So a third of a packed `[B, T, 3 C]` is read where it lies.
struct HeadRows: @unchecked Sendable {
  let start: UnsafePointer<Float>
  let textStride: Int
  let rowStride: Int

  /// The steps of one head of one text.
  func head(_ h: Int, of b: Int, _ sizes: AttentionSizes) -> UnsafePointer<Float> {
    start + b * textStride + h * sizes.d
  }
}

/// The same for what is written.
struct MutableHeadRows: @unchecked Sendable {
  let start: UnsafeMutablePointer<Float>
  let textStride: Int
  let rowStride: Int

  /// The steps of one head of one text.
  func head(_ h: Int, of b: Int, _ sizes: AttentionSizes) -> UnsafeMutablePointer<Float> {
    start + b * textStride + h * sizes.d
  }
}

/// Numbers added to the scores before the softmax: minus infinity hides a key. A stride of 0 repeats an axis.
struct ScoreMask: @unchecked Sendable {
  let start: UnsafePointer<Float>
  var textStride = 0
  var headStride = 0
  var rowStride = 0

  /// What is added to the scores of query i.
  func row(_ i: Int, head h: Int, of b: Int) -> UnsafePointer<Float> {
    start + b * textStride + h * headStride + i * rowStride
  }
}
