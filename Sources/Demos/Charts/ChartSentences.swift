import Plots
import Terminal
import Wording

/// What a chart shows, said in a sentence or a few: the one place where the facts of charts become words.
///
/// Everything is computed from the chart's own numbers; a chart whose numbers change says something else.
public enum ChartSentences {
  /// At most so many facts are told; the rest is in the table.
  private static let most = 8

  /// What a chart shows, the most important first, harmless for a terminal.
  public static func sentences(_ chart: any Chart, _ language: Language) -> [String] {
    chart.facts.prefix(most).map { Sanitizer.clean(sentence($0, language)) }
  }

  /// The same as one text.
  public static func text(_ chart: any Chart, _ language: Language) -> String {
    sentences(chart, language).joined(separator: language == .en ? " " : "")
  }

  /// One fact as a sentence with its full stop.
  public static func sentence(_ fact: ChartFact, _ language: Language) -> String {
    language == .en ? capitalised(words(fact).en) + "." : chinese(words(fact).zh) + "。"
  }

  /// Without blanks before a percent sign and around Chinese marks.
  private static func chinese(_ text: String) -> String {
    [" %": "%", " ：": "：", " ，": "，"].reduce(text) { $0.replacing($1.key, with: $1.value) }
  }

  /// A word at the beginning with a capital; a letter alone or with a number is a name and stays.
  private static func capitalised(_ text: String) -> String {
    guard let first = text.first, first.isLowercase, text.dropFirst().first?.isLetter == true else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// One fact in both languages, without the full stop.
  static func words(_ fact: ChartFact) -> Bilingual {
    switch fact {
    case .empty: Bilingual(en: "There is nothing to see: no numbers", zh: "没有可显示的数值")
    case .unplaced(let count): unplaced(count)
    case .series(let name, let summary, let x, let y): series(name.isEmpty ? title(y) : name, summary, x)
    case .smoothed(let weight): smoothed(weight)
    case .ghost(let last, let before): ghost(last, before)
    case .shares(let x, let place, let parts): shares(x, place, parts)
    case .group(let name, let count, let middle): group(name, count, middle)
    case .separated(let right, let all): separated(right, all)
    case .regions(let parts): regions(parts)
    case .landscape(let lowest, let low, let high): landscape(lowest, low, high)
    case .arrived(let number, let place, let height): arrived(number, place, height)
    case .matrix, .lowestCell, .highestCell, .accuracy, .confusion, .weakestClass, .image, .valueImage: matrix(fact)
    case .largest, .smallest, .distribution, .fullestBin, .box, .areaUnderCurve, .bestThreshold: distribution(fact)
    case .level, .target, .progress: progress(fact)
    case .graph, .graphEnd, .tree, .firstQuestion, .largestLeaf, .network, .strongestWeight, .strongestOutput:
      graph(fact)
    case .panels(let count, let scale): panels(count, scale)
    case .panel(let name, let fact): inside(name, fact)
    case .timeline, .longestSpan, .lastMark: timeline(fact)
    }
  }

  // MARK: Numbers and names

  static func number(_ value: Double) -> String { NumberText.short(value) }

  static func percent(_ share: Double) -> String {
    guard share.isFinite else { return number(share) }
    let percent = share * 100
    // Small shares and near misses keep a decimal: 99.6 % is not all, and a trace is not nothing.
    if percent > 0, percent < 0.1 { return "<0.1 %" }
    if percent < 100, percent > 99.9 { return ">99.9 %" }
    let isRound = percent == percent.rounded() || (1...99).contains(percent)
    return NumberText.fixed(percent, decimals: isRound ? 0 : 1) + " %"
  }

  /// An axis title without its unit.
  static func title(_ text: String) -> String { split(text).name }

  /// An axis title apart from its unit: `time (s)` is `time` and `s`.
  private static func split(_ title: String) -> (name: String, unit: String) {
    guard title.hasSuffix(")"), let open = title.lastIndex(of: "(") else { return (title, "") }
    let name = title[..<open].drop { $0 == " " }
    let unit = title[title.index(after: open)...].dropLast()
    return (String(name.last == " " ? name.dropLast() : name), String(unit))
  }

  /// A place on an axis: `step 240`, `time 3 s`, or the number alone.
  static func place(_ value: Double, on axis: String) -> String {
    let (name, unit) = split(axis)
    return (name.isEmpty ? "" : name + " ") + number(value) + (unit.isEmpty ? "" : " " + unit)
  }

  static func measured(_ value: Double, _ unit: String) -> String {
    number(value) + (unit.isEmpty ? "" : " " + unit)
  }

  static func point(_ point: PlotPoint) -> String { "(\(number(point.x)), \(number(point.y)))" }

  /// `name: ` where there is a name.
  static func headed(_ name: String, _ words: Bilingual) -> Bilingual {
    name.isEmpty ? words : Bilingual(en: "\(name): \(words.en)", zh: "\(name)：\(words.zh)")
  }

  /// `1 leaf`, `2 leaves`.
  static func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}
