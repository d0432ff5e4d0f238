import Testing

@testable import Tutor

@Suite struct FuzzyTests {
  private func score(_ query: String, _ text: String) -> Int? { FuzzyText(text).match(FuzzyText.codes(query))?.score }

  private func positions(_ query: String, _ text: String) -> [Int]? {
    FuzzyText(text).match(FuzzyText.codes(query))?.positions
  }

  @Test func `the characters must be there, in order, whatever their case`() {
    #expect(score("gdc", "Gradient descent") != nil)
    #expect(score("dcg", "Gradient descent") == nil)
    #expect(score("x", "Gradient descent") == nil)
    #expect(score("GRAD", "gradient") == score("grad", "GRADIENT").map { $0 })
    #expect(score("a", "") == nil)
  }

  @Test(arguments: [
    // Better first, then worse.
    ("des", "Gradient descent", "model sees"),
    ("gd", "Gradient descent", "Finding edges"),
    ("sa", "Self-attention", "Bias and variance"),
    ("att", "Self-attention", "a total"),
    ("grad", "Gradient", "g-r-a-d"),
    ("w2", "Weight w2", "w of 2"),
    ("梯度", "梯度下降", "梯田高度"),
  ])
  func `beginnings of words and characters in a row are worth more`(query: String, better: String, worse: String) {
    #expect((score(query, better) ?? 0) > (score(query, worse) ?? 0))
  }

  @Test func `the positions are those of the best alignment`() {
    #expect(positions("desc", "gradient descent") == [9, 10, 11, 12])
    #expect(positions("gd", "Gradient descent") == [0, 9])
    #expect(positions("下降", "梯度下降") == [2, 3])
    #expect(positions("", "abc") == [])
  }

  @Test(arguments: 1...200)
  func `a match is always an ascending alignment of the query`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let letters = Array("ab c-D中")
    let text = String((0..<next(14)).map { _ in letters[next(letters.count)] })
    let query = String((0..<(1 + next(4))).map { _ in letters[next(letters.count)] })
    let match = FuzzyText(text).match(FuzzyText.codes(query))
    var rest = Array(query.lowercased())[...]
    for character in text.lowercased() where character == rest.first { rest.removeFirst() }
    #expect((match != nil) == rest.isEmpty, "“\(query)” in “\(text)”")
    guard let match else { return }
    #expect(match.positions == match.positions.sorted() && Set(match.positions).count == query.count)
    #expect(match.positions.map { Array(text.lowercased())[$0] } == Array(query.lowercased()), "\(query) in \(text)")
  }

  @Test func `several words must all be found, in any order`() {
    let entries = ["Gradient descent", "Descent of man", "Gradient boosting"].map {
      PaletteEntry(.lesson, $0, .perform(.help))
    }
    let found = PaletteQuery("desc grad").run(on: entries).map { String($0.entry.title.characters) }
    #expect(found == ["Gradient descent"])
  }

  @Test func `what is found by another name says by which`() {
    let entry = PaletteEntry(.lesson, "Gradient descent", others: ["梯度下降"], .perform(.help))
    #expect(PaletteQuery("下降").run(on: [entry]).first?.otherName == "梯度下降")
    #expect(PaletteQuery("grad").run(on: [entry]).first?.otherName == nil)
  }
}
