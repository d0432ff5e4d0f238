import Demos
import Foundation
import Language
import Plots
import Terminal
import Testing
import Wording

/// What charts say, in both languages.
@Suite struct ChartSentencesTests {
  private func texts(_ fact: ChartFact) -> [String] { Language.allCases.map { ChartSentences.sentence(fact, $0) } }

  @Test func `a line says where it goes, where it is lowest and highest`() throws {
    let summary = try #require(
      SeriesSummary(Series("loss", [0.7, 0.31, 0.33], start: 0, spacing: 120, look: 0).points))
    #expect(
      texts(.series(name: "loss", summary, x: "step", y: "")) == [
        "Loss falls from 0.7 to 0.33; lowest 0.31 at step 120, highest 0.7 at step 0.",
        "loss 从 0.7 降到 0.33；最低 0.31（step 120），最高 0.7（step 0）。",
      ])
  }

  @Test func `units of an axis follow the number`() throws {
    let summary = try #require(SeriesSummary([PlotPoint(x: 3, y: 1)]))
    #expect(
      texts(.series(name: "v", summary, x: "time (s)", y: ""))[0] == "v: a single value, 1 at time 3 s.")
  }

  @Test func `shares near all and nothing are not rounded to them`() {
    let fact = ChartFact.shares(
      x: "t", at: 2, [NamedValue("a", 0.99999), NamedValue("b", 0.00001), NamedValue("c", 0)])
    #expect(texts(fact) == ["At t 2: a >99.9 %, b <0.1 %, c 0 %.", "t 2 处：a >99.9%，b <0.1%，c 0%。"])
  }

  @Test func `matrices, trees and progress are told with their numbers`() {
    #expect(texts(.accuracy(right: 3, of: 4)) == ["3 of 4 are right, 75 %.", "4 个中有 3 个正确，占 75%。"])
    #expect(
      texts(.confusion(actual: "3", predicted: "8", count: 1)) == [
        "Most often 3 was taken for 8: 1 time.", "最常见的错误是把 3 认成 8：1 次。",
      ])
    #expect(
      texts(.progress(done: 34, total: 100, secondsLeft: 26.4)) == [
        "34 of 100 done, 34 %, about 27 s left.", "完成 34/100，34%，大约还要 27 秒。",
      ])
    #expect(
      texts(.tree(questions: 1, leaves: 2, depth: 1))[0] == "1 question leads to 2 leaves, at most 1 deep.")
  }

  @Test func `names from outside are made harmless`() {
    let chart = BarChart([.init("\u{1B}[31mred", 1)])
    for language in Language.allCases {
      #expect(!ChartSentences.text(chart, language).unicodeScalars.contains("\u{1B}"))
      #expect(!DataTable(chart.table, language).rows.joined().joined().unicodeScalars.contains("\u{1B}"))
    }
  }
}

/// The gallery: every chart of the library, with real numbers.
@Suite struct ExhibitTests {
  init() { AssetFolder.set(SelfAttentionSupport.assets) }

  @Test func `every chart of the library is exhibited`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Plots")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var types: Set<String> = []
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /public struct (\w+)(?:<[^>]*>)?: [^{\n]*\bChart\b/) {
        types.insert(String(match.1))
      }
    }
    let shown = ExhibitCatalogue.all.map { exhibit in
      String(describing: Swift.type(of: exhibit.chart(.en))).prefix { $0 != "<" }.description
    }
    #expect(types.count >= 20 && types.subtracting(shown) == [])
  }

  @Test func `ids are unique and kebab-case`() {
    let ids = ExhibitCatalogue.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil })
  }

  @Test(arguments: ExhibitCatalogue.all.map(\.id), Language.allCases)
  func `an exhibit has numbers, and says in the reader's language what it shows`(id: String, language: Language) throws
  {
    let exhibit = try #require(ExhibitCatalogue.exhibit(id))
    let chart = exhibit.chart(language)
    #expect(!chart.facts.contains(.empty))
    let table = DataTable(chart.table, language)
    #expect(!table.rows.isEmpty && table.rows.allSatisfy { $0.count == table.columns.count })
    let text = ChartSentences.text(chart, language)
    let hasHan = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    #expect(hasHan == (language == .zh), "\(text)")
    for words in [exhibit.title, exhibit.reading] { #expect(!words.en.isEmpty && words.en != words.zh) }
  }

  @Test func `an exhibit's numbers are the same each time`() {
    for exhibit in ExhibitCatalogue.all {
      #expect(exhibit.chart(.en).table == exhibit.chart(.en).table, "\(exhibit.id)")
    }
  }
}
