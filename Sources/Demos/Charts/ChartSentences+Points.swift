import Plots
import Wording

extension ChartSentences {
  static func group(_ name: String, _ count: Int, _ middle: PlotPoint) -> Bilingual {
    headed(
      name,
      Bilingual(
        en: "\(counted(count, "point", "points")) around \(point(middle))", zh: "\(count) 个点，中心在 \(point(middle))"))
  }

  static func separated(_ right: Int, _ all: Int) -> Bilingual {
    guard right < all else {
      return Bilingual(
        en: "All \(counted(all, "point lies", "points lie")) in the region of their own class",
        zh: "全部 \(all) 个点都落在自己类别的区域里")
    }
    return Bilingual(
      en: "\(right) of \(all) points lie in the region of their own class, \(all - right) in another's",
      zh: "\(all) 个点中有 \(right) 个落在自己类别的区域里，\(all - right) 个落在别的区域")
  }

  static func regions(_ parts: [NamedValue]) -> Bilingual {
    let list = parts.map { "\($0.name) \(percent($0.value))" }
    return Bilingual(
      en: "Shares of the map: \(list.joined(separator: ", "))", zh: "图上的面积：\(list.joined(separator: "，"))")
  }

  static func landscape(_ lowest: PlotPoint, _ low: Double, _ high: Double) -> Bilingual {
    Bilingual(
      en: "On this map the height goes from \(number(low)), near \(point(lowest)), to \(number(high))",
      zh: "图上的高度从 \(number(low))（\(point(lowest)) 附近）到 \(number(high))")
  }

  static func arrived(_ number: Int?, _ place: PlotPoint, _ height: Double) -> Bilingual {
    Bilingual(
      en: (number.map { "Track \($0)" } ?? "The track") + " ends at \(point(place)), height \(Self.number(height))",
      zh: (number.map { "第 \($0) 条轨迹" } ?? "轨迹") + "停在 \(point(place))，高度 \(Self.number(height))")
  }

  static func panels(_ count: Int, _ scale: ClosedRange<Double>?) -> Bilingual {
    let range = scale.map { (number($0.lowerBound), number($0.upperBound)) }
    return Bilingual(
      en: "\(counted(count, "panel", "panels")) on one scale" + (range.map { ", from \($0) to \($1)" } ?? ""),
      zh: "\(count) 幅小图共用一个坐标" + (range.map { "，从 \($0) 到 \($1)" } ?? ""))
  }

  /// What one of several charts shows; of a line only where it goes.
  static func inside(_ name: String, _ fact: ChartFact) -> Bilingual {
    if case .series(_, let summary, _, _) = fact { return way(name, summary) }
    let words = words(fact)
    return Bilingual(en: "In \(name): \(words.en)", zh: "“\(name)”：\(words.zh)")
  }
}
