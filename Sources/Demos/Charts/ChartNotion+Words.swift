import Plots
import Terminal
import Wording

extension DataTable {
  /// A chart's table with its headings in a language.
  public init(_ table: ChartTable, _ language: Language) {
    let columns = table.columns.map { heading in
      switch heading {
      case .words(let words): Sanitizer.clean(words)
      case .notion(let notion): notion.words[language]
      }
    }
    self.init(columns: columns, rows: table.rows.map { $0.map { Sanitizer.clean($0) } })
  }
}

extension ChartNotion {
  /// What stands over a column.
  var words: Bilingual {
    switch self {
    case .number: Bilingual(both: "#")
    case .name: Bilingual(en: "name", zh: "名称")
    case .value: Bilingual(en: "value", zh: "值")
    case .gradient: Bilingual(en: "gradient", zh: "梯度")
    case .inputs: Bilingual(en: "inputs", zh: "输入")
    case .height: Bilingual(en: "height", zh: "高度")
    case .x: Bilingual(both: "x")
    case .y: Bilingual(both: "y")
    case .group: Bilingual(en: "class", zh: "类别")
    case .from: Bilingual(en: "from", zh: "从")
    case .to: Bilingual(en: "to", zh: "到")
    case .count: Bilingual(en: "count", zh: "个数")
    case .share: Bilingual(en: "share", zh: "占比")
    case .probability: Bilingual(en: "probability", zh: "概率")
    case .minimum: Bilingual(en: "lowest", zh: "最小")
    case .maximum: Bilingual(en: "highest", zh: "最大")
    case .mean: Bilingual(en: "mean", zh: "均值")
    case .median: Bilingual(en: "median", zh: "中位数")
    case .lowerQuartile: Bilingual(en: "lower quartile", zh: "下四分位")
    case .upperQuartile: Bilingual(en: "upper quartile", zh: "上四分位")
    case .lowerWhisker: Bilingual(en: "lower whisker", zh: "下须")
    case .upperWhisker: Bilingual(en: "upper whisker", zh: "上须")
    case .outliers: Bilingual(en: "outliers", zh: "离群点")
    default: modelWords
    }
  }

  private var modelWords: Bilingual {
    switch self {
    case .actual: Bilingual(en: "actual", zh: "真实")
    case .predicted: Bilingual(en: "predicted", zh: "预测")
    case .recall: Bilingual(en: "recall", zh: "召回率")
    case .threshold: Bilingual(en: "threshold", zh: "阈值")
    case .falsePositives: Bilingual(en: "false alarms", zh: "误报率")
    case .truePositives: Bilingual(en: "hits", zh: "检出率")
    case .depth: Bilingual(en: "depth", zh: "深度")
    case .question: Bilingual(en: "question or class", zh: "问题或类别")
    case .answer: Bilingual(en: "answer", zh: "回答")
    case .layer: Bilingual(en: "layer", zh: "层")
    case .unit: Bilingual(en: "unit", zh: "单元")
    case .weight: Bilingual(en: "incoming weights", zh: "输入权重")
    case .activation: Bilingual(en: "activation", zh: "激活值")
    case .row: Bilingual(en: "row", zh: "行")
    case .start: Bilingual(en: "start", zh: "开始")
    case .end: Bilingual(en: "end", zh: "结束")
    case .last: Bilingual(en: "last", zh: "最后")
    case .smoothed: Bilingual(en: "smoothed", zh: "平滑后")
    case .done: Bilingual(en: "done", zh: "已完成")
    case .total: Bilingual(en: "total", zh: "总数")
    case .timeLeft: Bilingual(en: "time left", zh: "剩余时间")
    case .panel: Bilingual(en: "panel", zh: "小图")
    case .mark: Bilingual(en: "target", zh: "目标")
    case .brightness: Bilingual(en: "brightness", zh: "亮度")
    default: Bilingual(both: rawValue)
    }
  }
}
