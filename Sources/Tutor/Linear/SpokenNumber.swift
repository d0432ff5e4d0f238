import Wording

/// Numbers as a person says them: `-1.2e-05` as "minus 1.2 times 10 to the minus 5".
struct SpokenNumber {
  let language: Language

  func of(_ value: Double) -> String { inText(NumberText.short(value)) }

  /// A sentence or a table's cell with its numbers so. For what a demo says, never for code.
  func inText(_ text: String) -> String {
    guard text.contains(where: { $0.isNumber || $0 == "*" }) || text == "nan" || text.hasSuffix("inf") else {
      return text
    }
    if let word = notFinite(text) { return word }
    let exponents = text.replacing(/(\d)e([+-])0*(\d+)/) { match in
      "\(match.1) \(power(isNegative: match.2 == "-", String(match.3)))"
    }
    let products = exponents.replacing(" * ", with: language == .en ? " times " : " 乘以 ")
    return products.replacing(/(^|[\s(（，：,:=])-(?=\d)/) { match in
      "\(match.1)\(language == .en ? "minus " : "负 ")"
    }
  }

  private func power(isNegative: Bool, _ digits: String) -> String {
    switch language {
    case .en: "times 10 to the \(isNegative ? "minus " : "")\(digits)"
    case .zh: "乘以 10 的\(isNegative ? "负" : "") \(digits) 次方"
    }
  }

  private func notFinite(_ text: String) -> String? {
    switch text {
    case "nan": language == .en ? "not a number" : "不是数"
    case "inf": language == .en ? "infinity" : "无穷大"
    case "-inf": language == .en ? "minus infinity" : "负无穷大"
    default: nil
    }
  }
}
