import Language
import Testing

@Suite struct WordVocabularyTests {
  static let words = WordVocabulary(["the", "queen", "don't", "2", ",", ".", "王后", "王", "丢", "了", "，", "图书馆", "图书"])

  @Test(arguments: [
    ("The QUEEN", ["The", "QUEEN"]), ("don't, don’t.", ["don't", ",", "don’t", "."]),
    ("x2y 22", ["x", "2", "y", "22"]),
    ("王后丢了", ["王后", "丢", "了"]), ("图书馆，图书", ["图书馆", "，", "图书"]), ("the王queen", ["the", "王", "queen"]),
    ("", []), (" \t\n", []), ("'tis -1", ["'", "tis", "-", "1"]),
  ])
  func `text is cut into words, marks and the longest Chinese words known`(text: String, pieces: [String]) {
    #expect(Self.words.tokenize(text).map(\.text) == pieces)
  }

  @Test func `what is not known is token 0, and is shown as it was typed`() {
    let tokens = Self.words.tokenize("the zebra")
    #expect(tokens.map(\.isUnknown) == [false, true])
    #expect(tokens[1].text == "zebra")
    #expect(tokens[1].range == 4..<9)
  }

  @Test func `English is known in any case and with either apostrophe`() {
    #expect(Self.words.encode("THE Don’t") == Self.words.encode("the don't"))
    #expect(!Self.words.encode("THE Don’t").contains(0))
  }

  @Test(arguments: ["the queen, the queen.", "王后丢了", "don't."])
  func `decoding what was encoded gives the text back`(text: String) {
    #expect(Self.words.decode(Self.words.encode(text)) == text)
  }

  @Test func `ids outside decode as unknown`() { #expect(Self.words.decode([-1, 999, 1]) == "<unk> <unk> the") }

  @Test func `its file reads back, without empty and repeated lines`() {
    #expect(WordVocabulary(text: Self.words.text) == Self.words)
    #expect(WordVocabulary(text: "<unk>\r\na\r\n\r\na\n").tokens == ["<unk>", "a"])
    #expect(WordVocabulary(text: "a\n<unk>\nb\n<unk>").tokens == ["<unk>", "a", "b"])
    #expect(WordVocabulary(text: "").tokens == ["<unk>"])
  }
}
