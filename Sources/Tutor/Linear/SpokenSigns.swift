import Wording

/// The signs that a voice reads badly or not at all, and what to say for them.
enum SpokenSigns {
  static let words: [Unicode.Scalar: Bilingual] = [
    "±": Bilingual(en: "plus or minus", zh: "正负"), "×": Bilingual(en: "times", zh: "乘以"),
    "÷": Bilingual(en: "divided by", zh: "除以"), "⊙": Bilingual(en: "times, element by element,", zh: "逐元素乘以"),
    "⊗": Bilingual(en: "tensor times", zh: "张量积"), "⊕": Bilingual(en: "direct sum with", zh: "直和"),
    "∗": Bilingual(en: "star", zh: "星"), "⋆": Bilingual(en: "star", zh: "星"), "∘": Bilingual(en: "after", zh: "复合"),
    "≤": Bilingual(en: "at most", zh: "小于等于"), "≥": Bilingual(en: "at least", zh: "大于等于"),
    "≠": Bilingual(en: "not equal to", zh: "不等于"), "≈": Bilingual(en: "about", zh: "约等于"),
    "≡": Bilingual(en: "identical to", zh: "恒等于"), "∝": Bilingual(en: "proportional to", zh: "正比于"),
    "≪": Bilingual(en: "much less than", zh: "远小于"), "≫": Bilingual(en: "much greater than", zh: "远大于"),
    "∼": Bilingual(en: "distributed as", zh: "服从"), "∞": Bilingual(en: "infinity", zh: "无穷大"),
    "∂": Bilingual(en: "partial", zh: "偏"), "∇": Bilingual(both: "nabla"),
    "√": Bilingual(en: "the square root of", zh: "根号"), "∑": Bilingual(en: "the sum of", zh: "求和"),
    "∏": Bilingual(en: "the product of", zh: "连乘"), "∫": Bilingual(en: "the integral of", zh: "积分"),
    "∈": Bilingual(en: "in", zh: "属于"), "∉": Bilingual(en: "not in", zh: "不属于"),
    "⊂": Bilingual(en: "within", zh: "包含于"), "⊆": Bilingual(en: "within", zh: "包含于"),
    "∪": Bilingual(en: "union", zh: "并"), "∩": Bilingual(en: "intersection", zh: "交"),
    "∅": Bilingual(en: "the empty set", zh: "空集"), "∀": Bilingual(en: "for all", zh: "对任意"),
    "∃": Bilingual(en: "there is", zh: "存在"), "¬": Bilingual(en: "not", zh: "非"), "∧": Bilingual(en: "and", zh: "且"),
    "∨": Bilingual(en: "or", zh: "或"), "⊤": Bilingual(en: "transposed", zh: "转置"),
    "⊥": Bilingual(en: "perpendicular to", zh: "垂直于"), "‖": Bilingual(en: "norm", zh: "范数"),
    "∥": Bilingual(en: "norm", zh: "范数"), "∣": Bilingual(en: "given", zh: "在给定"),
    "→": Bilingual(en: "to", zh: "到"), "⟶": Bilingual(en: "to", zh: "到"), "↦": Bilingual(en: "maps to", zh: "映为"),
    "←": Bilingual(en: "becomes", zh: "变为"), "⟵": Bilingual(en: "becomes", zh: "变为"),
    "↔": Bilingual(en: "to and from", zh: "与"), "⇒": Bilingual(en: "so", zh: "推出"),
    "⟹": Bilingual(en: "so", zh: "推出"), "⇐": Bilingual(en: "follows from", zh: "来自"),
    "⇔": Bilingual(en: "if and only if", zh: "当且仅当"), "⟺": Bilingual(en: "if and only if", zh: "当且仅当"),
    "↑": Bilingual(en: "up", zh: "上"), "↓": Bilingual(en: "down", zh: "下"), "½": Bilingual(en: "one half", zh: "二分之一"),
    "¼": Bilingual(en: "one quarter", zh: "四分之一"), "¾": Bilingual(en: "three quarters", zh: "四分之三"),
    "′": Bilingual(en: "prime", zh: "撇"), "″": Bilingual(en: "double prime", zh: "两撇"),
    "⌊": Bilingual(en: "floor of", zh: "向下取整"), "⌈": Bilingual(en: "ceiling of", zh: "向上取整"),
    "⋯": Bilingual(en: "and so on", zh: "等等"), "⋮": Bilingual(en: "and so on", zh: "等等"),
    "⋱": Bilingual(en: "and so on", zh: "等等"), "✓": Bilingual(en: "yes", zh: "对"), "✗": Bilingual(en: "no", zh: "错"),
    "\u{302}": Bilingual(en: "hat", zh: "帽"), "\u{303}": Bilingual(en: "tilde", zh: "波浪"),
    "\u{304}": Bilingual(en: "bar", zh: "横"), "\u{305}": Bilingual(en: "bar", zh: "横"),
    "\u{307}": Bilingual(en: "dot", zh: "点"), "\u{308}": Bilingual(en: "double dot", zh: "两点"),
    "\u{20D7}": Bilingual(en: "vector", zh: "向量"),
  ]

  /// Small lowered characters and what they stand for.
  static let lowered = table("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", "0123456789+-=()aehijklmnoprstuvxβγρφχ")

  /// Small raised characters and what they stand for.
  static let raised = table(
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ",
    "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ")

  /// Arrows, boxes, blocks, shapes and dot patterns: pictures, not words.
  static func isDrawing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2022, 0x2043: true
    case 0x2190...0x21FF, 0x2300...0x23FF, 0x2500...0x27BF, 0x27F0...0x27FF, 0x2800...0x297F, 0x2B00...0x2BFF: true
    case 0xE000...0xF8FF, 0x1CC00...0x1CEBF, 0x1FB00...0x1FBFF, 0xF0000...0x10FFFF: true
    default: false
    }
  }

  private static func table(_ from: String, _ to: String) -> [Unicode.Scalar: Character] {
    Dictionary(zip(from.unicodeScalars, to), uniquingKeysWith: { first, _ in first })
  }
}
