import Recording
import Support
import Terminal
import Testing

@Suite struct SVGTests {
  private let caption = Caption(title: "a < b & c", description: "The loss fell \"61 %\".", language: "zh")

  private func picture(_ surface: Surface) -> String {
    var picture = SVGPicture()
    picture.add(surface)
    return picture.text(caption)
  }

  private func drawn(_ text: String, style: Style = .plain) -> SVGReader {
    var surface = Surface(width: TextWidth.of(text), height: 1)
    surface.write(text, x: 0, y: 0, style: style)
    return SVGReader(picture(surface))
  }

  @Test(arguments: testSizes, [1, 2, 3] as [UInt64])
  func `a picture of anything is well-formed, still or moving`(size: Size, seed: UInt64) {
    let pictures = RandomPictures.make(6, size: size, seed: seed)
    var film = SVGFilm(size: size, framesPerSecond: 5)
    for surface in pictures {
      #expect(SVGReader(picture(surface)).isWellFormed)
      film.add(surface)
    }
    #expect(SVGReader(film.text(caption)).isWellFormed)
  }

  @Test func `every character stands at its column, a wide one before two`() {
    var surface = Surface(width: 20, height: 2)
    surface.write("ab 学习 c", x: 2, y: 1)
    let letters = SVGReader(picture(surface)).letters
    #expect(letters.filter { $0.character != " " }.map(\.x).sorted() == [2, 3, 5, 7, 10].map { $0 * 8 })
    #expect(letters.first { $0.character == "学" }?.x == 5 * 8)
    #expect(letters.first { $0.character == "习" }?.x == 7 * 8)
    #expect(letters.allSatisfy { $0.y == 16 + 12 })
  }

  @Test func `title and description are there for a screen reader, escaped and in their language`() {
    let reader = SVGReader(picture(Surface(width: 1, height: 1)))
    #expect(reader.all("title").first?.text == "a < b & c")
    #expect(reader.all("desc").first?.text == "The loss fell \"61 %\".")
    #expect(reader.all("svg").first?.attributes["role"] == "img")
    #expect(reader.all("svg").first?.attributes["xml:lang"] == "zh")
  }

  @Test(arguments: ["─━│┃┌┐└┘├┤┬┴┼╭╮╯╰═║╔╗╚╝╱╲╌┊╴", "▀▄█▌▐░▒▓▁▇▏▖▚▟", "⠁⠿⣿⡇"])
  func `lines, blocks and braille are shapes, no letters`(text: String) {
    let reader = drawn(text)
    #expect(reader.all("text").isEmpty)
    #expect(!reader.all("path").isEmpty)
  }

  @Test func `the eight dots of a braille cell stand two by four`() {
    let data = drawn("⣿").all("path").first?.attributes["d"]
    #expect(data == "M2 2h0m4 0h0m-4 4h0m4 0h0m-4 4h0m4 0h0m-4 4h0m4 0h0")
  }

  @Test func `a half block fills the upper half of its cell, and its background the rest`() {
    let reader = drawn("▀", style: Style(.indexed(196), on: .indexed(21)))
    #expect(reader.all("path").map { $0.attributes["d"] } == ["M0 0h8v16h-8z", "M0 0h8v8h-8z"])
    #expect(reader.all("path").map { $0.attributes["fill"] } == ["#0000ff", "#ff0000"])
  }

  @Test func `a line through several cells is one stroke, and a corner two`() {
    #expect(drawn("───").all("path").map { $0.attributes["d"] } == ["M0 8h24"])
    #expect(drawn("┐").all("path").map { $0.attributes["d"] } == ["M4 8v8M0 8h4"])
    #expect(drawn("━").all("path").first?.attributes["stroke-width"] == "2.6")
  }

  @Test func `reverse exchanges ink and paper, dim comes nearer to the paper`() {
    var surface = Surface(width: 3, height: 1)
    surface.write("a", x: 0, y: 0, style: Style(.standard, on: .standard, .reverse))
    surface.write("b", x: 2, y: 0, style: Style(.standard, on: .standard, .dim))
    let reader = SVGReader(picture(surface))
    #expect(reader.all("path").map { $0.attributes["fill"] } == ["#d4d7dd"])
    let inks = reader.all("g").compactMap { $0.attributes["fill"] }
    #expect(inks == ["#16191f", "#888b91"])
  }

  @Test func `a row that never changes is drawn once in a film, a changed one in its time`() {
    var one = Surface(width: 10, height: 2)
    one.write("stays", x: 0, y: 0)
    one.write("first", x: 0, y: 1)
    var two = one
    two.write("other", x: 0, y: 1)
    var film = SVGFilm(size: one.size, framesPerSecond: 2)
    for picture in [one, one, two] { film.add(picture) }
    let reader = SVGReader(film.text(caption))
    #expect(reader.all("text").map(\.text) == ["stays", "first", "other"])
    let moving = reader.all("g").filter { $0.attributes["class"] == "s" }
    #expect(moving.map { $0.attributes["style"] } == ["animation-name:k0-2", "animation-name:k2-6"])
    // Where nothing moves the last picture stands.
    #expect(moving.map { $0.attributes["visibility"] } == ["hidden", nil])
    // Two pictures of half a second, the third for two seconds.
    let sheet = reader.all("style").first?.text ?? ""
    #expect(sheet.contains("@keyframes k0-2{0%{visibility:visible}33.333333%{visibility:hidden}}"))
    #expect(sheet.contains("@keyframes k2-6{0%{visibility:hidden}33.333333%{visibility:visible}}"))
    #expect(sheet.contains(".s{animation:3s step-end infinite}"))
    #expect(sheet.contains("prefers-reduced-motion:reduce"))
  }
}
