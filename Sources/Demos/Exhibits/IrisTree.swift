import MiniML
import Plots
import Wording

/// A decision tree grown on the iris flowers: at each node the question that leaves the least impurity.
///
/// Source: Breiman, Friedman, Olshen and Stone (1984), "Classification and Regression Trees", with Gini's impurity
/// `1 - sum p^2`; thresholds lie midway between neighbouring values.
struct IrisTree {
  private let language: Language
  private let deepest: Int

  static func root(_ flowers: [IrisFlowers.Flower], depth: Int, _ language: Language) -> TreeChart.Node? {
    flowers.isEmpty ? nil : IrisTree(language: language, deepest: depth).node(flowers, depth: 0)
  }

  static let features = [
    Bilingual(en: "sepal length", zh: "萼片长"), Bilingual(en: "sepal width", zh: "萼片宽"),
    Bilingual(en: "petal length", zh: "花瓣长"), Bilingual(en: "petal width", zh: "花瓣宽"),
  ]

  private func node(_ flowers: [IrisFlowers.Flower], depth: Int) -> TreeChart.Node {
    let counts = Self.counts(flowers)
    guard depth < deepest, counts.count(where: { $0 > 0 }) > 1, let split = bestSplit(flowers) else {
      let most = counts.indices.max { counts[$0] < counts[$1] } ?? 0
      return .leaf(IrisFlowers.species[most], counts: counts, look: most)
    }
    let question = "\(Self.features[split.feature][language]) < \(NumberText.short(split.threshold)) cm"
    let yes = flowers.filter { $0.lengths[split.feature] < split.threshold }
    let no = flowers.filter { $0.lengths[split.feature] >= split.threshold }
    return .question(question, yes: node(yes, depth: depth + 1), no: node(no, depth: depth + 1))
  }

  private func bestSplit(_ flowers: [IrisFlowers.Flower]) -> (feature: Int, threshold: Double)? {
    var best: (feature: Int, threshold: Double)?
    var least = Self.impurity(Self.counts(flowers)) - 1e-9
    for feature in 0..<4 {
      let values = Set(flowers.map { $0.lengths[feature] }).sorted()
      for (low, high) in zip(values, values.dropFirst()) {
        let threshold = (low + high) / 2
        let yes = Self.counts(flowers.filter { $0.lengths[feature] < threshold })
        let no = Self.counts(flowers.filter { $0.lengths[feature] >= threshold })
        let share = Double(yes.reduce(0, +)) / Double(flowers.count)
        let impurity = share * Self.impurity(yes) + (1 - share) * Self.impurity(no)
        if impurity < least { (best, least) = ((feature, threshold), impurity) }
      }
    }
    return best
  }

  private static func counts(_ flowers: [IrisFlowers.Flower]) -> [Int] {
    flowers.reduce(into: [0, 0, 0]) { $0[$1.species] += 1 }
  }

  private static func impurity(_ counts: [Int]) -> Double {
    let all = Double(max(1, counts.reduce(0, +)))
    return 1 - counts.reduce(0) { $0 + (Double($1) / all) * (Double($1) / all) }
  }
}
