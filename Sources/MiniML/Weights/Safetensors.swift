/// Named tensors in the safetensors format: a length, a JSON header, then the numbers. Nothing in it can run.
///
/// Source: Hugging Face (2022), safetensors format description.
public struct Safetensors: Sendable {
  /// Longer headers are refused.
  public static let headerLimit = 100_000_000

  /// Free notes: how the weights were made.
  public var metadata: [String: String]
  public var tensors: [String: Tensor]

  public init(tensors: [String: Tensor], metadata: [String: String] = [:]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  /// Reads a whole file's bytes; every length and offset is checked before it is used.
  public init(bytes: [UInt8]) throws(SafetensorsError) {
    guard bytes.count >= 8 else { throw .tooShort(bytes: bytes.count) }
    let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << UInt64($1 * 8) }
    guard length <= UInt64(min(Self.headerLimit, bytes.count - 8)) else {
      throw .headerLength(length, limit: min(Self.headerLimit, bytes.count - 8))
    }
    let data = 8 + Int(length)
    guard case .object(let members) = try HeaderReader.read(bytes[8..<data]) else { throw .header(at: 0) }
    (metadata, tensors) = ([:], [:])
    for (name, value) in members {
      guard case .object(let fields) = value else { throw .header(at: 0) }
      if name == "__metadata__" {
        metadata = Self.texts(fields)
      } else {
        tensors[name] = try Self.tensor(name, fields, bytes, data)
      }
    }
  }

  /// A tensor of the shape that a model needs.
  public func tensor(_ name: String, shape: [Int]) throws(SafetensorsError) -> Tensor {
    guard let tensor = tensors[name] else { throw .missing(tensor: name, known: tensors.keys.sorted()) }
    guard tensor.shape == shape else { throw .unexpectedShape(tensor: name, expected: shape, got: tensor.shape) }
    return tensor
  }

  private static func texts(_ fields: [(key: String, value: HeaderReader.Value)]) -> [String: String] {
    var texts: [String: String] = [:]
    for case (let key, .string(let text)) in fields { texts[key] = text }
    return texts
  }

  private static func tensor(
    _ name: String, _ fields: [(key: String, value: HeaderReader.Value)], _ bytes: [UInt8], _ data: Int
  ) throws(SafetensorsError) -> Tensor {
    var (type, shape, offsets): (String?, [Int]?, [Int]?) = (nil, nil, nil)
    for (key, value) in fields {
      switch (key, value) {
      case ("dtype", .string(let text)): type = text
      case ("shape", .array(let values)): shape = numbers(values)
      case ("data_offsets", .array(let values)): offsets = numbers(values)
      default: break
      }
    }
    guard let type, let shape, let offsets, offsets.count == 2 else { throw .header(at: 0) }
    guard let format = NumberFormat(rawValue: type) else { throw .unknownType(tensor: name, type: type) }
    let count = try count(name, shape)
    let (start, end) = (offsets[0], offsets[1])
    let available = bytes.count - data
    guard start >= 0, end >= start, end <= available, (end - start) / format.bytes == count,
      (end - start) % format.bytes == 0
    else { throw .range(tensor: name, start: start, end: end, dataBytes: available) }
    return Tensor(shape, (0..<count).map { format.read(bytes, at: data + start + $0 * format.bytes) })
  }

  private static func numbers(_ values: [HeaderReader.Value]) -> [Int]? {
    var numbers: [Int] = []
    for value in values {
      guard case .number(let number) = value else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  private static func count(_ name: String, _ shape: [Int]) throws(SafetensorsError) -> Int {
    var count = 1
    for length in shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: length)
      guard length >= 0, !overflows else { throw .shape(tensor: name, shape) }
      count = product
    }
    return count
  }
}
