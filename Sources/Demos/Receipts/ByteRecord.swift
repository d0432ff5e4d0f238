/// Bytes written one after the other: small numbers take little room.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// The lowest `count` bytes, the highest first.
  mutating func fixed(_ value: UInt64, _ count: Int) {
    for place in (0..<count).reversed() { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }

  /// Seven bits a byte, the lowest first; the top bit says that more follow (LEB128).
  mutating func number(_ value: UInt64) {
    var rest = value
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Small numbers of either sign are short: 0, -1, 1, -2, ...
  mutating func signed(_ value: Int64) { number(UInt64(bitPattern: value << 1 ^ value >> 63)) }

  mutating func text(_ text: String) {
    number(UInt64(text.utf8.count))
    bytes += Array(text.utf8)
  }
}

/// Reads what a `ByteWriter` wrote; every reading fails once the bytes end too early.
struct ByteReader {
  /// The bytes end where more were announced, or hold what nobody wrote.
  struct Broken: Error {}

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func byte() throws(Broken) -> UInt8 {
    guard place < bytes.count else { throw Broken() }
    place += 1
    return bytes[place - 1]
  }

  mutating func fixed(_ count: Int) throws(Broken) -> UInt64 {
    var value: UInt64 = 0
    for _ in 0..<count { value = value << 8 | UInt64(try byte()) }
    return value
  }

  mutating func number() throws(Broken) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 7) {
      let next = try byte()
      value |= UInt64(next & 0x7F) << UInt64(shift)
      if next & 0x80 == 0 { return value }
    }
    throw Broken()
  }

  mutating func signed() throws(Broken) -> Int64 {
    let value = try number()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  /// A count that is not beyond `most`.
  mutating func count(atMost most: Int) throws(Broken) -> Int {
    let value = try number()
    guard value <= UInt64(most) else { throw Broken() }
    return Int(value)
  }

  mutating func text() throws(Broken) -> String {
    let length = try count(atMost: bytes.count - place)
    defer { place += length }
    guard let text = String(validating: bytes[place..<place + length], as: UTF8.self) else { throw Broken() }
    return text
  }
}
