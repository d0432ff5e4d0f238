import MiniML

/// Two 3x3 convolutions to 16 and 32 channels with ReLU, 2x2 max pooling, and a linear layer 512-10.
struct DigitsCNN: Layer {
  var first: Conv2d
  var second: Conv2d
  var output: Linear

  init() {
    var source = RandomSource(seed: 0)
    first = Conv2d("first", 1, 16, size: 3, padding: 1, hasReLU: true, &source)
    second = Conv2d("second", 16, 32, size: 3, padding: 1, hasReLU: true, &source)
    output = Linear("output", 512, 10, &source)
  }

  /// `[B, 64] -> [B, 10]`.
  func callAsFunction(_ x: Variable) -> Variable {
    let images = x.reshaped([x.shape[0], 8, 8, 1])
    return output(second(first(images)).maxPool(2).reshaped([x.shape[0], 512]))
  }

  mutating func visit(_ body: (inout Parameter) -> Void) {
    first.visit(body)
    second.visit(body)
    output.visit(body)
  }
}

extension TrainingCase where Model == DigitsCNN, Rule == Adam {
  /// 10 epochs of 23 steps, Adam.
  static func digitsCNN(_ digits: Digits) -> TrainingCase {
    digits.training(
      epochs: 10, multiplyAdds: 64 * 9 * 16 + 64 * 9 * 16 * 32 + 5120, model: DigitsCNN.init, logits: { $0($1) })
  }
}
