import Language
import MiniML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is measured on a computation: its distance to the reference, its rows, its guess of the next words.
struct AttentionFigures: Sendable {
  /// The likeliest words after a position, best first.
  struct Guess: Hashable, Sendable {
    let token: Int
    let probability: Double
  }

  /// Guesses kept a position.
  static let guessCount = 5

  /// The mean of `-log p` of each word that follows, in nats; 0 where no known word follows another.
  let loss: Double
  /// For each position.
  let guesses: [[Guess]]
  private let reference: AttentionReference

  /// Runs the whole model with these options, whichever stage is shown.
  init(_ model: AttentionModel, _ tokens: [Int], _ options: Attention.Options) {
    reference = AttentionReference(
      model, tokens, isScaled: options.isScaled, isMasked: options.isMasked, temperature: Double(options.temperature))
    let whole = Attention(model, tokens, options, upTo: .output)
    let logs = Attention.nextWords(whole[.output] ?? .zeros([tokens.count, model.shape.channels]), model)
    let targets = zip(0..., tokens.dropFirst()).filter { $0.1 != 0 }
    let sum = targets.reduce(0.0) { $0 - Double(logs[$1.0, $1.1]) }
    loss = targets.isEmpty ? 0 : sum / Double(targets.count)
    guesses = tokens.indices.map { Self.best(logs.row($0).data) }
  }

  private static func best(_ logs: [Float]) -> [Guess] {
    var best: [Guess] = []
    for (token, log) in logs.enumerated()
    where best.count < guessCount || Double(exp(log)) > best[guessCount - 1].probability {
      let guess = Guess(token: token, probability: Double(exp(log)))
      let place = best.firstIndex { $0.probability < guess.probability } ?? best.count
      best.insert(guess, at: place)
      if best.count > guessCount { best.removeLast() }
    }
    return best
  }

  /// The largest difference to the reference over all stages up to the mix, relative to numbers above 1; a stage that is
  /// not computed yet counts as zeros.
  func referenceError(_ attention: Attention) -> Double {
    let stages: [(AttentionStage, [[[Double]]])] = [
      (.embeddings, [reference.x]), (.queries, reference.queries), (.keys, reference.keys), (.values, reference.values),
      (.scores, reference.scores), (.scaled, reference.scaled), (.masked, reference.masked),
      (.weights, reference.weights), (.mixed, reference.mixed),
    ]
    var largest = 0.0
    for (stage, expected) in stages {
      let got = attention[stage]?.data
      for (index, number) in expected.joined().joined().enumerated() {
        largest = max(largest, Self.difference(Double(got?[index] ?? 0), number))
      }
    }
    return largest
  }

  private static func difference(_ got: Double, _ expected: Double) -> Double {
    // Infinities of the mask: alike or not; not computed yet counts as wrong by 1.
    guard expected.isFinite else { return got == expected ? 0 : 1 }
    let difference = abs(got - expected) / max(1, abs(expected))
    return difference.isFinite ? difference : 1
  }
}

/// What is measured on one head's weights `[T, T]`.
extension Tensor {
  /// The largest distance of a row's sum to 1.
  var rowSumError: Double {
    sum(axis: -1).data.reduce(0) { max($0, abs(Double($1) - 1)) }
  }

  /// The mean over rows of `-sum w log w`, in nats.
  var meanRowEntropy: Double {
    guard let rows = shape.first, rows > 0 else { return 0 }
    return data.reduce(0) { $0 - ($1 > 0 ? Double($1) * log(Double($1)) : 0) } / Double(rows)
  }

  /// The weight right of the diagonal, all rows together.
  var weightOnTheFuture: Double {
    guard let T = shape.last else { return 0 }
    return data.enumerated().reduce(0) { $0 + ($1.offset % T > $1.offset / T % T ? Double($1.element) : 0) }
  }
}
