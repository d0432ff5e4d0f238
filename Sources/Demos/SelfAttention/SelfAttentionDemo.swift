import Language
import MiniML
import Terminal
import Wording

/// Self-attention of a small trained model on a typed text, one stage a step: words, Q, K, V, scores, scale, mask,
/// softmax, mix, next word. Every stage can be looked into, cell by cell.
public struct SelfAttentionDemo: Demo {
  /// Where a cell is chosen: the word of its row, and another word or a number of a vector.
  struct Cell: Hashable, Sendable {
    var row: Int
    var column: Int
  }

  /// A text under the model, with everything computed on it so far.
  struct Run: Sendable {
    let words: [WordVocabulary.Token]
    var attention: Attention
    var figures: AttentionFigures
  }

  private(set) var settings: Settings
  private(set) var stage = AttentionStage.embeddings
  private(set) var run: Run?
  private(set) var chosen = Cell(row: 0, column: 0)
  /// The trained model, or why there is none.
  let source: Result<AttentionCheckpoint, CheckpointError>

  public init(settings: Settings, seed: UInt64) {
    let source: Result<AttentionCheckpoint, CheckpointError>
    do throws(CheckpointError) { source = .success(try Checkpoints.selfAttention()) } catch { source = .failure(error) }
    self.init(settings: settings, source: source)
  }

  /// With a given model; nothing in this demo is left to chance.
  init(settings: Settings, source: Result<AttentionCheckpoint, CheckpointError>) {
    self.settings = settings
    self.source = source
    if let text = Self.card.textInput?.initial.en { _ = read(text) }
  }

  /// True from the last stage on, and where there is no model to run.
  public var isFinished: Bool { run == nil || stage.next == nil }

  public mutating func step() {
    guard run != nil, let next = stage.next else { return }
    stage = next
    run?.attention.compute(next)
    chosen = clamped(chosen)
  }

  @discardableResult
  public mutating func apply(_ input: DemoInput) -> InputFault? {
    switch input {
    case .text(let text): return read(text)
    case .knob(let id, let value): return turn(id, value)
    case .key(let key): press(key)
    case .mouse(let event, let size):
      if event.action == .press, let cell = cell(at: event.position, in: size) { chosen = clamped(cell) }
    }
    return nil
  }

  private mutating func read(_ text: String) -> InputFault? {
    switch source {
    case .failure(let error): return InputFault(error.message)
    case .success(let checkpoint):
      let words = checkpoint.vocabulary.tokenize(Sanitizer.clean(text))
      if let fault = Self.fault(words, limit: checkpoint.model.shape.positions) { return fault }
      run = Self.run(checkpoint, words, options, stage)
      chosen = mostDecided
      return nil
    }
  }

  private static func fault(_ words: [WordVocabulary.Token], limit: Int) -> InputFault? {
    if words.isEmpty { return InputFault(SelfAttentionWords.empty) }
    guard words.count > limit, let last = words.last else { return nil }
    return InputFault(
      SelfAttentionWords.tooLong(words.count, limit: limit), at: words[limit].range.lowerBound..<last.range.upperBound)
  }

  private static func run(
    _ checkpoint: AttentionCheckpoint, _ words: [WordVocabulary.Token], _ options: Attention.Options,
    _ stage: AttentionStage
  ) -> Run {
    let tokens = words.map(\.id)
    return Run(
      words: words, attention: Attention(checkpoint.model, tokens, options, upTo: stage),
      figures: AttentionFigures(checkpoint.model, tokens, options))
  }

  private mutating func turn(_ id: String, _ value: KnobValue) -> InputFault? {
    do throws(SettingsError) {
      try settings.set(id, to: value, card: Self.card)
    } catch {
      return InputFault(error.message)
    }
    if let checkpoint, let words = run?.words { run = Self.run(checkpoint, words, options, stage) }
    chosen = clamped(chosen)
    return nil
  }

  private mutating func press(_ key: Key) {
    var cell = chosen
    switch key {
    case .up: cell.row -= 1
    case .down: cell.row += 1
    case .left: cell.column -= 1
    case .right: cell.column += 1
    default: return
    }
    chosen = clamped(cell)
  }

  private func clamped(_ cell: Cell) -> Cell {
    let columns = columnCount
    return Cell(
      row: min(max(0, cell.row), max(0, wordCount - 1)), column: min(max(0, cell.column), max(0, columns - 1)))
  }
}

extension SelfAttentionDemo {
  var checkpoint: AttentionCheckpoint? { try? source.get() }

  var wordCount: Int { run?.words.count ?? 0 }

  /// The columns of the picture of this stage.
  var columnCount: Int {
    switch stage {
    case .scores, .scaled, .masked, .weights: wordCount
    case .queries, .keys, .values, .mixed: checkpoint?.model.shape.headChannels ?? 0
    case .embeddings: checkpoint?.model.shape.channels ?? 0
    case .output: AttentionFigures.guessCount
    }
  }

  var options: Attention.Options {
    Attention.Options(
      isScaled: settings.choice("scale") == "on", isMasked: settings.choice("mask") == "on",
      temperature: Float(settings.number("temperature")))
  }

  var showsNumbers: Bool { settings.choice("numbers") == "on" }

  /// The head looked at, from 0; nil for all.
  var head: Int? { Int(settings.choice("head")).map { $0 - 1 } }

  var headCount: Int { checkpoint?.model.shape.heads ?? 0 }

  /// The matrix `[words, columns]` of a stage for one head, or the mean over all where `head` is nil.
  func matrix(_ stage: AttentionStage, head: Int?) -> Tensor? {
    guard let result = run?.attention[stage] else { return nil }
    guard result.rank == 3 else { return result }
    return head.map { result.row($0) } ?? result.mean(axis: 0)
  }

  /// Where the map has most to tell: the largest product of a weight and the distance over which it looks back.
  private var mostDecided: Cell {
    guard let run else { return Cell(row: 0, column: 0) }
    let whole = Attention(run.attention.model, run.attention.tokens, Attention.Options(), upTo: .weights)
    guard let all = whole[.weights] else { return Cell(row: 0, column: 0) }
    let weights = head.map { all.row($0) } ?? all.mean(axis: 0)
    let looks = (0..<wordCount).flatMap { i in (0...i).map { Cell(row: i, column: $0) } }
    let reach = { (cell: Cell) in weights[cell.row, cell.column] * Float(cell.row - cell.column) }
    return looks.max { reach($0) < reach($1) } ?? Cell(row: 0, column: 0)
  }
}
