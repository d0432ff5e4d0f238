import MiniML

/// Makes short sentences in English and Chinese in which a later word hangs on an earlier one: a possessive on its owner,
/// a verb on its subject, a colour on its thing, a noun on its measure word. A model that wants to guess the next word must look back.
///
/// Same seed, same sentences. Sentences have at most 14 tokens.
public struct SentenceGrammar: Sendable {
  typealias Rule = @Sendable (inout RandomSource) -> String

  private let rules: [Rule]

  /// The rules of both languages, each as often as the other.
  public init() { rules = EnglishSentences.rules + ChineseSentences.rules }

  /// A sentence; its tokens stand apart by blanks, in Chinese too.
  public func sentence(_ source: inout RandomSource) -> String {
    let rule = source.pick(rules)
    return rule(&source)
  }
}
