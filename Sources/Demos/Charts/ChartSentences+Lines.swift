import Plots
import Wording

extension ChartSentences {
  static func unplaced(_ count: Int) -> Bilingual {
    Bilingual(
      en: count == 1
        ? "1 value has no place on the scale and is left out"
        : "\(count) values have no place on the scale and are left out",
      zh: "有 \(count) 个数值无法标在坐标上，已略去")
  }

  static func series(_ name: String, _ s: SeriesSummary, _ x: String) -> Bilingual {
    guard s.count > 1 else {
      let (value, at) = (number(s.first.y), place(s.first.x, on: x))
      return headed(name, Bilingual(en: "a single value, \(value) at \(at)", zh: "只有一个值，\(value)（\(at)）"))
    }
    let way = way(name, s)
    guard s.trend != .steady else { return way }
    let (low, high) = (number(s.lowest.y), number(s.highest.y))
    let (lowAt, highAt) = (place(s.lowest.x, on: x), place(s.highest.x, on: x))
    return Bilingual(
      en: "\(way.en); lowest \(low) at \(lowAt), highest \(high) at \(highAt)",
      zh: "\(way.zh)；最低 \(low)（\(lowAt)），最高 \(high)（\(highAt)）")
  }

  /// Where a line goes: `loss falls from 0.7 to 0.1`.
  static func way(_ name: String, _ s: SeriesSummary) -> Bilingual {
    let (en, zh) = name.isEmpty ? ("the line", "曲线") : (name, name.last?.isASCII == true ? name + " " : name)
    let (first, last) = (number(s.first.y), number(s.last.y))
    return switch s.trend {
    case .steady: Bilingual(en: "\(en) stays at \(last)", zh: "\(zh)一直是 \(last)")
    case .rising: Bilingual(en: "\(en) rises from \(first) to \(last)", zh: "\(zh)从 \(first) 升到 \(last)")
    case .falling: Bilingual(en: "\(en) falls from \(first) to \(last)", zh: "\(zh)从 \(first) 降到 \(last)")
    case .mixed:
      Bilingual(en: "\(en) goes up and down, from \(first) to \(last)", zh: "\(zh)有起有落，从 \(first) 到 \(last)")
    }
  }

  static func smoothed(_ weight: Double) -> Bilingual {
    let w = number(weight)
    return Bilingual(
      en:
        "The line is a running mean that keeps \(w) of itself at each value, corrected for its start; the dots are the values",
      zh: "线是指数滑动平均（平滑系数 \(w)，已做偏差修正），小点是原始数值")
  }

  static func ghost(_ last: Double, _ before: Double) -> Bilingual {
    let (now, then) = (number(last), number(before))
    guard now != then else {
      return Bilingual(en: "The run before, dotted, also ended at \(then)", zh: "上一次运行（虚点）也停在 \(then)")
    }
    let (en, zh) = last < before ? ("lower", "更低") : last > before ? ("higher", "更高") : ("not comparable", "无法比较")
    return Bilingual(
      en: "The run before, dotted, ended at \(then), this one at \(now): \(en)",
      zh: "上一次运行（虚点）停在 \(then)，这一次停在 \(now)：\(zh)")
  }

  static func shares(_ x: String, _ at: Double, _ parts: [NamedValue]) -> Bilingual {
    let list = parts.map { "\($0.name) \(percent($0.value))" }
    let at = place(at, on: x)
    return Bilingual(en: "At \(at): \(list.joined(separator: ", "))", zh: "\(at) 处：\(list.joined(separator: "，"))")
  }

  static func timeline(_ fact: ChartFact) -> Bilingual {
    switch fact {
    case .timeline(let entries, let from, let to, let axis):
      let (from, to) = (place(from, on: axis), place(to, on: axis))
      return Bilingual(
        en: "\(counted(entries, "entry", "entries")) from \(from) to \(to)", zh: "从 \(from) 到 \(to) 共 \(entries) 项")
    case .longestSpan(let name, let from, let to):
      return Bilingual(
        en: "The longest is \(name), from \(number(from)) to \(number(to))",
        zh: "最长的是\(spaced(name))：从 \(number(from)) 到 \(number(to))")
    case .lastMark(let name, let at):
      return Bilingual(en: "The last mark is \(name), at \(number(at))", zh: "最后一个标记是\(spaced(name))，在 \(number(at))")
    default: return words(.empty)
    }
  }

  /// A name within Chinese text: a Latin one stands apart.
  static func spaced(_ name: String) -> String {
    let isLatin = { (character: Character?) in character?.isASCII == true }
    return (isLatin(name.first) ? " " : "") + name + (isLatin(name.last) ? " " : "")
  }
}
