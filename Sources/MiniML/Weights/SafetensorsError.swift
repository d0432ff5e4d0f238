/// Why a weight file was refused. Every case carries what was found; none stops the program.
public enum SafetensorsError: Error, Hashable, Sendable {
  case cannotOpen(path: String)
  case cannotWrite(path: String)
  /// Fewer bytes than the header's length needs.
  case tooShort(bytes: Int)
  /// The header claims more bytes than the file has, or more than the limit.
  case headerLength(UInt64, limit: Int)
  /// The header is no JSON object of the known form; `at` is the byte of the header.
  case header(at: Int)
  case unknownType(tensor: String, type: String)
  /// Byte offsets that lie outside the data or do not agree with the shape.
  case range(tensor: String, start: Int, end: Int, dataBytes: Int)
  /// A shape that is negative or too large to count.
  case shape(tensor: String, [Int])
  case missing(tensor: String, known: [String])
  /// A tensor of another shape than the model needs.
  case unexpectedShape(tensor: String, expected: [Int], got: [Int])
}
