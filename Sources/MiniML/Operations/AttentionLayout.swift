/// Where the queries, keys and values lie in the inputs of an attention: in three tensors, or side by side in one.
struct AttentionLayout {
  /// The rows of one part within its input.
  struct Part {
    /// Which input.
    var input = 0
    /// Numbers in a text, and in one step of it, of all that lies in the input.
    let textStride: Int
    let rowStride: Int
    /// Where in a step the part begins.
    var first = 0

    func rows(_ start: UnsafePointer<Float>) -> HeadRows {
      HeadRows(start: start + first, textStride: textStride, rowStride: rowStride)
    }

    func rows(_ start: UnsafeMutablePointer<Float>) -> MutableHeadRows {
      MutableHeadRows(start: start + first, textStride: textStride, rowStride: rowStride)
    }
  }

  let sizes: AttentionSizes
  let q: Part
  let k: Part
  let v: Part
  let output: Part

  var outputShape: [Int] { [sizes.B, sizes.Tq, sizes.heads * sizes.d] }

  /// Three inputs. Traps where their shapes or the heads do not fit.
  init(_ inputs: [Tensor], _ options: AttentionOptions) {
    let (q, k, v) = (inputs[0].shape, inputs[1].shape, inputs[2].shape)
    guard q.count == 3, k.count == 3, q[0] == k[0], k == v else {
      ShapeFault.trap("attention", "shapes \(q), \(k), \(v)")
    }
    let d = Self.headSize(q[2], of: options.heads, options)
    guard k[2] == options.kvHeads * d else { ShapeFault.trap("attention", q, k) }
    sizes = AttentionSizes(
      B: q[0], Tq: q[1], Tk: k[1], heads: options.heads, kvHeads: options.kvHeads, d: d, isCausal: options.isCausal)
    self.q = Part(input: 0, textStride: q[1] * q[2], rowStride: q[2])
    self.k = Part(input: 1, textStride: k[1] * k[2], rowStride: k[2])
    self.v = Part(input: 2, textStride: k[1] * k[2], rowStride: k[2])
    output = self.q
  }

  /// One input with everything side by side. Traps where its shape and the heads do not fit.
  init(packed x: Tensor, _ options: AttentionOptions) {
    guard x.rank == 3 else { ShapeFault.trap("packedAttention", "shape \(x.shape) is not [B, T, C]") }
    let (B, T, C) = (x.shape[0], x.shape[1], x.shape[2])
    let d = Self.headSize(C, of: options.heads + 2 * options.kvHeads, options)
    sizes = AttentionSizes(
      B: B, Tq: T, Tk: T, heads: options.heads, kvHeads: options.kvHeads, d: d, isCausal: options.isCausal)
    q = Part(textStride: T * C, rowStride: C)
    k = Part(textStride: T * C, rowStride: C, first: options.heads * d)
    v = Part(textStride: T * C, rowStride: C, first: (options.heads + options.kvHeads) * d)
    output = Part(textStride: T * options.heads * d, rowStride: options.heads * d)
  }

  private static func headSize(_ C: Int, of parts: Int, _ options: AttentionOptions) -> Int {
    guard options.kvHeads > 0, options.heads > 0, options.heads % options.kvHeads == 0 else {
      ShapeFault.trap("attention", "\(options.kvHeads) heads of keys do not divide \(options.heads) heads")
    }
    guard C % parts == 0 else { ShapeFault.trap("attention", "\(parts) heads do not divide \(C) channels") }
    return C / parts
  }

  /// Lends what the kernel reads.
  func read(_ inputs: [Tensor], _ options: AttentionOptions, _ body: (AttentionKernel.Inputs) -> Void) {
    Tensor.read(inputs[q.input], inputs[k.input], inputs[v.input]) { q, k, v in
      var x = AttentionKernel.Inputs(sizes: sizes, q: self.q.rows(q), k: self.k.rows(k), v: self.v.rows(v), mask: nil)
      guard let mask = options.mask else { return body(x) }
      mask.read { start in
        x.mask = scoreMask(start, mask.shape)
        body(x)
      }
    }
  }

  private func scoreMask(_ start: UnsafePointer<Float>, _ shape: [Int]) -> ScoreMask {
    let axes = Array(repeating: 1, count: max(0, 4 - shape.count)) + shape
    let whole = [sizes.B, sizes.heads, sizes.Tq, sizes.Tk]
    guard axes.count == 4, axes[3] == sizes.Tk, zip(axes, whole).allSatisfy({ $0 == 1 || $0 == $1 }) else {
      ShapeFault.trap("attention's mask", shape, whole)
    }
    let (heads, rows, columns) = (axes[1], axes[2], axes[3])
    return ScoreMask(
      start: start, textStride: axes[0] == 1 ? 0 : heads * rows * columns, headStride: heads == 1 ? 0 : rows * columns,
      rowStride: rows == 1 ? 0 : columns)
  }
}
