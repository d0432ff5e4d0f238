import MiniML

/// `relu(x + bn(conv(relu(bn(conv(x))))))`, 32 channels throughout.
struct ResidualBlock: Layer {
  var convolution1: Conv2d
  var norm1: BatchNorm
  var convolution2: Conv2d
  var norm2: BatchNorm

  init(_ name: String, _ source: inout RandomSource) {
    convolution1 = Conv2d(name + ".convolution1", 32, 32, size: 3, padding: 1, hasBias: false, &source)
    norm1 = BatchNorm(name + ".norm1", 32)
    convolution2 = Conv2d(name + ".convolution2", 32, 32, size: 3, padding: 1, hasBias: false, &source)
    norm2 = BatchNorm(name + ".norm2", 32)
  }

  func callAsFunction(_ x: Variable) -> Variable {
    let y = norm1(convolution1(x)).relu()
    return (x + norm2(convolution2(y))).relu()
  }

  mutating func visit(_ body: (inout Parameter) -> Void) {
    convolution1.visit(body)
    norm1.visit(body)
    convolution2.visit(body)
    norm2.visit(body)
  }
}

/// A convolution to 32 channels, three residual blocks, the mean over each image, and a linear layer 32-10.
struct DigitsResNet: Layer {
  var convolution: Conv2d
  var norm: BatchNorm
  var blocks: [ResidualBlock]
  var output: Linear

  init() {
    var source = RandomSource(seed: 0)
    convolution = Conv2d("convolution", 1, 32, size: 3, padding: 1, hasBias: false, &source)
    norm = BatchNorm("norm", 32)
    blocks = []
    for index in 0..<3 { blocks.append(ResidualBlock("block\(index)", &source)) }
    output = Linear("output", 32, 10, &source)
  }

  /// `[B, 64] -> [B, 10]`.
  func callAsFunction(_ x: Variable) -> Variable {
    let start = norm(convolution(x.reshaped([x.shape[0], 8, 8, 1]))).relu()
    return output(blocks.reduce(start) { $1($0) }.globalAveragePool())
  }

  mutating func visit(_ body: (inout Parameter) -> Void) {
    convolution.visit(body)
    norm.visit(body)
    for index in blocks.indices { blocks[index].visit(body) }
    output.visit(body)
  }
}

extension TrainingCase where Model == DigitsResNet, Rule == Adam {
  /// 3 epochs of 23 steps, Adam.
  static func digitsResNet(_ digits: Digits) -> TrainingCase {
    digits.training(
      epochs: 3, multiplyAdds: 64 * 9 * 32 + 6 * 64 * 9 * 32 * 32 + 320, model: DigitsResNet.init, logits: { $0($1) })
  }
}
