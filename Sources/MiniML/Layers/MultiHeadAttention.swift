/// Self-attention of several heads: `[B, T, C] -> [B, T, C]`.
///
/// One product makes queries, keys and values side by side, `x W + b`: `[B, T, C] -> [B, T, (heads + 2 kvHeads) d]` with
/// `d = C / heads`; each head mixes its values; one more product joins the heads.
/// Source: Vaswani et al. (2017), "Attention is all you need", section 3.2.
public struct MultiHeadAttention: Module {
  public let heads: Int
  /// Heads of keys and values: fewer than heads are shared among them (Ainslie et al. 2023, "GQA").
  public let kvHeads: Int
  /// Whether a position sees only itself and what came before.
  public let isCausal: Bool
  /// Whether queries and keys are turned by their positions, and which numbers in pairs.
  public let rotary: RotaryPairing?
  public var qkv: Linear
  public var out: Linear

  /// Traps where the heads do not divide C, or `kvHeads` the heads.
  public init(
    _ name: String, channels: Int, heads: Int, kvHeads: Int? = nil, isCausal: Bool = true,
    rotary: RotaryPairing? = nil, hasBias: Bool = true, _ source: inout RandomSource
  ) {
    requireDividing(heads, "heads", channels, "channels")
    requireDividing(kvHeads ?? heads, "heads of keys", heads, "heads")
    self.heads = heads
    self.kvHeads = kvHeads ?? heads
    self.isCausal = isCausal
    self.rotary = rotary
    let width = (heads + 2 * self.kvHeads) * (channels / heads)
    qkv = Linear(name + ".qkv", channels, width, hasBias: hasBias, &source)
    out = Linear(name + ".out", channels, channels, hasBias: hasBias, &source)
  }

  public func callAsFunction(_ x: Variable) -> Variable { self(x, mask: nil) }

  /// - Parameter mask: as in `AttentionOptions`; `Tensor.keyMask` hides padding.
  public func callAsFunction(_ x: Variable, mask: Tensor?) -> Variable {
    out(packed(x).packedAttention(options(mask)))
  }

  /// How much each position takes from each, `[B, heads, T, T]`: for looking at.
  public func weights(_ x: Variable, mask: Tensor? = nil) -> Tensor {
    Operation.attentionWeights(of: [packed(x).value], options(mask))
  }

  /// Queries, keys and values side by side.
  private func packed(_ x: Variable) -> Variable {
    let packed = qkv(x)
    guard let rotary else { return packed }
    return packed.rotary(heads: heads + kvHeads, d: x.shape[2] / heads, pairing: rotary)
  }

  private func options(_ mask: Tensor?) -> AttentionOptions {
    AttentionOptions(heads: heads, kvHeads: kvHeads, isCausal: isCausal, mask: mask)
  }

  public mutating func visit(_ body: (inout Parameter) -> Void) {
    qkv.visit(body)
    out.visit(body)
  }
}

/// Traps where `parts` is not a divisor of `whole`.
func requireDividing(_ parts: Int, _ partsName: String, _ whole: Int, _ wholeName: String) {
  guard parts > 0, whole % parts == 0 else {
    ShapeFault.trap("attention", "\(parts) \(partsName) do not divide \(whole) \(wholeName)")
  }
}
