#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Safetensors {
  /// Reads a file.
  public init(path: String) throws(SafetensorsError) {
    guard let bytes = FileBytes.read(path) else { throw .cannotOpen(path: path) }
    try self.init(bytes: bytes)
  }

  /// Writes a file; what stood there is replaced.
  public func write(to path: String, as format: NumberFormat = .float32) throws(SafetensorsError) {
    guard FileBytes.write(bytes(as: format), to: path) else { throw .cannotWrite(path: path) }
  }
}

/// Whole files as bytes, without Foundation.
public enum FileBytes {
  /// The bytes of a file; nil where it cannot be read.
  public static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = fread(&part, 1, part.count, file)
      bytes += part[..<got]
      if got < part.count { return ferror(file) == 0 ? bytes : nil }
    }
  }

  /// Replaces a file; whether all went well.
  public static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    let written = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && written == bytes.count
  }
}
