import Plots
import Wording

extension ChartSentences {
  static func matrix(_ fact: ChartFact) -> Bilingual {
    switch fact {
    case .matrix(let rows, let columns):
      Bilingual(
        en: "\(counted(rows, "row", "rows")), \(counted(columns, "column", "columns"))", zh: "\(rows) 行 \(columns) 列")
    case .lowestCell(let row, let column, let value):
      Bilingual(
        en: "The lowest is \(number(value)), at \(row), \(column)", zh: "最小的是 \(number(value))，在 \(row)、\(column)")
    case .highestCell(let row, let column, let value):
      Bilingual(
        en: "The highest is \(number(value)), at \(row), \(column)", zh: "最大的是 \(number(value))，在 \(row)、\(column)")
    case .accuracy(let right, let all): accuracy(right, all)
    case .confusion(let actual, let predicted, let count):
      Bilingual(
        en: "Most often \(actual) was taken for \(predicted): \(counted(count, "time", "times"))",
        zh: "最常见的错误是把\(spaced(actual))认成\(spaced(predicted))：\(count) 次")
    case .weakestClass(let name, let recall):
      Bilingual(
        en: "\(name) suffers most: \(percent(recall)) of it was recognised",
        zh: "最难认的是\(spaced(name))：只认出 \(percent(recall))")
    case .image, .valueImage: image(fact)
    default: words(.empty)
    }
  }

  private static func accuracy(_ right: Int, _ all: Int) -> Bilingual {
    let share = percent(Double(right) / Double(max(1, all)))
    return Bilingual(en: "\(right) of \(all) are right, \(share)", zh: "\(all) 个中有 \(right) 个正确，占 \(share)")
  }

  private static func image(_ fact: ChartFact) -> Bilingual {
    switch fact {
    case .image(let width, let height, let brightness, let isColoured):
      let (en, zh) = isColoured ? ("in colour", "彩色") : ("in greys", "灰度")
      return Bilingual(
        en: "A picture \(en) of \(width) by \(height) pixels, on average \(percent(brightness)) bright",
        zh: "一幅\(zh)图，\(width)×\(height) 像素，平均亮度 \(percent(brightness))")
    case .valueImage(let width, let height, let low, let high):
      return Bilingual(
        en: "A picture of \(width) by \(height) values from \(number(low)) to \(number(high))",
        zh: "一幅 \(width)×\(height) 的数值图，数值从 \(number(low)) 到 \(number(high))")
    default: return words(.empty)
    }
  }
}
