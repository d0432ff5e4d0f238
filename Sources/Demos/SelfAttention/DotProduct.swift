import Wording

/// A sum of products, unfolded for the reader.
struct DotProduct {
  let pairs: [(Double, Double)]

  var sum: Double { pairs.reduce(0) { $0 + $1.0 * $1.1 } }

  /// The largest products, a line each, then the sum of the rest, then all.
  ///
  /// - Parameter names: of the two factors: `q` and `k` give `q3 k3`.
  func lines(_ names: (String, String), _ language: Language, showing limit: Int = 6) -> [String] {
    let products = pairs.map { $0.0 * $0.1 }
    let order = products.indices.sorted { abs(products[$0]) > abs(products[$1]) }
    var lines = order.prefix(limit).map { i in
      "\(names.0)\(i + 1) \(names.1)\(i + 1) = \(Self.text(pairs[i].0)) * \(Self.text(pairs[i].1)) = \(Self.text(products[i]))"
    }
    let rest = order.dropFirst(limit)
    if !rest.isEmpty {
      let sum = Self.text(rest.reduce(0) { $0 + products[$1] })
      lines.append(
        Bilingual(en: "the other \(rest.count) products together: \(sum)", zh: "其余 \(rest.count) 个乘积之和：\(sum)")[
          language])
    }
    return lines + [Bilingual(en: "sum: \(Self.text(sum))", zh: "总和：\(Self.text(sum))")[language]]
  }

  static func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
}
