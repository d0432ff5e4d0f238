import Support
import Terminal
import Testing
import Wording

@testable import Demos

@Suite struct SelfAttentionPictureTests {
  @Test(arguments: testSizes, ["1", "all"])
  func `every stage is drawn at every size in every tier`(size: Size, head: String) throws {
    for steps in 0...9 {
      let demo = try SelfAttentionSupport.demo("王后 met 水手, and lost her crown 。", steps: steps, ["head": head])
      for language in Language.allCases {
        for colors in [ColorTier.none, .ansi16, .truecolor] {
          let lines = SelfAttentionSupport.picture(demo, size, language, colors: colors)
          #expect(lines.count == size.height)
          #expect(lines.allSatisfy { TextWidth.of($0) <= size.width })
        }
      }
    }
  }

  @Test(arguments: testSizes)
  func `the ASCII tier holds nothing but ASCII beside Chinese words`(size: Size) throws {
    for numbers in ["on", "off"] {
      for steps in 0...9 {
        let demo = try SelfAttentionSupport.demo(
          "the queen lost her crown", steps: steps, ["numbers": numbers, "head": "2"])
        let text = SelfAttentionSupport.picture(demo, size, glyphs: .ascii).joined()
        #expect(text.unicodeScalars.allSatisfy { $0.value <= 0x7E || $0.value >= 0x4E00 }, "\(steps)")
      }
    }
  }

  @Test func `the map that the demo opens with shows the crown's owner`() throws {
    let demo = try SelfAttentionSupport.demo("the queen lost her crown", steps: 7)
    let lines = SelfAttentionSupport.picture(demo, Size(width: 60, height: 10))
    #expect(lines.map { $0.padded(to: 60) } == Self.map.map { $0.padded(to: 60) })
  }

  static let map = [
    "words Q K V scores scale mask [softmax] mix next word",
    "A = softmax(S / t)                                    head 3",
    "         the queen  lost   her crown",
    "  the ██████",
    "queen       ██████",
    " lost       ██████",
    "  her       [████]",
    "crown       ░░░░░░▒▒▒▒▒▒",
    "",
    "0   ░░▒▒▓▓██ 1  her, queen: 0.956",
  ]

  @Test(arguments: [
    (0, "X["), (1, "Wq"), (2, "Wk"), (3, "Wv"), (4, "the query of"), (5, "sqrt(12)"), (6, "+"), (7, "exp("),
    (8, "weight times"), (9, "likeliest after"),
  ])
  func `every stage's chosen number is unfolded to its inputs`(steps: Int, sign: String) throws {
    let demo = try SelfAttentionSupport.demo("the queen lost her crown", steps: steps)
    let lines = try #require(demo.explanation(.en))
    #expect(lines.joined(separator: "\n").contains(sign))
    #expect(demo.explanation(.zh)?.count == lines.count)
  }

  @Test func `the dot product unfolded adds up to the score`() throws {
    let demo = try SelfAttentionSupport.demo("the queen lost her crown", steps: 4)
    let lines = try #require(demo.explanation(.en))
    let score = try #require(lines.first?.split(separator: "= ").last)
    #expect(lines.last == "sum: \(score)")
  }

  @Test func `the narration says who looks at whom, in both languages`() throws {
    var demo = try SelfAttentionSupport.demo("the queen met the sailor and lost her crown .", steps: 7)
    #expect(demo.narration(.en).contains("'her' looks mostly at 'queen' (0.94)"))
    #expect(demo.narration(.zh).contains("“her”主要看“queen”（0.94）"))
    demo.step()
    #expect(demo.narration(.en).contains("'queen' 94 %"))
    demo.step()
    #expect(demo.narration(.en).contains("After 'her' the model expects 'crown'"))
  }

  @Test(arguments: 4...7)
  func `between words the table holds a row a word and the picture's numbers`(steps: Int) throws {
    let demo = try SelfAttentionSupport.demo("王后丢了她的王冠", steps: steps)
    let table = demo.table(.zh)
    #expect(table.rows.map { $0[0] } == ["王后", "丢", "了", "她", "的", "王冠"])
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    #expect(demo.columnCount + 1 == table.columns.count)
  }

  @Test(arguments: [0, 1, 2, 3, 8])
  func `of vectors the table holds the chosen word's, a row a number`(steps: Int) throws {
    let demo = try SelfAttentionSupport.demo("the queen lost her crown", steps: steps)
    let table = demo.table(.en)
    #expect(table.rows.count == demo.columnCount)
    #expect(table.columns.count == 2 && table.columns[1].hasSuffix(": her"))
  }

  @Test(arguments: 0...9, [GlyphTier.unicode, .ascii])
  func `on a narrow pane the strip shows the stage, with marks where there are more`(steps: Int, glyphs: GlyphTier)
    throws
  {
    let demo = try SelfAttentionSupport.demo("the queen lost her crown", steps: steps)
    for width in [24, 39] {
      let strip = SelfAttentionSupport.picture(demo, Size(width: width, height: 10), glyphs: glyphs)[0]
      #expect(strip.contains("[\(demo.stage.name.en)]"), "\(strip)")
      let (before, after) = glyphs == .ascii ? ("<", ">") : ("‹", "›")
      #expect(
        strip.contains("words") != strip.hasPrefix(before) && strip.contains("next word") != strip.hasSuffix(after))
    }
  }
}
