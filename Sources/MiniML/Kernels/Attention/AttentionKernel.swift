/// Scaled dot-product attention of all heads: `softmax(Q K^T / sqrt(d) + M) V`, forward and backward.
///
/// The `[Tq, Tk]` weights of a head are never held as a whole: a block of queries is worked on at a time, and backward
/// makes the weights again from the scores and the kept log of each row's sum. One task is one head of keys of one text
/// with all queries that look at it, so that the numbers do not depend on the threads.
///
/// A query that sees no key gives zeros, and takes no gradient. NaN in a query, or in a key that it sees, makes its output
/// NaN; NaN in a value may do so for queries that do not see it too, since 0 times NaN is NaN.
///
/// Source: Vaswani et al. (2017), "Attention is all you need", section 3.2.1; Dao et al. (2022), "FlashAttention",
/// algorithms 2 and 4, here with whole rows of scores at once, since they fit a processor's cache; Ainslie et al. (2023),
/// "GQA", for grouped heads.
enum AttentionKernel {
  /// What attention is made from.
  struct Inputs: Sendable {
    var sizes: AttentionSizes
    var q: HeadRows
    var k: HeadRows
    var v: HeadRows
    var mask: ScoreMask?
  }

  /// About how many nanoseconds one head of keys takes, per product.
  static func cost(_ sizes: AttentionSizes, products: Int) -> Double {
    let pairs = Double(sizes.group * sizes.Tq * sizes.Tk) * (sizes.isCausal ? 0.5 : 1)
    return pairs * (Double(products * sizes.d) / 30 + 1)
  }

  /// The scores of a block of queries with the mask added, in the panel `S`.
  @inline(__always)
  static func maskedScores(
    _ Q: UnsafePointer<Float>, _ Kt: UnsafePointer<Float>, into S: UnsafeMutablePointer<Float>, _ block: Range<Int>,
    _ panels: AttentionPanels, _ mask: ScoreMask?, head: Int, of b: Int
  ) {
    AttentionProducts.scores(Q, Kt, into: S, block, panels)
    guard let mask else { return }
    for i in block {
      let row = S + (i - block.lowerBound) * panels.Tk
      AttentionRows.add(mask.row(i, head: head, of: b), to: row, panels.sizes.visible(i))
    }
  }
}
