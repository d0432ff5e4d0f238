import MiniML

/// The sizes of the two GPT cases.
struct TinyGPT {
  let layers: Int
  let d: Int
  let context: Int
  let batch: Int
  let steps: Int
  let checksum: UInt64

  static let a = TinyGPT(layers: 2, d: 64, context: 64, batch: 16, steps: 200, checksum: 0xb63a_2381_c7d1_52eb)
  static let b = TinyGPT(layers: 4, d: 128, context: 128, batch: 12, steps: 50, checksum: 0x070a_5250_6dd2_d008)

  var shape: DecoderTransformer.Shape {
    DecoderTransformer.Shape(
      vocabulary: TokenText.vocabulary, positions: context, channels: d, layers: layers, heads: 4)
  }

  var tokens: Double { Double(steps * batch * context) }

  /// 6 a matrix weight and token, and attention's full square.
  var flops: Double {
    let weights = Double(layers * 12 * d * d + TokenText.vocabulary * d)
    return (6 * weights + 12 * Double(layers * d * context)) * tokens
  }
}

extension TrainingCase where Model == DecoderTransformer, Rule == AdamW {
  static func tinyGPT(_ size: TinyGPT) -> TrainingCase {
    let (text, T) = (TokenText(), size.context)
    let offsets = text.offsets(steps: size.steps, batch: size.batch, context: T)
    Checksum.require(offsets.joined().flatMap { Checksum.bytes([UInt32($0)]) }, is: size.checksum, "offsets")
    let start = {
      var source = RandomSource(seed: 0)
      return DecoderTransformer(size.shape, &source)
    }
    return TrainingCase(
      work: [
        ("steps", Double(size.steps)), ("tokens", size.tokens), ("flops", size.flops),
        ("parameters", Double(start().parameterCount)),
      ],
      steps: size.steps, model: start, optimizer: { AdamW(learningRate: 1e-3, weightDecay: 0.01) }
    ) { model, graph, step in
      model.logits(text.rows(offsets[step], context: T), steps: T, in: graph)
        .crossEntropy(text.rows(offsets[step].map { $0 + 1 }, context: T))
    } quality: { _, losses in
      [("first_loss", Double(losses[0])), ("final_loss", meanOfLast(10, losses))]
    }
  }
}
