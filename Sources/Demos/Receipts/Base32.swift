/// Bytes as letters that can be read out and typed: 32 digits and letters without I, L, O and U, in groups of five.
///
/// Source: Crockford (2002), "Base 32".
enum Base32 {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  static func text(_ bytes: [UInt8]) -> String {
    var letters: [Character] = []
    var (buffer, bits) = (0, 0)
    for byte in bytes {
      buffer = buffer << 8 | Int(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        letters.append(alphabet[buffer >> bits & 31])
      }
      buffer &= 1 << bits - 1
    }
    if bits > 0 { letters.append(alphabet[buffer << (5 - bits) & 31]) }
    return stride(from: 0, to: letters.count, by: 5)
      .map { String(letters[$0..<min($0 + 5, letters.count)]) }
      .joined(separator: "-")
  }

  /// Takes either case, I and L as 1, O as 0; hyphens and spaces are skipped. Throws the first other character.
  static func bytes(_ text: String) throws(StrayCharacter) -> [UInt8] {
    var bytes: [UInt8] = []
    var (buffer, bits) = (0, 0)
    for (place, character) in text.enumerated() where character != "-" && !character.isWhitespace {
      guard let value = value(of: character) else { throw StrayCharacter(character: character, place: place) }
      buffer = buffer << 5 | value
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(buffer >> bits & 0xFF))
        buffer &= 1 << bits - 1
      }
    }
    return bytes
  }

  struct StrayCharacter: Error {
    let character: Character
    /// From 0.
    let place: Int
  }

  private static func value(of character: Character) -> Int? {
    switch character {
    case "I", "i", "L", "l": 1
    case "O", "o": 0
    default: character.uppercased().first.flatMap { alphabet.firstIndex(of: $0) }
    }
  }
}
