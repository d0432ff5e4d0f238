import Wording

extension SettingsError {
  /// What was wrong, what was expected, and how to put it right.
  public var message: Bilingual {
    switch self {
    case .unknownKnob(let id, let known): Self.unknown(id, known)
    case .notANumber(let id, let text):
      Bilingual(
        en: "\(id) takes a number such as 0.1, not \"\(text)\"", zh: "\(id) 需要一个数字（例如 0.1），而不是“\(text)”")
    case .outOfRange(let id, let value, let range): Self.outside(id, value, range)
    }
  }

  private static func unknown(_ id: String, _ known: [String]) -> Bilingual {
    guard !known.isEmpty else {
      return Bilingual(en: "no knob named \(id): this demo has none", zh: "没有名为 \(id) 的旋钮：这个演示没有旋钮")
    }
    let near = known.min { distance($0, id) < distance($1, id) }!
    let list = known.joined(separator: ", ")
    return Bilingual(
      en: "no knob named \(id); did you mean \(near)? The knobs are \(list)",
      zh: "没有名为 \(id) 的旋钮；是不是 \(near)？可用的旋钮：\(list)")
  }

  private static func outside(_ id: String, _ value: KnobValue, _ range: Knob.Range) -> Bilingual {
    let got = value.plainText
    switch range {
    case .linear(let bounds, _), .logarithmic(let bounds, _):
      let low = NumberText.short(bounds.lowerBound)
      let high = NumberText.short(bounds.upperBound)
      return Bilingual(
        en: "\(id) goes from \(low) to \(high), not \(got)", zh: "\(id) 的范围是 \(low) 到 \(high)，不能是 \(got)")
    case .choice(let choices):
      let list = choices.map(\.id).joined(separator: ", ")
      return Bilingual(en: "\(id) is one of \(list), not \(got)", zh: "\(id) 只能是 \(list) 之一，不能是 \(got)")
    }
  }

  /// The edits between two names (Levenshtein, 1966).
  private static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let edited = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        (diagonal, row[j + 1]) = (row[j + 1], edited)
      }
    }
    return row[b.count]
  }
}

extension KnobValue {
  /// The value as it is typed: `0.1`, `adam`.
  public var plainText: String {
    switch self {
    case .number(let number): NumberText.short(number, digits: 6)
    case .choice(let id): id
    }
  }
}
