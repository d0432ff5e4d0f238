/// The form of every id: kebab-case, with a letter in it.
enum Identifier {
  static func isValid(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 60, text.utf8.contains(where: isLetter) else { return false }
    var previous = dash
    for byte in text.utf8 {
      guard isLetter(byte) || isDigit(byte) || (byte == dash && previous != dash) else { return false }
      previous = byte
    }
    return previous != dash
  }

  private static let dash = UInt8(ascii: "-")
  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
