import Terminal

/// The typographic signs of words and of lesson text as ASCII, one column for one: for terminals and fonts that lack
/// them. Letters of any script and mathematical symbols stay.
enum PlainSigns {
  static func replace(in surface: inout Surface) {
    for y in 0..<surface.height {
      for x in 0..<surface.width {
        let cell = surface[x, y]
        guard cell.scalar > 0x7E, let sign = signs[cell.scalar] else { continue }
        surface.put(sign, x: x, y: y, style: cell.style)
      }
    }
  }

  private static let signs: [UInt32: Unicode.Scalar] = [
    0xB7: "-", 0xD7: "x", 0x2013: "-", 0x2014: "-", 0x2018: "'", 0x2019: "'", 0x201C: "\"", 0x201D: "\"", 0x2022: "*",
    0x2026: ".", 0x2190: "<", 0x2191: "^", 0x2192: ">", 0x2193: "v", 0x2212: "-",
  ]
}
