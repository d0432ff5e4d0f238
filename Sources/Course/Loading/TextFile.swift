#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads whole text files.
enum TextFile {
  /// Bytes that no file of a course needs: a guard against opening something else by mistake.
  static let limit = 1 << 20

  /// The text of a file, `\r\n` made `\n`.
  static func read(_ path: String) throws(ReadError) -> String {
    guard let file = fopen(path, "rb") else {
      throw errno == ENOENT ? .missing : .unreadable(String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    guard ferror(file) == 0 else { throw .unreadable(String(cString: strerror(errno))) }
    guard count <= limit else { throw .tooLarge }
    guard let text = String(validating: bytes.prefix(count), as: UTF8.self) else { throw .notUTF8 }
    return text.utf8.contains(13) ? text.replacing("\r\n", with: "\n") : text
  }

  enum ReadError: Error, Hashable {
    case missing
    case unreadable(String)
    case tooLarge
    case notUTF8

    var kind: CourseFault.Kind {
      switch self {
      case .missing: .missingFile
      case .unreadable(let reason): .unreadableFile(reason: reason)
      case .tooLarge: .tooLarge(limit: TextFile.limit)
      case .notUTF8: .notUTF8
      }
    }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Names in a folder, sorted, without hidden ones; empty where it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
