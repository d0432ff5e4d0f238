import MiniML

/// What the attention model is trained on: sentences of a seeded grammar mixed with real ones, and the vocabulary of both.
public struct AttentionCorpus: Sendable {
  /// The share of sentences that the grammar makes.
  public static let grammarShare = 0.6
  /// How often a word of a real and of a made sentence is hidden as `<unk>`, so that the model learns to do without it
  /// and does not know the real ones by heart.
  private static let hiding = (real: 0.2, made: 0.02)
  /// Sentences drawn from the grammar to find its words.
  private static let survey = 20_000

  public let vocabulary: WordVocabulary
  /// Real sentences as ids, without those that hold too many unknown words.
  public let training: [[Int]]
  /// Real sentences kept apart, one in twenty.
  public let heldOut: [[Int]]
  private let grammar = SentenceGrammar()
  private let limit: Int

  /// - Parameters:
  ///   - english, chinese: a sentence a line.
  ///   - limit: tokens of a sentence at most; longer ones are cut.
  ///   - least: how often a token of the real sentences must occur to be known: English, Chinese.
  public init(english: String, chinese: String, limit: Int = 16, least: (english: Int, chinese: Int) = (3, 5)) {
    self.limit = limit
    let lines = { (text: String) in text.split(whereSeparator: \.isNewline).map(String.init) }
    vocabulary = Self.vocabulary(lines(english), lines(chinese), least, grammar)
    let known = vocabulary
    let real = (lines(english) + lines(chinese)).map { Array(known.encode($0).prefix(limit)) }
      .filter { ids in ids.count >= 3 && ids.count(where: { $0 == 0 }) * 4 <= ids.count }
    training = real.enumerated().filter { $0.offset % 20 != 0 }.map(\.element)
    heldOut = real.enumerated().filter { $0.offset % 20 == 0 }.map(\.element)
  }

  /// One sentence to train on: what the model reads, and what it should have read.
  public func sentence(_ source: inout RandomSource) -> (read: [Int], meant: [Int]) {
    let isMade = source.uniform() < Self.grammarShare || training.isEmpty
    let meant = isMade ? Array(vocabulary.encode(grammar.sentence(&source)).prefix(limit)) : source.pick(training)
    let hiding = isMade ? Self.hiding.made : Self.hiding.real
    return (meant.map { source.uniform() < hiding ? 0 : $0 }, meant)
  }

  private static func vocabulary(
    _ english: [String], _ chinese: [String], _ least: (english: Int, chinese: Int), _ grammar: SentenceGrammar
  ) -> WordVocabulary {
    var source = RandomSource(seed: 0)
    var made: Set<String> = []
    for _ in 0..<survey { made.formUnion(grammar.sentence(&source).split(separator: " ").map(String.init)) }
    let bare = WordVocabulary([])
    let frequent = { (lines: [String], least: Int) -> [String] in
      var counts: [String: Int] = [:]
      for line in lines { for token in bare.tokenize(line) { counts[token.text, default: 0] += 1 } }
      return counts.filter { $0.value >= least }.keys.sorted()
    }
    // A word of several characters needs them singly too, or its parts stay unknown elsewhere.
    let parts = made.filter { $0.first.map(WordVocabulary.isChinese) ?? false }.flatMap { $0.map(String.init) }
    let known = made.union(frequent(english, least.english)).union(frequent(chinese, least.chinese)).union(parts)
    return WordVocabulary(known.sorted())
  }
}
