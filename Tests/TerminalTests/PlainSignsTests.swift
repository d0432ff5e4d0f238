import Testing

@testable import Terminal

struct PlainSignsTests {
  @Test(arguments: ["─", "│", "▀", "█", "●", "→", "α", "“", "…", "×", "°"])
  func `characters that Chinese terminals draw double are ambiguous`(text: String) throws {
    #expect(TextWidth.isAmbiguous(try #require(text.unicodeScalars.first).value))
  }

  @Test(arguments: ["a", "⠿", "中", "，", "ñ", "❯"])
  func `letters, braille and wide characters are not`(text: String) throws {
    #expect(!TextWidth.isAmbiguous(try #require(text.unicodeScalars.first).value))
  }

  @Test func `every ambiguous character has a stand-in of one plain column`() {
    for scalar in UInt32(0xA0)..<0x3000 where TextWidth.isAmbiguous(scalar) {
      let sign = PlainSigns.standIn(for: scalar)
      #expect((0x20...0x7E).contains(sign.value))
    }
  }

  @Test(arguments: [("α", "a"), ("Σ", "S"), ("ω", "w"), ("─", "-"), ("│", "|"), ("┌", "+"), ("█", "#"), ("“", "\"")])
  func `a stand-in resembles what it stands for`(text: String, sign: Unicode.Scalar) throws {
    #expect(PlainSigns.standIn(for: try #require(text.unicodeScalars.first).value) == sign)
  }

  @Test func `signs are replaced and letters stay`() {
    var surface = Surface(width: 20, height: 1)
    surface.write("α → “梯度” — 3 × 4", x: 0, y: 0)
    PlainSigns.replace(in: &surface)
    #expect(surface.lines == ["α > \"梯度\" - 3 x 4"])
  }
}
