/// Characters as a Chinese input method, a word processor or a lesson may type them, brought to what the parser reads.
public enum FormulaCharacter {
  /// One character for one, so that positions stay: full-width forms, mathematical signs and subscripts to ASCII.
  public static func normalized(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1, scalar.value > 0x7E else {
      return character
    }
    switch scalar.value {
    case 0xFF01...0xFF5E: return ascii(scalar.value - 0xFEE0)
    case 0x3000, 0xA0: return " "
    case 0x2080...0x2089: return ascii(scalar.value - 0x2080 + 0x30)
    case 0xD7, 0xB7, 0x22C5, 0x2217, 0x2219: return "*"
    case 0xF7, 0x2215: return "/"
    case 0x2212, 0x2013, 0x2014: return "-"
    case 0x3002: return "."
    case 0x3001: return ","
    default: return character
    }
  }

  private static func ascii(_ value: UInt32) -> Character { Character(Unicode.Scalar(UInt8(value))) }
}
