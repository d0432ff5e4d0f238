#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reading whole files.
enum Files {
  static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { Output.fail("cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  static func doubles(_ path: String) -> [Double] {
    bytes(path).withUnsafeBytes { raw in
      (0..<raw.count / 8).map { Double(bitPattern: raw.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)) }
    }
  }
}

/// Lines for the program that started this one, and the last words.
enum Output {
  static func line(_ text: String) {
    print(text)
    fflush(nil)
  }

  static func fail(_ message: String) -> Never {
    let line = "gradus-bench: \(message)\n"
    _ = line.withCString { write(STDERR_FILENO, $0, line.utf8.count) }
    exit(1)
  }
}
