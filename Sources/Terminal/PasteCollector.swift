/// Collects a bracketed paste up to its end mark, `ESC [ 201 ~`.
struct PasteCollector: Hashable, Sendable {
  /// More than this is left out of the paste, in bytes.
  static let limit = 1 << 20

  private static let end = Array("\u{1B}[201~".utf8)
  private var bytes: [UInt8] = []
  /// How many bytes of the end mark have come.
  private var matched = 0

  /// Takes a byte; true when it completed the end mark.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == PasteCollector.end[matched] {
      matched += 1
      return matched == PasteCollector.end.count
    }
    keep(PasteCollector.end[..<matched])
    matched = 0
    if byte == PasteCollector.end[0] {
      matched = 1
    } else {
      keep([byte])
    }
    return false
  }

  /// The paste as an event, with line ends as `\n` and nothing that could command a terminal; none when empty.
  mutating func finish() -> [InputEvent] {
    defer { self = PasteCollector() }
    var text = ""
    var last: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" {
        text.unicodeScalars.append("\n")
      } else if !(scalar == "\n" && last == "\r") {
        text.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    let clean = Sanitizer.clean(text)
    return clean.isEmpty ? [] : [.paste(clean)]
  }

  private mutating func keep(_ more: some Sequence<UInt8>) {
    guard bytes.count < PasteCollector.limit else { return }
    bytes += more
  }
}
