/// The form of every id: kebab-case, a letter first.
enum Identifier {
  static func isValid(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first), text.utf8.last != dash, text.utf8.count <= 60 else {
      return false
    }
    var previous = first
    for byte in text.utf8.dropFirst() {
      guard isLetter(byte) || isDigit(byte) || (byte == dash && previous != dash) else { return false }
      previous = byte
    }
    return true
  }

  private static let dash = UInt8(ascii: "-")
  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
