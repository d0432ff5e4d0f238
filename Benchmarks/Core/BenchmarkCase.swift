/// A piece of work that this program and its peers do alike.
protocol BenchmarkCase {
  /// How much work one turn is.
  var work: [(name: String, amount: Double)] { get }
  /// What the last turn reached: losses, accuracies, rates.
  var metric: [(name: String, value: Double)] { get }
  /// Does the work once more from the beginning, and says how long it took. Setting up is not in the time.
  mutating func turn() -> Samples
}

/// The cases by name.
enum Cases {
  static func make(_ name: String, folder: String) -> any BenchmarkCase {
    if let product = ProductCase.named(name) { return product }
    if let limit = LimitCase(name) { return limit }
    switch name {
    case "mlp.digits": return TrainingCase.digitsMLP(Digits(folder: folder))
    case "cnn.digits": return TrainingCase.digitsCNN(Digits(folder: folder))
    case "resnet.digits": return TrainingCase.digitsResNet(Digits(folder: folder))
    case "lstm.char": return TrainingCase.characterLSTM()
    case "gpt_train.A": return TrainingCase.tinyGPT(.a)
    case "gpt_train.B": return TrainingCase.tinyGPT(.b)
    case "scalar.moons": return MoonsCase(folder: folder, steps: 100)
    case "scalar.moons_short": return MoonsCase(folder: folder, steps: MoonsCase.shortSteps)
    default: Output.fail("there is no case \(name)")
    }
  }
}
