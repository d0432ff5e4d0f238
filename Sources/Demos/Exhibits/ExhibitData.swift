import Language
import MiniML
import Plots

/// What several exhibits stand on, computed once when the first of them is asked for.
enum ExhibitData {
  static let moons = MoonsRun(rate: 0.1)
  /// The same with a smaller rate: the run before.
  static let slowMoons = MoonsRun(rate: 0.01)

  static let digitClassifier = SoftmaxClassifier(
    HandwrittenDigits.shared.training.inputs, HandwrittenDigits.shared.training.labels, of: 10, steps: 120)

  /// The species from one measure alone, the petal's length.
  static let petalClassifier: SoftmaxClassifier = {
    let flowers = IrisFlowers.shared.flowers
    return SoftmaxClassifier(
      Tensor([flowers.count, 1], flowers.map { Float($0.lengths[2]) }), flowers.map(\.species), of: 3, steps: 400)
  }()

  /// The species from all four measures.
  static let flowerClassifier: SoftmaxClassifier = {
    let flowers = IrisFlowers.shared.flowers
    return SoftmaxClassifier(
      Tensor([flowers.count, 4], flowers.flatMap { $0.lengths.map { Float($0) } }), flowers.map(\.species), of: 3,
      steps: 200)
  }()

  /// The share of the test digits that is read right; not a number without them.
  static var digitAccuracy: Double {
    let test = HandwrittenDigits.shared.test
    let right = zip(digitClassifier.classes(test.inputs), test.labels).count { $0 == $1 }
    return Double(right) / Double(test.count)
  }
}
