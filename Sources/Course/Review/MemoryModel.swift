import Foundation

/// How memory grows and fades: FSRS-6, the model of stability and difficulty with 21 parameters.
///
/// Retrievability after t days is `(1 + f t / S)^-w20`, with f such that it is 0.9 after S days. Source: Ye, Su and Cao
/// (2022), "A stochastic shortest path algorithm for optimizing spaced repetition scheduling", and the Open Spaced
/// Repetition group's "The algorithm" for version 6. Results equal the group's reference package to 1e-6.
public struct MemoryModel: Hashable, Sendable {
  /// `w0...w20`, the group's defaults.
  public static let published: [Double] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]

  private let w: [Double]
  private let factor: Double
  private static let leastStability = 0.001

  /// Traps unless there are 21 parameters.
  public init(parameters: [Double] = MemoryModel.published) {
    precondition(parameters.count == 21, "MemoryModel: 21 parameters, got \(parameters.count)")
    w = parameters
    factor = pow(0.9, -1 / w[20]) - 1
  }

  /// The probability that an item of this stability is remembered after whole days; fewer than 0 count as 0.
  public func retrievability(stability: Double, days: Int) -> Double {
    pow(1 + factor * Double(max(0, days)) / stability, -w[20])
  }

  /// The days after which retrievability has fallen to `retention`: not rounded.
  public func interval(stability: Double, retention: Double) -> Double {
    stability / factor * (pow(retention, -1 / w[20]) - 1)
  }

  /// Stability and difficulty after the first review.
  public func beginning(_ rating: Rating) -> (stability: Double, difficulty: Double) {
    (max(w[rating.rawValue - 1], Self.leastStability), clamped(firstDifficulty(rating)))
  }

  /// Stability and difficulty after a further review, `days` whole days after the one before; within the same day
  /// memory hardly fades, and another rule holds.
  public func next(
    stability: Double, difficulty: Double, days: Int, _ rating: Rating
  ) -> (stability: Double, difficulty: Double) {
    let grown =
      if days < 1 {
        sameDay(stability, rating)
      } else if rating == .again {
        forgotten(stability, difficulty, retrievability(stability: stability, days: days))
      } else {
        recalled(stability, difficulty, retrievability(stability: stability, days: days), rating)
      }
    return (max(grown, Self.leastStability), nextDifficulty(difficulty, rating))
  }

  private func sameDay(_ stability: Double, _ rating: Rating) -> Double {
    let growth = exp(w[17] * (Double(rating.rawValue) - 3 + w[18])) * pow(stability, -w[19])
    return stability * (rating == .again ? growth : max(1, growth))
  }

  private func recalled(_ stability: Double, _ difficulty: Double, _ retrievability: Double, _ rating: Rating) -> Double
  {
    let penalty = rating == .hard ? w[15] : 1
    let bonus = rating == .easy ? w[16] : 1
    let growth =
      exp(w[8]) * (11 - difficulty) * pow(stability, -w[9]) * (exp((1 - retrievability) * w[10]) - 1) * penalty * bonus
    return stability * (1 + growth)
  }

  /// What is left after forgetting: never more than a failure on the same day leaves.
  private func forgotten(_ stability: Double, _ difficulty: Double, _ retrievability: Double) -> Double {
    let left =
      w[11] * pow(difficulty, -w[12]) * (pow(stability + 1, w[13]) - 1) * exp((1 - retrievability) * w[14])
    return min(left, stability / exp(w[17] * w[18]))
  }

  private func firstDifficulty(_ rating: Rating) -> Double { w[4] - exp(w[5] * Double(rating.rawValue - 1)) + 1 }

  /// Moves less the nearer it is to 10, and a little back towards that of an easy item.
  private func nextDifficulty(_ difficulty: Double, _ rating: Rating) -> Double {
    let change = -w[6] * Double(rating.rawValue - 3)
    let moved = difficulty + (10 - difficulty) * change / 9
    return clamped(w[7] * firstDifficulty(.easy) + (1 - w[7]) * moved)
  }

  private func clamped(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }
}
