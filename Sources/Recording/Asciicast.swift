import Terminal

/// A recording that asciinema and its like play: a line of JSON about it, then a line for each picture that changed.
///
/// Source: asciinema (2017), asciicast file format, version 2. Differs from what a recorder of live sessions writes: no
/// timestamp, and times that are even, so that the same run makes the same file.
public struct Asciicast: Recorder {
  private let size: Size
  private let framesPerSecond: Int
  private let paper: Paper
  private var writer: FrameWriter
  private var events: [String] = []
  private var count = 0

  /// Seconds for which the last picture stays.
  static let rest = 2

  /// - Parameters:
  ///   - size: of every picture.
  ///   - framesPerSecond: 1 or more.
  public init(size: Size, framesPerSecond: Int, paper: Paper = .dark, tier: ColorTier = .ansi256) {
    precondition(framesPerSecond > 0, "Asciicast: \(framesPerSecond) frames a second")
    self.size = size
    self.framesPerSecond = framesPerSecond
    self.paper = paper
    writer = FrameWriter(tier: tier)
  }

  public mutating func add(_ picture: Surface) {
    precondition(picture.size == size, "Asciicast: a picture of \(picture.size) in a recording of \(size)")
    let output = writer.frame(picture)
    if !output.isEmpty { events.append(event(at: microseconds(count), count == 0 ? "\u{1B}[?25l" + output : output)) }
    count += 1
  }

  public func text(_ caption: Caption) -> String {
    let end = microseconds(max(0, count - 1)) + Self.rest * 1_000_000
    let last = event(at: end, "\u{1B}[0m\u{1B}[\(max(1, size.height));1H\u{1B}[?25h")
    return ([header(caption)] + events + [last]).joined(separator: "\n") + "\n"
  }

  private func header(_ caption: Caption) -> String {
    let palette = (UInt8(0)..<16).map { Ink(.indexed($0), standard: paper.foreground).hexadecimal }
    let theme =
      "{\"fg\":\(JSONText.quoted(paper.foreground.hexadecimal)),\"bg\":\(JSONText.quoted(paper.background.hexadecimal)),"
      + "\"palette\":\(JSONText.quoted(palette.joined(separator: ":")))}"
    return
      "{\"version\":2,\"width\":\(size.width),\"height\":\(size.height),\"title\":\(JSONText.quoted(caption.title)),"
      + "\"env\":{\"TERM\":\"xterm-256color\"},\"theme\":\(theme)}"
  }

  private func event(at time: Int, _ output: String) -> String {
    "[\(DecimalText.millionths(time)), \"o\", \(JSONText.quoted(output))]"
  }

  private func microseconds(_ frame: Int) -> Int { frame * 1_000_000 / framesPerSecond }
}
