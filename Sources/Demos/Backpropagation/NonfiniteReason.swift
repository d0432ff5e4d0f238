import MiniML
import Wording

/// Why an operation gave infinity or no number, in words.
struct NonfiniteReason {
  private let rule: ScalarRule
  private let inputs: [Double]

  init(_ rule: ScalarRule, _ inputs: [Double]) {
    self.rule = rule
    self.inputs = inputs
  }

  var sentence: Bilingual {
    if inputs.contains(where: \.isNaN) {
      return Bilingual(en: "What is made from nan (not a number) is nan too.", zh: "nan（不是数）算出来的仍是 nan。")
    }
    guard inputs.allSatisfy(\.isFinite) else {
      return Bilingual(en: "One of its inputs is infinite already.", zh: "它的一个输入已经是无穷大。")
    }
    return ofFinite
  }

  private var ofFinite: Bilingual {
    switch rule {
    case .log where inputs[0] < 0:
      Bilingual(
        en: "log of a negative number has no value: nan (not a number).", zh: "负数没有对数：结果是 nan（不是数）。")
    case .log: Bilingual(en: "log of 0 is minus infinity.", zh: "0 的对数是负无穷大。")
    case .sqrt:
      Bilingual(
        en: "sqrt of a negative number has no value: nan (not a number).", zh: "负数没有平方根：结果是 nan（不是数）。")
    case .divide where inputs[0] == 0:
      Bilingual(en: "0 divided by 0 has no value: nan (not a number).", zh: "0 除以 0 没有意义：结果是 nan（不是数）。")
    case .divide where inputs[1] == 0:
      Bilingual(en: "Dividing by 0 gives infinity.", zh: "除以 0 得到无穷大。")
    case .power where inputs[0] < 0:
      Bilingual(
        en: "A negative number has no such power: nan (not a number).", zh: "负数没有这样的幂：结果是 nan（不是数）。")
    case .power where inputs[0] == 0: Bilingual(en: "0 to a negative power is infinite.", zh: "0 的负数次幂是无穷大。")
    default: Bilingual(en: "The result is too large for the machine: infinity.", zh: "结果太大，机器表示不了：无穷大。")
    }
  }
}
