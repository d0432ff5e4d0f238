/// The form of a typed text that is compared: what it says, not how it is written.
enum TextForm {
  /// Full-width made half-width, lower case, without spaces, punctuation, or a leading article; accented Latin letters
  /// made plain. Hyphens go too, unless `isFormula`: there a minus carries meaning.
  static func canonical(_ text: String, isFormula: Bool = false) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in withoutArticle(folded(text)).unicodeScalars {
      if dashes.contains(scalar) {
        if isFormula { letters.append("-") }
      } else if isKept(scalar) {
        letters.append(contentsOf: LatinLetters.base[scalar].map { [$0] } ?? [scalar])
      }
    }
    return String(letters)
  }

  /// Whether an accepted form is a formula rather than words.
  static func isFormula(_ text: String) -> Bool {
    let folded = folded(text)
    return folded.contains { "+*/=^<>".contains($0) } || folded.hasPrefix("-") || folded.contains(" - ")
  }

  /// The half-width form of a full-width letter, digit or sign; the ideographic space as a space.
  static func half(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    default: scalar
    }
  }

  private static let dashes = Set("-‐‑‒–—−".unicodeScalars)

  private static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(half(scalar)) }
    return String(result).lowercased()
  }

  private static func withoutArticle(_ text: String) -> Substring {
    let text = text.drop { $0.isWhitespace }
    for article in ["the ", "an ", "a "] where text.hasPrefix(article) {
      let rest = text.dropFirst(article.count)
      if rest.contains(where: { $0.isLetter }) { return rest }
    }
    return text
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .decimalNumber, .letterNumber, .otherNumber, .mathSymbol, .currencySymbol, .otherSymbol: true
    case .nonspacingMark, .spacingMark: !(0x300...0x36F).contains(scalar.value)
    default: "*/%&@#^".unicodeScalars.contains(scalar)
    }
  }
}

/// The plain letters behind the accented ones that names of the field hold.
private enum LatinLetters {
  static let base: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    let groups: [(Unicode.Scalar, String)] = [
      ("a", "àáâãäåā"), ("c", "çćč"), ("e", "èéêëēę"), ("i", "ìíîïī"), ("n", "ñńň"), ("o", "òóôõöøō"), ("s", "śš"),
      ("u", "ùúûüū"), ("y", "ýÿ"), ("z", "źżž"),
    ]
    for (base, letters) in groups { for letter in letters.unicodeScalars { table[letter] = base } }
    return table
  }()
}

extension TextKey {
  /// Whether a typed text is one of the accepted forms, in either language.
  func accepts(_ text: String) -> Bool { Self.matches(text, accept.values.joined()) }

  /// The reason for a believable wrong answer; nil for one that nobody foresaw.
  func mistake(_ text: String) -> Mistake? { mistakes.first { Self.matches(text, $0.forms) } }

  private static func matches(_ text: String, _ forms: some Sequence<String>) -> Bool {
    forms.contains { form in
      let isFormula = TextForm.isFormula(form)
      let typed = TextForm.canonical(text, isFormula: isFormula)
      return !typed.isEmpty && typed == TextForm.canonical(form, isFormula: isFormula)
    }
  }
}
