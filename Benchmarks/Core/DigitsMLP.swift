import MiniML

/// 64-128-64-10 with ReLU.
struct DigitsMLP: Layer {
  var first: Linear
  var second: Linear
  var last: Linear

  init() {
    var source = RandomSource(seed: 0)
    first = Linear("first", 64, 128, &source)
    second = Linear("second", 128, 64, &source)
    last = Linear("last", 64, 10, &source)
  }

  func callAsFunction(_ x: Variable) -> Variable { last(second(first(x, .relu), .relu)) }

  mutating func visit(_ body: (inout Parameter) -> Void) {
    first.visit(body)
    second.visit(body)
    last.visit(body)
  }
}

extension TrainingCase where Model == DigitsMLP, Rule == Adam {
  /// 20 epochs of 23 steps, Adam.
  static func digitsMLP(_ digits: Digits) -> TrainingCase {
    digits.training(
      epochs: 20, multiplyAdds: 64 * 128 + 128 * 64 + 64 * 10, model: DigitsMLP.init, logits: { $0($1) })
  }
}
