import Support
import Terminal
import Testing

@testable import Markup

struct DamagedLessonTests {
  @Test(arguments: ShippedText.lessons, 0..<12)
  func `a lesson damaged anywhere is read, and nothing of it commands a terminal`(lesson: ShippedText, seed: Int) {
    var mutation = Mutation(seed: seed)
    let text = mutation.damaged(lesson.text, count: 1 << (seed % 8))
    let parsed = MarkdownParser.parse(text)
    for glyphs in GlyphTier.allCases {
      let lines = LinearText(width: 40, glyphs: glyphs) { [$0.arguments, $0.body] }.text(parsed.document)
      #expect(!lines.unicodeScalars.contains { Sanitizer.isForbidden($0.value) })
    }
    let count = text.count { $0.isNewline } + 2
    for fault in parsed.faults {
      #expect((1...count).contains(fault.place.line) && fault.place.column >= 1, "\(fault)")
      #expect(!fault.sentence.isEmpty)
    }
  }

  /// Every formula of the lessons, without its dollars.
  private static let formulas = ShippedText.lessons.flatMap { lesson in
    lesson.text.matches(of: /\$([^$\n]+)\$/).map { String($0.1) }
  }

  @Test(arguments: 0..<100)
  func `a damaged formula is set within its columns, or refused at one of them`(seed: Int) throws {
    var mutation = Mutation(seed: seed)
    #expect(Self.formulas.count > 100)
    for _ in 0..<20 {
      let formula = Self.formulas[mutation.number(0...Self.formulas.count - 1)]
      check(Sanitizer.clean(mutation.damaged(formula, count: mutation.number(1...4))))
    }
  }

  private func check(_ latex: String) {
    do {
      let formula = try Formula(latex)
      for glyphs in GlyphTier.allCases {
        for width in [2, 7, 24, 60] { check(formula.display(width: width, glyphs: glyphs), width, glyphs, latex) }
      }
    } catch {
      #expect((0...latex.count).contains(error.column), "\(latex): \(error)")
    }
  }

  private func check(_ lines: [String], _ width: Int, _ glyphs: GlyphTier, _ latex: String) {
    for line in lines {
      #expect(TextWidth.of(line) <= width, "\(latex) at \(width): \(lines)")
      // The learner's own characters stay; the drawing adds none beyond ASCII.
      guard glyphs == .ascii else { continue }
      let added = line.unicodeScalars.filter { $0.value > 0x7E && !latex.unicodeScalars.contains($0) }
      #expect(added.isEmpty, "\(latex): \(added)")
    }
  }
}
