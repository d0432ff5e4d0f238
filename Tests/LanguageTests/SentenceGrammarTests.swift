import Language
import MiniML
import Testing

@Suite struct SentenceGrammarTests {
  @Test func `the same seed makes the same sentences`() {
    var (a, b) = (RandomSource(seed: 3), RandomSource(seed: 3))
    let grammar = SentenceGrammar()
    for _ in 0..<50 { #expect(grammar.sentence(&a) == grammar.sentence(&b)) }
  }

  @Test func `sentences fit the positions of the model and end with a mark`() {
    var source = RandomSource(seed: 4)
    let grammar = SentenceGrammar()
    for _ in 0..<5_000 {
      let words = grammar.sentence(&source).split(separator: " ")
      #expect((3...16).contains(words.count), "\(words)")
      #expect([".", "?", "。", "？"].contains(words.last ?? ""), "\(words)")
    }
  }

  @Test func `both languages come about equally often`() {
    var source = RandomSource(seed: 5)
    let grammar = SentenceGrammar()
    let chinese = (0..<2_000).count { _ in grammar.sentence(&source).unicodeScalars.contains { $0.value >= 0x4E00 } }
    #expect((850...1150).contains(chinese))
  }

  @Test func `a possessive agrees with its owner`() {
    var source = RandomSource(seed: 6)
    let grammar = SentenceGrammar()
    for _ in 0..<3_000 {
      let sentence = grammar.sentence(&source)
      if sentence.hasSuffix("her crown .") { #expect(sentence.contains("queen")) }
      if sentence.hasSuffix("他 的 宝剑 。") { #expect(sentence.contains("国王")) }
    }
  }
}
