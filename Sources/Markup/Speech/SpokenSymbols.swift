/// What symbols are called.
enum SpokenSymbols {
  static func word(_ symbol: MathSymbol, _ language: SpokenLanguage) -> String {
    if symbol.unicode == "|", symbol.role == .relation { return language == .english ? "given" : "给定" }
    if let known = names[symbol.unicode] { return language == .english ? known.0 : known.1 }
    switch symbol.role {
    case .function, .limitFunction: return symbol.unicode
    default: return symbol.unicode.allSatisfy(\.isASCII) ? symbol.unicode : greek(symbol, language)
    }
  }

  /// Greek letters by their names, capitals told apart.
  private static func greek(_ symbol: MathSymbol, _ language: SpokenLanguage) -> String {
    guard symbol.ascii.count > 1, symbol.ascii.allSatisfy(\.isLetter) else { return symbol.ascii }
    guard symbol.ascii.first?.isUppercase == true else { return symbol.ascii }
    return (language == .english ? "capital " : "大写 ") + symbol.ascii.lowercased()
  }

  private static let names: [String: (String, String)] = [
    // Operators
    "+": ("plus", "加"), "−": ("minus", "减"), "*": ("star", "星"), "·": ("times", "乘"), "×": ("times", "乘"),
    "÷": ("divided by", "除以"), "/": ("over", "除以"), "±": ("plus or minus", "正负"), "∓": ("minus or plus", "负正"),
    "⊙": ("times, element by element,", "逐元素乘"), "⊕": ("direct sum", "直和"), "⊗": ("tensor product", "张量积"),
    "∘": ("after", "复合"), "∗": ("convolved with", "卷积"), "•": ("dot", "点"), "∪": ("union", "并"),
    "∩": ("intersection", "交"),
    "∖": ("without", "减去"), "∧": ("and", "且"), "∨": ("or", "或"), "mod": ("modulo", "模"), "¬": ("not", "非"),
    // Relations
    "=": ("equals", "等于"), "<": ("is less than", "小于"), ">": ("is greater than", "大于"), "≤": ("is at most", "小于等于"),
    "≥": ("is at least", "大于等于"), "≠": ("is not", "不等于"), "≪": ("is much less than", "远小于"),
    "≫": ("is much greater than", "远大于"), "≈": ("is about", "约等于"), "≃": ("is about", "约等于"),
    "∼": ("is distributed as", "服从"),
    "≅": ("is congruent to", "全等于"), "≡": ("is identical to", "恒等于"), "∝": ("is proportional to", "正比于"),
    "∈": ("in", "属于"), "∉": ("not in", "不属于"), "∋": ("contains", "包含"), "⊂": ("is a subset of", "真包含于"),
    "⊆": ("is a subset of", "包含于"), "⊃": ("is a superset of", "真包含"), "⊇": ("is a superset of", "包含"),
    "→": ("goes to", "趋向"), "←": ("becomes", "赋值为"), "↔": ("both ways to", "双向到"), "⇒": ("implies", "推出"),
    "⇐": ("follows from", "由此推出"), "⇔": ("if and only if", "等价于"), "⟹": ("implies", "推出"),
    "⟺": ("if and only if", "等价于"),
    "↦": ("maps to", "映为"), "⟶": ("goes to", "趋向"), "⟵": ("becomes", "赋值为"), "∥": ("parallel to", "平行于"),
    "⊥": ("perpendicular", "垂直"),
    "≔": ("is defined as", "定义为"), "≜": ("is defined as", "定义为"), ":": ("colon", "冒号"),
    // Large
    "∑": ("the sum", "求和"), "∏": ("the product", "求积"), "∫": ("the integral", "积分"),
    "∬": ("the double integral", "二重积分"),
    "∭": ("the triple integral", "三重积分"), "∮": ("the closed integral", "环路积分"), "⋃": ("the union", "求并"),
    "⋂": ("the intersection", "求交"),
    // Ordinary
    "∂": ("partial", "偏"), "∇": ("gradient", "梯度"), "∞": ("infinity", "无穷"), "ℓ": ("l", "l"), "⊤": ("transpose", "转置"),
    "∅": ("the empty set", "空集"), "∀": ("for all", "对所有"), "∃": ("there exists", "存在"), "′": ("prime", "撇"),
    "…": ("and so on", "等等"), "⋯": ("and so on", "等等"), "⋮": ("and so on", "等等"), "⋱": ("and so on", "等等"),
    "ℝ": ("the reals", "实数集"), "ℕ": ("the naturals", "自然数集"), "ℤ": ("the integers", "整数集"),
    "ℚ": ("the rationals", "有理数集"),
    "ℂ": ("the complex numbers", "复数集"), "ℒ": ("script L", "花体 L"), "ℋ": ("script H", "花体 H"), "°": ("degrees", "度"),
    "!": ("factorial", "阶乘"), "%": ("percent", "百分之"), " ": ("", ""),
    // Brackets and marks
    "(": ("open bracket", "左括号"), ")": ("close bracket", "右括号"), "[": ("open square bracket", "左方括号"),
    "]": ("close square bracket", "右方括号"), "{": ("open brace", "左花括号"), "}": ("close brace", "右花括号"),
    "⟨": ("open angle", "左尖括号"), "⟩": ("close angle", "右尖括号"), "⌊": ("floor of", "下取整"), "⌋": (", end floor,", "，取整完，"),
    "⌈": ("ceiling of", "上取整"), "⌉": (", end ceiling,", "，取整完，"), "|": ("bar", "竖线"), "‖": ("double bar", "双竖线"),
    ",": (",", "，"), ";": (";", "；"),
  ]
}
