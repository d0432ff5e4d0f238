/// Leaves out what ncurses says twice: it sends both colours whenever one changes, and the character set with every
/// reset. A heatmap takes half the bytes so.
///
/// Graphics are sent only before something that they show in: text, erasing, repeating, scrolling (a line feed in the last
/// row brings a row in the background of the pen); not before a move of the cursor.
/// Where a graphics parameter comes that is not known, everything passes unchanged from then on.
struct FrameCompactor {
  private static let escape: UInt8 = 0x1B
  /// In the last row it scrolls, and the row that comes in takes the background of the moment.
  private static let lineFeed: UInt8 = 0x0A

  /// What the terminal has; nil when unknown.
  private var actual: Graphics?
  /// What ncurses believes that it has.
  private var wanted = Graphics()
  private var hasPlainCharacters = false
  private var isTransparent: Bool

  /// A transparent one changes nothing: for terminals that may not know how to switch off one attribute alone.
  init(isTransparent: Bool) { self.isTransparent = isTransparent }

  /// The same frame in fewer bytes. With `settling` the terminal has the graphics that ncurses believes in at the end.
  mutating func compact(_ frame: [UInt8], settling: Bool = false) -> [UInt8] {
    if isTransparent { return frame }
    var out: [UInt8] = []
    out.reserveCapacity(frame.count)
    var rest = frame[...]
    while let byte = rest.first, !isTransparent {
      if byte == FrameCompactor.escape {
        takeSequence(&rest, into: &out)
      } else {
        if byte >= 0x20 || byte == FrameCompactor.lineFeed && hasOtherBackground { settle(&out) }
        out.append(byte)
        rest.removeFirst()
      }
    }
    if settling { settle(&out) }
    return out + rest
  }

  /// Forgets what the terminal has: others wrote to it.
  mutating func forget() {
    actual = nil
    hasPlainCharacters = false
  }

  private var hasOtherBackground: Bool { actual?.background != wanted.background }

  private mutating func settle(_ out: inout [UInt8]) {
    guard actual != wanted else { return }
    out += wanted.sequence(from: actual)
    actual = wanted
  }

  private mutating func takeSequence(_ rest: inout ArraySlice<UInt8>, into out: inout [UInt8]) {
    let second = rest.dropFirst().first
    if second == UInt8(ascii: "[") {
      takeControl(&rest, into: &out)
    } else if second == UInt8(ascii: "("), rest.count >= 3 {
      takeCharacters(&rest, into: &out)
    } else {
      settle(&out)
      out += rest.prefix(2)
      rest = rest.dropFirst(2)
      actual = nil
    }
  }

  /// `ESC ( B`: the plain character set.
  private mutating func takeCharacters(_ rest: inout ArraySlice<UInt8>, into out: inout [UInt8]) {
    let isPlain = rest[rest.startIndex + 2] == UInt8(ascii: "B")
    if !isPlain || !hasPlainCharacters { out += rest.prefix(3) }
    hasPlainCharacters = isPlain
    rest = rest.dropFirst(3)
  }

  private mutating func takeControl(_ rest: inout ArraySlice<UInt8>, into out: inout [UInt8]) {
    let body = rest.dropFirst(2)
    guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      out += rest
      rest = []
      return
    }
    if body[end] == UInt8(ascii: "m") {
      takeGraphics(body[..<end], whole: rest[...end], into: &out)
    } else {
      if !FrameCompactor.isMove(body[end]) { settle(&out) }
      out += rest[...end]
    }
    rest = rest[(end + 1)...]
  }

  private mutating func takeGraphics(
    _ parameters: ArraySlice<UInt8>, whole: ArraySlice<UInt8>, into out: inout [UInt8]
  ) {
    if let numbers = FrameCompactor.numbers(parameters), wanted.apply(numbers) { return }
    settle(&out)
    out += whole
    isTransparent = true
  }

  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int]? {
    var numbers = [0]
    for byte in parameters {
      switch byte {
      case 0x30...0x39: numbers[numbers.count - 1] = min(10_000, numbers[numbers.count - 1] * 10 + Int(byte - 0x30))
      case UInt8(ascii: ";"): numbers.append(0)
      default: return nil
      }
    }
    return numbers
  }

  /// Moves of the cursor, and modes: graphics do not show in them.
  private static func isMove(_ final: UInt8) -> Bool {
    switch Unicode.Scalar(final) {
    case "A", "B", "C", "D", "G", "H", "d", "f", "h", "l": true
    default: false
    }
  }
}
