import Plots
import Support
import Terminal
import Testing

@Test func `preview`() {
  for glyphs in GlyphTier.allCases {
    let theme = Theme.standard(colors: .none, glyphs: glyphs)
    var s = Surface(width: 80, height: 16)
    let a: [Double] = (0..<130).map { i in 2.0 / (1.0 + Double(i) * 0.2) }
    var b: [Double] = (0..<130).map { i in 3.0 / (1.0 + Double(i * i) * 0.02) }
    b[40] = .nan
    LineChart([Series("sgd", a, look: 0), Series("动量", b, look: 1)], xTitle: "step", yTitle: "loss", yKind: .log10)
      .draw(on: &s, in: s.bounds, theme: theme)
    print(s.text)
    s = Surface(width: 80, height: 16)
    LineChart([Series("sgd", a, look: 0), Series("动量", b, look: 1, isGhost: true)], xTitle: "step", yTitle: "loss")
      .draw(on: &s, in: s.bounds, theme: theme)
    print(s.text)
    let m: [[Double]] = (0..<6).map { (r: Int) -> [Double] in (0..<6).map { (c: Int) -> Double in c > r ? 0.0 : 1.0 / Double(r + c + 1) } }
    let words = ["the", "queen", "said", "她的", "crown", "is"]
    for v in [false, true] {
      s = Surface(width: 60, height: 12)
      Heatmap(m, rowLabels: words, columnLabels: words, showsValues: v, selection: (3, 1), title: "attention")
        .draw(on: &s, in: s.bounds, theme: theme)
      print(s.text)
    }
  }
}
