import Plots
import Wording

extension ChartSentences {
  static func distribution(_ fact: ChartFact) -> Bilingual {
    switch fact {
    case .largest(let most, let unit):
      Bilingual(
        en: "The largest is \(most.name) with \(measured(most.value, unit))",
        zh: "最大的是\(spaced(most.name))：\(measured(most.value, unit))")
    case .smallest(let least, let unit):
      Bilingual(
        en: "The smallest is \(least.name) with \(measured(least.value, unit))",
        zh: "最小的是\(spaced(least.name))：\(measured(least.value, unit))")
    case .distribution(let name, let count, let mean, let median):
      headed(
        name,
        Bilingual(
          en: "\(counted(count, "value", "values")), mean \(number(mean)), median \(number(median))",
          zh: "\(count) 个数值，均值 \(number(mean))，中位数 \(number(median))"))
    case .fullestBin(let name, let from, let to, let count, let all):
      headed(
        name,
        Bilingual(
          en: "the fullest bin, \(number(from)) to \(number(to)), holds \(count) of \(all)",
          zh: "最满的一格是 \(number(from)) 到 \(number(to))，有 \(count) 个（共 \(all) 个）"))
    case .box(let name, let numbers, let outliers): box(name, numbers, outliers)
    case .areaUnderCurve(let name, let area):
      headed(
        name,
        Bilingual(en: "area under the curve \(number(area)) (chance is 0.5)", zh: "曲线下面积 \(number(area))（瞎猜是 0.5）"))
    case .bestThreshold(let name, let threshold, let hits, let alarms):
      headed(
        name,
        Bilingual(
          en: "best threshold \(number(threshold)), with \(percent(hits)) hits and \(percent(alarms)) false alarms",
          zh: "最佳阈值 \(number(threshold))，此时检出 \(percent(hits))，误报 \(percent(alarms))"))
    default: words(.empty)
    }
  }

  private static func box(_ name: String, _ n: FiveNumbers, _ outliers: Int) -> Bilingual {
    let (low, middle, high) = (number(n.lowerQuartile), number(n.median), number(n.upperQuartile))
    let beyond = Bilingual(
      en: outliers == 0 ? "none beyond the whiskers" : "\(outliers) beyond the whiskers",
      zh: outliers == 0 ? "须外没有点" : "须外有 \(outliers) 个点")
    return headed(
      name,
      Bilingual(
        en: "median \(middle), half of the values between \(low) and \(high), \(beyond.en)",
        zh: "中位数 \(middle)，一半的值在 \(low) 到 \(high) 之间，\(beyond.zh)"))
  }

  static func progress(_ fact: ChartFact) -> Bilingual {
    switch fact {
    case .level(let name, let value, let unit, let range):
      let (low, high) = (number(range.lowerBound), number(range.upperBound))
      return headed(
        name,
        Bilingual(
          en: "\(measured(value, unit)) on a scale from \(low) to \(high)",
          zh: "\(measured(value, unit))，刻度从 \(low) 到 \(high)"))
    case .target(let target, let isReached, let unit):
      let text = measured(target, unit)
      return isReached
        ? Bilingual(en: "The target, \(text), is reached", zh: "已达到目标 \(text)")
        : Bilingual(en: "The target, \(text), is not reached yet", zh: "还没有达到目标 \(text)")
    case .progress(let done, let total, let left):
      let share = percent(Double(done) / Double(max(1, total)))
      return Bilingual(
        en: "\(done) of \(total) done, \(share)" + (left.map { ", about \(seconds($0)) left" } ?? ""),
        zh: "完成 \(done)/\(total)，\(share)" + (left.map { "，大约还要 \(chineseSeconds($0))" } ?? ""))
    default: return words(.empty)
    }
  }

  private static func seconds(_ seconds: Double) -> String {
    seconds < 60 ? "\(number(seconds.rounded(.up))) s" : ProgressChart.clock(seconds)
  }

  private static func chineseSeconds(_ seconds: Double) -> String {
    seconds < 60 ? "\(number(seconds.rounded(.up))) 秒" : ProgressChart.clock(seconds)
  }
}
