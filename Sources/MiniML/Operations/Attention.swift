/// What heads of attention do with their queries, keys and values.
public struct AttentionOptions: Sendable {
  /// Heads of queries.
  public var heads: Int
  /// Heads of keys and values; each serves `heads / kvHeads` neighbouring heads of queries.
  public var kvHeads: Int
  /// Whether a query sees only what is not after it. With fewer queries than keys the last query stands beside the last
  /// key, as when a text is continued.
  public var isCausal: Bool
  /// Added to the scores before the softmax, minus infinity where nothing may be seen: `[Tq, Tk]`, or four axes that are
  /// 1 or `[B, heads, Tq, Tk]`. No gradient flows to it.
  public var mask: Tensor?

  /// - Parameter kvHeads: as many as heads where not given.
  public init(heads: Int, kvHeads: Int? = nil, isCausal: Bool = false, mask: Tensor? = nil) {
    self.heads = heads
    self.kvHeads = kvHeads ?? heads
    self.isCausal = isCausal
    self.mask = mask
  }
}

extension Tensor {
  /// A mask `[B, 1, 1, T]` that hides keys which are only padding: 0 where `isPresent`, minus infinity elsewhere.
  public static func keyMask(_ isPresent: [[Bool]]) -> Tensor {
    let T = isPresent.first?.count ?? 0
    return Tensor([isPresent.count, 1, 1, T], isPresent.joined().map { $0 ? 0 : -.infinity })
  }
}

/// Attention: each query's mix of the values, by how well it fits their keys.
extension Operation {
  /// `softmax(Q K^T / sqrt(d) + M) V` in every head: `[B, Tq, heads d], [B, Tk, kvHeads d], [B, Tk, kvHeads d] ->
  /// [B, Tq, heads d]`. A head's d numbers are neighbours.
  ///
  /// A query that sees no key gives zeros. The weights are not kept: see `attentionWeights`.
  /// Source: Vaswani et al. (2017), "Attention is all you need", sections 3.2.1 and 3.2.2; Ainslie et al. (2023), "GQA".
  /// Differs from PyTorch's `is_causal` where Tq and Tk differ: there the first query stands beside the first key.
  public static func attention(_ options: AttentionOptions) -> Operation {
    Operation(.attention) { inputs in
      forward(AttentionLayout(inputs, options), inputs, options)
    } backward: { pass in
      let layout = AttentionLayout(pass.inputs, options)
      var (dq, dv) = (Tensor.zeros([0]), Tensor.zeros([0]))
      let dk = Tensor.make(pass.inputs[1].shape) { dk in
        dv = .make(pass.inputs[2].shape) { dv in
          dq = .make(pass.inputs[0].shape) { dq in backward(layout, pass, options, into: [dq, dk, dv]) }
        }
      }
      return [dq, dk, dv]
    }
  }

  /// The same with queries, keys and values side by side in each row: `[B, T, (heads + 2 kvHeads) d] -> [B, T, heads d]`.
  public static func packedAttention(_ options: AttentionOptions) -> Operation {
    Operation(.packedAttention) { inputs in
      forward(AttentionLayout(packed: inputs[0], options), inputs, options)
    } backward: { pass in
      let layout = AttentionLayout(packed: pass.inputs[0], options)
      return [.make(pass.inputs[0].shape) { backward(layout, pass, options, into: [$0]) }]
    }
  }

  /// The weights that attention gives its values, for looking at: `[B, heads, Tq, Tk]`.
  ///
  /// - Parameter inputs: three as for `attention`, or one as for `packedAttention`.
  public static func attentionWeights(of inputs: [Tensor], _ options: AttentionOptions) -> Tensor {
    let layout = inputs.count == 1 ? AttentionLayout(packed: inputs[0], options) : AttentionLayout(inputs, options)
    let sizes = layout.sizes
    return .make([sizes.B, sizes.heads, sizes.Tq, sizes.Tk]) { weights in
      _ = forward(layout, inputs, options, weights: weights)
    }
  }

  private static func forward(
    _ layout: AttentionLayout, _ inputs: [Tensor], _ options: AttentionOptions,
    weights: UnsafeMutablePointer<Float>? = nil
  ) -> Result {
    let sizes = layout.sizes
    var logSums = Tensor.zeros([0])
    let output = Tensor.make(layout.outputShape) { output in
      logSums = .make([sizes.B, sizes.heads, sizes.Tq]) { logSums in
        layout.read(inputs, options) { x in
          AttentionKernel.forward(x, output: layout.output.rows(output), logSums: logSums, weights: weights)
        }
      }
    }
    return Result(output, keeping: [logSums])
  }

  /// - Parameter gradients: one pointer for each input.
  private static func backward(
    _ layout: AttentionLayout, _ pass: Pass, _ options: AttentionOptions, into gradients: [UnsafeMutablePointer<Float>]
  ) {
    Tensor.read(pass.output, pass.gradient, pass.kept[0]) { output, gradient, logSums in
      layout.read(pass.inputs, options) { x in
        AttentionKernel.backward(
          x,
          AttentionKernel.Outputs(
            output: layout.output.rows(output), gradient: layout.output.rows(gradient), logSums: logSums),
          into: AttentionKernel.InputGradients(
            q: layout.q.rows(gradients[layout.q.input]), k: layout.k.rows(gradients[layout.k.input]),
            v: layout.v.rows(gradients[layout.v.input])))
      }
    }
  }
}

extension Variable {
  /// This variable's queries look at keys and values: `[B, Tq, heads d], [B, Tk, kvHeads d], … -> [B, Tq, heads d]`.
  public func attention(keys: Variable, values: Variable, _ options: AttentionOptions) -> Variable {
    apply(.attention(options), keys, values)
  }

  /// Attention within packed queries, keys and values: `[B, T, (heads + 2 kvHeads) d] -> [B, T, heads d]`.
  public func packedAttention(_ options: AttentionOptions) -> Variable { apply(.packedAttention(options)) }
}
