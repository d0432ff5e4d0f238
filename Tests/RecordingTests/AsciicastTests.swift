import Foundation
import Recording
import Support
import Terminal
import Testing

@Suite struct AsciicastTests {
  private let caption = Caption(title: "Gradient \"descent\"", description: "", language: "en")

  private func cast(_ pictures: [Surface], size: Size, framesPerSecond: Int = 10) -> String {
    var cast = Asciicast(size: size, framesPerSecond: framesPerSecond)
    for picture in pictures { cast.add(picture) }
    return cast.text(caption)
  }

  @Test(arguments: testSizes, [1, 2, 3] as [UInt64])
  func `played back, every picture is what was recorded`(size: Size, seed: UInt64) throws {
    let pictures = RandomPictures.make(20, size: size, seed: seed)
    let reader = try CastReader(cast(pictures, size: size))
    #expect(reader.unknown.isEmpty, "\(reader.unknown)")
    for (index, picture) in pictures.enumerated() {
      let shown = reader.screens.last { $0.time <= Double(index) / 10 + 1e-9 }
      #expect(shown?.surface == seen(picture), "picture \(index)")
    }
  }

  /// The right half of a wide character looks as its left does.
  private func seen(_ picture: Surface) -> Surface {
    var surface = Surface(picture.size)
    for y in 0..<picture.height {
      for x in 0..<picture.width where !picture[x, y].isContinuation {
        surface.write(picture[x, y].text, x: x, y: y, style: picture[x, y].style)
      }
    }
    return surface
  }

  @Test func `the first line is a header without a time of day, and times are even`() throws {
    let size = Size(width: 20, height: 3)
    let reader = try CastReader(cast(RandomPictures.make(5, size: size, seed: 7), size: size, framesPerSecond: 8))
    #expect(reader.header["version"] as? Int == 2)
    #expect(reader.header["width"] as? Int == 20 && reader.header["height"] as? Int == 3)
    #expect(reader.header["title"] as? String == "Gradient \"descent\"")
    #expect((reader.header["env"] as? [String: String])?["TERM"] == "xterm-256color")
    #expect(reader.header["timestamp"] == nil)
    #expect(reader.screens.map(\.time).allSatisfy { ($0 * 8).truncatingRemainder(dividingBy: 1) == 0 })
    #expect(reader.screens.last?.time == 4.0 / 8 + 2)
    #expect(reader.isCursorShown)
  }

  @Test func `a picture that is the same sends nothing, and a changed cell little`() {
    let size = Size(width: 80, height: 24)
    var one = Surface(size)
    one.write("step 1", x: 3, y: 20)
    var two = one
    two.write("2", x: 8, y: 20)
    let text = cast([one, one, two], size: size)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 4, "header, first, third, end")
    #expect(lines[2] == #"[0.2, "o", "\u001b[21;9H2"]"#)
  }

  @Test func `the same pictures make the same bytes`() {
    let size = Size(width: 40, height: 12)
    let pictures = RandomPictures.make(10, size: size, seed: 9)
    #expect(cast(pictures, size: size) == cast(pictures, size: size))
  }

  @Test func `without a picture there is a header and an end`() throws {
    #expect(try CastReader(cast([], size: Size(width: 4, height: 2))).screens.count == 1)
  }
}
