import Terminal
import Testing

struct SanitizerTests {
  @Test(arguments: [
    ("plain\n\ttext 梯度", "plain\n\ttext 梯度"),
    ("\u{1B}]52;c;aGk=\u{7}", "]52;c;aGk="),
    ("\u{1B}[2Jgone\r", "[2Jgone"),
    ("\u{9B}31mred\u{9D}0;title\u{9C}", "31mred0;title"),
    ("evil\u{202E}txt\u{2066}x\u{2069}", "eviltxtx"),
    ("a\u{2028}b\u{2029}c\u{200B}\u{FEFF}\u{AD}", "abc"),
    ("e\u{301}\u{302}\u{303}\u{304}", "e\u{301}\u{302}"),
    ("tag\u{E0041}\u{E007F}", "tag"),
    ("\u{0}\u{8}\u{7F}", ""),
  ])
  func `nothing that commands a terminal is left`(text: String, clean: String) {
    #expect(Sanitizer.clean(text).unicodeScalars.elementsEqual(clean.unicodeScalars))
  }

  @Test func `cleaning twice changes nothing more`() {
    let hostile = String(String.UnicodeScalarView((0..<0x3000).compactMap(Unicode.Scalar.init)))
    let once = Sanitizer.clean(hostile)
    #expect(Sanitizer.clean(once) == once)
    #expect(!once.unicodeScalars.contains { Sanitizer.isForbidden($0.value) })
  }
}
