import Markup
import Support
import Terminal
import Testing

@testable import Widgets

struct DamagedLessonReaderTests {
  @Test(arguments: ShippedText.lessons, 0..<4)
  func `a damaged lesson is laid out, read to its end and searched at any width`(lesson: ShippedText, seed: Int) {
    var mutation = Mutation(seed: seed)
    var reader = Reader(MarkdownParser.parse(mutation.damaged(lesson.text, count: 64)).document)
    for width in [1, 9, 40, 90] {
      let theme = Theme.standard(colors: .none, glyphs: width % 2 == 0 ? .ascii : .unicode)
      reader.layOut(in: Size(width: width, height: 12), theme: theme) { fence, _ in [StyledText(fence.body)] }
      reader.search("e")
      for key in [Key.end, .pageUp, .character("n"), .character("N"), .home, .pageDown] { _ = reader.handle(key) }
      var surface = Surface(width: width, height: 12)
      reader.draw(on: &surface, in: surface.bounds, theme: theme)
      let isHarmless = surface.cells.allSatisfy {
        $0.isContinuation || ($0.scalar >= 0x20 && !Sanitizer.isForbidden($0.scalar))
      }
      #expect(isHarmless, "\(lesson.path), seed \(seed), \(width) columns")
    }
  }
}
