import ArgumentParser
import Demos
import Foundation
import Recording
import Terminal
import Tutor
import Wording

/// `gradus gallery`: every chart that Gradus draws, with real numbers.
struct GalleryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery", abstract: "Print every chart that Gradus draws, with what it shows said in words.",
    discussion: "In colour on a terminal that has it, plain in a pipe and with NO_COLOR.")

  @Option(help: ArgumentHelp("Only this chart; --list says which there are.", valueName: "id"))
  var chart: String?

  @Option(help: ArgumentHelp("Columns and rows of each page.", valueName: "80x24"))
  var size: FrameSize?

  @Option(help: "The theme: \(ThemeName.allCases.map(\.rawValue).joined(separator: ", ")).")
  var theme: ThemeName = .automatic

  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false

  @Flag(help: "The numbers as a table instead of the picture.")
  var table = false

  @Flag(help: "Only the charts' ids and titles.")
  var list = false

  @Option(help: "The language: en or zh.")
  var lang: Language?

  @OptionGroup var content: ContentOptions

  func run() throws {
    let language = lang ?? .preferred
    guard !list else {
      for exhibit in ExhibitCatalogue.all { print("\(exhibit.id.padded(to: 20)) \(exhibit.title[language])") }
      return
    }
    _ = try content.folders()
    let theme = Theme.named(theme, colors: OutputColors.tier, glyphs: ascii ? .ascii : .unicode)
    for exhibit in try chosen() { print(text(page(exhibit, theme, language), theme.colors) + "\n") }
  }

  /// The rows, blank ones at the end left out.
  private func text(_ page: Surface, _ colors: ColorTier) -> String {
    let lines = colors == .none ? page.lines : page.styledLines(colors)
    return lines.reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n")
  }

  private func chosen() throws -> [Exhibit] {
    guard let chart else { return ExhibitCatalogue.all }
    guard let exhibit = ExhibitCatalogue.exhibit(chart) else {
      throw Failure.unknown("chart", chart, known: ExhibitCatalogue.all.map(\.id), see: "gallery --list")
    }
    return [exhibit]
  }

  private func page(_ exhibit: Exhibit, _ theme: Theme, _ language: Language) -> Surface {
    let chart = exhibit.chart(language)
    var page = ExhibitPage(exhibit, chart, language)
    var size = size?.size ?? Size(width: 80, height: 24)
    if table {
      let numbers = ExhibitPage.table(of: chart, language)
      page.table = numbers
      // All rows: a pipe can't be scrolled.
      size = Size(width: size.width, height: size.height + numbers.rows.count)
    }
    var surface = Surface(size)
    page.draw(on: &surface, in: surface.bounds, theme: theme)
    surface.paint(theme)
    return surface
  }
}
