/// Makes text from outside harmless: no control sequence of a lesson or a learner may reach the terminal.
public enum Sanitizer {
  /// Drops C0 controls but newline and tab, DEL, C1, line and paragraph separators, bidirectional controls, soft
  /// hyphens, zero-width joiners and other invisible format characters; keeps at most two combining marks a base
  /// character.
  public static func clean(_ text: some StringProtocol) -> String {
    guard needsWork(text) else { return String(text) }
    var clean = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars where !isForbidden(scalar.value) {
      marks = isMark(scalar.value) ? marks + 1 : 0
      if marks <= 2 { clean.append(scalar) }
    }
    return String(clean)
  }

  /// Whether the scalar must never be sent to a terminal.
  public static func isForbidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0xAD, 0x61C, 0x180E, 0xFFF9...0xFFFB: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xE0000...0xE0FFF: true
    default: false
    }
  }

  private static func isMark(_ scalar: UInt32) -> Bool { scalar >= 0x300 && TextWidth.of(scalar) == 0 }

  private static func needsWork(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.contains { isForbidden($0.value) || isMark($0.value) }
  }
}
