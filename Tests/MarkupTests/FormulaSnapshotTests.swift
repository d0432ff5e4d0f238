import Foundation
import Terminal
import Testing

@testable import Markup

/// Every formula of the roadmap's subjects as it is set, in Snapshots/formulas.txt: to be read, and to show what a
/// change changed. `GRADUS_RECORD=1` writes it anew.
struct FormulaSnapshotTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Snapshots/formulas.txt")
  /// Columns of a displayed formula at 80 columns.
  private static let width = 73

  @Test func `every formula of the roadmap is set as it was read and found good`() throws {
    let shown = try RoadmapFormulas.all.map { try Self.entry($0.name, $0.latex) }.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["GRADUS_RECORD"] == "1" { try Data(shown.utf8).write(to: Self.file) }
    let recorded = try String(contentsOf: Self.file, encoding: .utf8)
    let changed = zip(recorded.components(separatedBy: "\n\n== "), shown.components(separatedBy: "\n\n== ")).first {
      $0 != $1
    }
    #expect(recorded == shown, "\(changed.map { $0.0 + "\n--- now:\n" + $0.1 } ?? "") (GRADUS_RECORD=1 writes it anew)")
  }

  @Test(arguments: RoadmapFormulas.all.map(\.latex), [GlyphTier.unicode, .ascii])
  func `no formula of the roadmap overflows or is cut at 80 columns`(latex: String, glyphs: GlyphTier) throws {
    let formula = try Formula(latex)
    #expect(formula.fits(width: Self.width, glyphs: glyphs))
    #expect(formula.display(width: Self.width, glyphs: glyphs).allSatisfy { TextWidth.of($0) <= Self.width })
  }

  @Test(arguments: RoadmapFormulas.all.map(\.latex))
  func `in ASCII nothing but words of the lesson is beyond it`(latex: String) throws {
    let formula = try Formula(latex)
    let rows = formula.display(width: Self.width, glyphs: .ascii) + [formula.linear(glyphs: .ascii)]
    for scalar in rows.joined().unicodeScalars where scalar.value > 0x7E {
      #expect(latex.unicodeScalars.contains(scalar), "\(scalar)")
    }
  }

  @Test(arguments: RoadmapFormulas.all.map(\.latex), [SpokenLanguage.english, .chinese])
  func `a spoken formula is words`(latex: String, language: SpokenLanguage) throws {
    let spoken = try Formula(latex).spoken(language)
    #expect(!spoken.isEmpty && !spoken.contains("  "))
    #expect(!spoken.contains { "=+−<>≤≥()[]{}|^_∑∫√".contains($0) }, "\(spoken)")
  }

  private static func entry(_ name: String, _ latex: String) throws -> String {
    let formula = try Formula(latex)
    let parts = [
      formula.display(width: width), formula.display(width: width, glyphs: .ascii), [formula.linear()],
      [formula.linear(glyphs: .ascii)], [formula.spoken(.english)], [formula.spoken(.chinese)],
    ]
    return "== \(name)\n" + parts.map { $0.joined(separator: "\n") }.joined(separator: "\n--\n") + "\n"
  }
}
