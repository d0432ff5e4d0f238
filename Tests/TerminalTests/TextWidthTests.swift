import Terminal
import Testing

struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("梯度下降", 8), ("，。！", 6), ("“”", 2), ("e\u{301}", 1), ("─│┌▀█●…×±", 9), ("⣿⠁", 2),
    ("🙂", 2), ("カ", 2), ("한", 2), ("ｗ", 2), ("∂∇∑√≤", 5), ("\u{7}\u{1B}", 0), ("𝛼", 1), ("👩\u{200D}🔬", 4),
  ])
  func `text takes the columns that terminals give it`(text: String, columns: Int) {
    #expect(TextWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("gradient", 8, "gradient"), ("gradient", 7, "gradie…"), ("gradient", 1, "…"), ("gradient", 0, ""),
    ("梯度下降", 7, "梯度下…"), ("梯度下降", 6, "梯度…"), ("", 0, ""), ("a", -3, ""),
  ])
  func `a long text is cut with an ellipsis`(text: String, columns: Int, cut: String) {
    #expect(text.truncated(to: columns) == cut)
  }

  @Test(arguments: [("gradient", 5, "gr..."), ("gradient", 2, ".."), ("梯度下降", 6, "梯...")])
  func `the ASCII tier cuts with three dots`(text: String, columns: Int, cut: String) {
    #expect(text.truncated(to: columns, glyphs: .ascii) == cut)
  }

  @Test(arguments: ["", "gradient", "梯度下降", "a梯"], [0, 1, 2, 3, 5, 8, 20])
  func `padded text takes exactly its columns`(text: String, columns: Int) {
    #expect(TextWidth.of(text.padded(to: columns)) == columns)
    #expect(TextWidth.of(text.padded(to: columns, glyphs: .ascii)) == columns)
  }
}
