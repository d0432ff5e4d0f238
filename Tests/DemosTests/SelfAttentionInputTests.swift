import Language
import Terminal
import Testing
import Wording

@testable import Demos

@Suite struct SelfAttentionInputTests {
  @Test(arguments: ["", "   ", "\u{1B}"])
  func `text without a word is refused and changes nothing`(text: String) throws {
    var demo = try SelfAttentionSupport.demo("the queen lost her crown")
    let before = demo.metrics
    let refusal = demo.apply(.text(text))
    let fault = try #require(refusal)
    #expect(fault.message.en.contains("type a sentence"))
    #expect(demo.metrics == before)
  }

  @Test func `seventeen words are one too many, and the caret stands under the seventeenth`() throws {
    var demo = try SelfAttentionSupport.demo()
    #expect(demo.apply(.text("a b c d e f g h i j k l m n o p")) == nil)
    let refusal = demo.apply(.text("a b c d e f g h i j k l m n o p qq"))
    let fault = try #require(refusal)
    #expect(
      fault.message.en == "17 words and marks; the model has 16 positions, so at most 16 fit: shorten the sentence")
    #expect(fault.message.zh.contains("17"))
    #expect(fault.range == 32..<34)
    #expect(demo.metric("tokens") == 16)
  }

  @Test func `an unknown word is said to be unknown`() throws {
    let demo = try SelfAttentionSupport.demo("the zebra lost her crown")
    #expect(demo.narration(.en).contains("'zebra' is not among the 2171 words"))
    #expect(demo.narration(.zh).contains("“zebra”不在模型认识的 2171 个词之中"))
    let known = try SelfAttentionSupport.demo("the queen").narration(.en)
    #expect(!known.contains("not among"))
  }

  @Test func `the arrows move the chosen cell and stop at the edges`() throws {
    var demo = try SelfAttentionSupport.demo("the queen lost her crown", steps: 7)
    for _ in 0..<20 { demo.apply(.key(.up)); demo.apply(.key(.left)) }
    #expect(demo.chosen == .init(row: 0, column: 0))
    demo.apply(.key(.down))
    demo.apply(.key(.right))
    #expect(demo.chosen == .init(row: 1, column: 1))
    for _ in 0..<80 { demo.apply(.key(.down)); demo.apply(.key(.right)) }
    #expect(demo.chosen == .init(row: 4, column: 4))
  }

  @Test func `a click chooses the cell under it`() throws {
    var demo = try SelfAttentionSupport.demo("the queen lost her crown", steps: 7)
    let size = Size(width: 80, height: 24)
    // The chosen cell is drawn in brackets: click cells until each is found.
    var found: Set<SelfAttentionDemo.Cell> = []
    for y in 0..<24 {
      for x in 0..<80 {
        demo.apply(.mouse(MouseEvent(.press, at: Point(x: x, y: y)), in: size))
        if demo.cell(at: Point(x: x, y: y), in: size) != nil { found.insert(demo.chosen) }
      }
    }
    #expect(found.count == 25)
  }

  @Test func `the first cell is where the map looks back furthest`() throws {
    let chosen = try SelfAttentionSupport.demo("the queen met the sailor and lost her crown .").chosen
    #expect(chosen == .init(row: 7, column: 1))
  }

  @Test func `a knob outside its range is refused`() throws {
    var demo = try SelfAttentionSupport.demo()
    let before = demo.metrics
    #expect(demo.apply(.knob("temperature", .number(0))) != nil)
    #expect(demo.apply(.knob("head", .choice("5"))) != nil)
    #expect(demo.apply(.knob("nose", .number(1))) != nil)
    #expect(demo.metrics == before)
  }

  @Test func `every preset's text is known to the model whole`() throws {
    for text in SelfAttentionDemo.card.presets.compactMap(\.text) {
      let words = try SelfAttentionSupport.demo(text).run?.words
      #expect(words?.contains(where: \.isUnknown) == false, "\(text)")
    }
  }

  @Test func `without its checkpoint the demo says what is missing, where, and what to do`() {
    let settings = Settings(defaultsOf: SelfAttentionDemo.card)
    var demo = SelfAttentionDemo(settings: settings, source: .failure(.missingFile(path: "/x/weights.safetensors")))
    #expect(demo.isFinished)
    demo.step()
    #expect(demo.narration(.en).contains("/x/weights.safetensors cannot be read; reinstall"))
    #expect(demo.narration(.zh).contains("/x/weights.safetensors"))
    #expect(demo.apply(.text("hello")) != nil)
    demo.apply(.key(.down))
    #expect(demo.apply(.knob("mask", .choice("off"))) == nil)
    #expect(demo.metrics.allSatisfy { $0.value.isFinite })
    #expect(!SelfAttentionDemo.card.goal.isReached(by: demo.metric("reference-error") ?? 0))
    #expect(demo.explanation(.en) == nil)
    #expect(demo.table(.en).rows.count == 1)
    for size in [(1, 1), (40, 12), (80, 24)] {
      _ = SelfAttentionSupport.picture(demo, Size(width: size.0, height: size.1))
    }
  }
}
