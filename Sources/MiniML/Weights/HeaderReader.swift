/// Reads the JSON of a safetensors header: objects, arrays, strings and whole numbers; anything else is refused.
struct HeaderReader {
  indirect enum Value {
    case object([(key: String, value: Value)])
    case array([Value])
    case string(String)
    case number(Int)
  }

  /// Nesting deeper than any real header is refused, so that a hostile one cannot exhaust the stack.
  private static let depthLimit = 8

  private let bytes: ArraySlice<UInt8>
  private let start: Int
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    start = bytes.startIndex
    position = bytes.startIndex
  }

  /// The whole header as one value.
  static func read(_ bytes: ArraySlice<UInt8>) throws(SafetensorsError) -> Value {
    var reader = HeaderReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == bytes.endIndex else { throw reader.fault }
    return value
  }

  private var fault: SafetensorsError { .header(at: position - start) }

  private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func value(depth: Int) throws(SafetensorsError) -> Value {
    guard depth < Self.depthLimit else { throw fault }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(SafetensorsError) -> Value {
    var members: [(key: String, value: Value)] = []
    position += 1
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault }
      let key = try string()
      guard take(":") else { throw fault }
      members.append((key, try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw fault }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(SafetensorsError) -> Value {
    var elements: [Value] = []
    position += 1
    if take("]") { return .array(elements) }
    repeat { elements.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw fault }
    return .array(elements)
  }

  private mutating func string() throws(SafetensorsError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault }
      position += 1
      text.append(byte == UInt8(ascii: "\\") ? try escaped() : byte)
    }
    guard next != nil else { throw fault }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// The simple escapes; `\u` occurs in no name of a tensor and is refused.
  private mutating func escaped() throws(SafetensorsError) -> UInt8 {
    guard let byte = next else { throw fault }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return byte
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "t"): return 0x09
    default: throw fault
    }
  }

  private mutating func number() throws(SafetensorsError) -> Int {
    let first = position
    if next == UInt8(ascii: "-") { position += 1 }
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard let number = Int(String(decoding: bytes[first..<position], as: UTF8.self)) else { throw fault }
    return number
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }
}
