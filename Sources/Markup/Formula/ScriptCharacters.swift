import Terminal

/// Small raised and lowered characters.
enum ScriptCharacters {
  /// Longer words are easier to read in their own row, or after `_`.
  static let maximumLength = 5

  /// The text in lowered characters; nil where one of them does not exist.
  static func lowered(_ text: String) -> String? { exchanged(text, lowered) }

  /// The text in raised characters; nil where one of them does not exist.
  static func raised(_ text: String) -> String? { exchanged(text, raised) }

  private static func exchanged(_ text: String, _ table: [Character: Character]) -> String? {
    guard text.count <= maximumLength else { return nil }
    var other = ""
    for character in text where character != " " {
      guard let script = table[character] else { return nil }
      other.append(script)
    }
    return other
  }

  private static let lowered = table(
    "0123456789+−-=()aehijklmnoprstuvxβγρφϕχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ")
  private static let raised = table(
    "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW⊤*∗′βγδθφϕχ",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀ**′ᵝᵞᵟᶿᵠᵠᵡ")

  private static func table(_ from: String, _ to: String) -> [Character: Character] {
    Dictionary(zip(from, to), uniquingKeysWith: { first, _ in first })
  }
}
