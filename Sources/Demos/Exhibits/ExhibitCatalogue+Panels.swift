import Plots
import Wording

extension ExhibitCatalogue {
  static let panels = [rates]

  private static let rates = Exhibit(
    "small-multiples", Bilingual(en: "Small multiples", zh: "并列小图"),
    reading: Bilingual(
      en: "The same network with six learning rates, all on one scale: too slow, right, too fast.",
      zh: "同一个网络用六种学习率训练，坐标相同：太慢、正好、太快。")
  ) { language in
    let rates: [Float] = [0.001, 0.01, 0.1, 0.3, 1, 3]
    let runs = rates.map { MoonsRun(rate: $0, steps: 120).validation }
    let charts = runs.enumerated().map { index, values in
      let title = Bilingual(en: "rate \(rates[index])", zh: "学习率 \(rates[index])")[language]
      return (
        title: title, chart: LineChart([Series("", values, look: 0)], yKind: .log10, xScale: Scale(from: 0, to: 120))
      )
    }
    let finite = runs.joined().filter(\.isFinite)
    return SmallMultiples(charts, scale: finite.min().flatMap { low in finite.max().map { low...$0 } })
  }
}
