import MiniML
import Wording

extension SelfAttentionDemo {
  /// The line that begins the next stage's function.
  public var activeLine: String? { run == nil ? nil : stage.next?.line }

  /// Every stage computed so far, beside its function: the chosen number where the stage has it, else the shape.
  public var figures: [Figure] {
    guard let run else { return [] }
    let computed = AttentionStage.allCases.prefix(stage.rawValue + 1)
    return computed.compactMap { figure(of: $0, run) } + guess(run)
  }

  private func figure(of other: AttentionStage, _ run: Run) -> Figure? {
    guard let whole = run.attention[other], let matrix = matrix(other, head: head) else { return nil }
    let isChosen =
      other.isBetweenWords == stage.isBetweenWords && stage != .output && chosen.column < matrix.shape[1]
    guard isChosen else { return Figure(other.letter, "\(whole.shape)", at: other.line, of: other.region) }
    let column = other.isBetweenWords ? run.words[chosen.column].text : String(chosen.column + 1)
    let name = "\(other.letter)[\(run.words[chosen.row].text), \(column)]"
    return Figure(name, Double(matrix[chosen.row, chosen.column]), at: other.line, of: other.region)
  }

  /// The likeliest next word after the chosen one, once it is guessed.
  private func guess(_ run: Run) -> [Figure] {
    guard stage == .output, let best = run.figures.guesses[chosen.row].first else { return [] }
    let value = "\(vocabularyWord(best.token)) \(NumberText.fixed(best.probability, decimals: 3))"
    return [Figure(run.words[chosen.row].text, value, at: "func nextWords", of: SelfAttentionRegion.output)]
  }
}

extension AttentionStage {
  /// What begins the function that computes it.
  fileprivate var line: String {
    switch self {
    case .embeddings: "func embeddings"
    case .queries, .keys, .values: "func projection"
    case .scores: "func scores"
    case .scaled: "func scaled"
    case .masked: "func masked"
    case .weights: "func weights"
    case .mixed: "func mixed"
    case .output: "func output"
    }
  }

  /// The letter of its result.
  fileprivate var letter: String {
    switch self {
    case .embeddings: "X"
    case .queries: "Q"
    case .keys: "K"
    case .values: "V"
    case .scores: "S"
    case .scaled: "S/√d"
    case .masked: "S+M"
    case .weights: "A"
    case .mixed: "AV"
    case .output: "h"
    }
  }
}
