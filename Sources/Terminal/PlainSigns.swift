/// The typographic signs of words and of lesson text as ASCII, one column for one.
public enum PlainSigns {
  /// Replaces the signs of a picture for terminals and fonts that lack them. Letters of any script and mathematical
  /// symbols stay.
  public static func replace(in surface: inout Surface) {
    for y in 0..<surface.height {
      for x in 0..<surface.width {
        let cell = surface[x, y]
        guard cell.scalar > 0x7E, let sign = signs[cell.scalar] else { continue }
        surface.put(sign, x: x, y: y, style: cell.style)
      }
    }
  }

  /// What stands for a character that takes two columns where one was counted: nothing is left of its kind, so a sign,
  /// a letter, or a question mark.
  public static func standIn(for scalar: UInt32) -> Unicode.Scalar { signs[scalar] ?? shapes[scalar] ?? "?" }

  private static let signs: [UInt32: Unicode.Scalar] = [
    0xB7: "-", 0xD7: "x", 0x2013: "-", 0x2014: "-", 0x2018: "'", 0x2019: "'", 0x201C: "\"", 0x201D: "\"", 0x2022: "*",
    0x2026: ".", 0x2190: "<", 0x2191: "^", 0x2192: ">", 0x2193: "v", 0x2212: "-",
  ]

  private static let shapes: [UInt32: Unicode.Scalar] = {
    var shapes: [UInt32: Unicode.Scalar] = [
      0xB0: "o", 0xB1: "+", 0xB2: "2", 0xB3: "3", 0xB9: "1", 0xF7: "/", 0x2016: "|", 0x2032: "'", 0x2033: "\"",
      0x2074: "4", 0x207F: "n", 0x2081: "1", 0x2082: "2", 0x2083: "3", 0x2084: "4", 0x2113: "l", 0x21D2: ">",
      0x2202: "d", 0x2215: "/", 0x2223: "|", 0x2225: "|", 0x223C: "~", 0x2248: "~", 0x2264: "<", 0x2265: ">",
      0x226A: "<", 0x226B: ">", 0x22A5: "T", 0x25A0: "#", 0x25A1: "o", 0x25B2: "^", 0x25B3: "^", 0x25B6: ">",
      0x25BC: "v", 0x25BD: "v", 0x25C0: "<", 0x25C6: "*", 0x25C7: "o", 0x25CB: "o", 0x25CF: "*", 0x2605: "*",
      0x2606: "*",
    ]
    for (number, digit) in "123456789".unicodeScalars.enumerated() { shapes[0x2460 + UInt32(number)] = digit }
    for (letter, latin) in zip(greek, betaCode) {
      shapes[letter.value] = latin
      if let capital = letter.properties.uppercaseMapping.unicodeScalars.first {
        shapes[capital.value] = latin.properties.uppercaseMapping.unicodeScalars.first
      }
    }
    for scalar in UInt32(0x2500)...0x254B { shapes[scalar] = "+" }
    for (line, sign) in [(0x2500, "-"), (0x2501, "-"), (0x2502, "|"), (0x2503, "|")] as [(UInt32, Unicode.Scalar)] {
      shapes[line] = sign
    }
    for scalar in UInt32(0x2580)...0x2595 { shapes[scalar] = "#" }
    return shapes
  }()

  /// Source: Beta Code of the Thesaurus Linguae Graecae, one Latin letter for one Greek.
  private static let greek = "αβγδεζηθικλμνξοπρστυφχψω".unicodeScalars
  private static let betaCode = "abgdezhqiklmncoprstufxyw".unicodeScalars
}
