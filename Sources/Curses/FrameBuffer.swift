import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file in memory that ncurses writes to, so that a frame is known whole before a byte of it is sent.
final class FrameBuffer {
  let file: UnsafeMutablePointer<FILE>
  private let descriptor: Int32

  /// Throws when the system gives no file.
  init() throws(CursesError) {
    let descriptor = FrameBuffer.openMemory()
    guard descriptor >= 0, let file = fdopen(descriptor, "w") else { throw .noFrameBuffer(errno: errno) }
    self.descriptor = descriptor
    self.file = file
  }

  deinit { fclose(file) }

  /// What was written since the last call.
  func take() -> [UInt8] {
    fflush(file)
    let count = lseek(descriptor, 0, SEEK_CUR)
    guard count > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: Int(count))
    let got = pread(descriptor, &bytes, bytes.count, 0)
    lseek(descriptor, 0, SEEK_SET)
    ftruncate(descriptor, 0)
    return got == bytes.count ? bytes : Array(bytes.prefix(max(0, got)))
  }

  /// A nameless file: in memory on Linux, unlinked at once elsewhere.
  static func openMemory() -> Int32 {
    #if os(Linux)
      return curses_memory_file()
    #else
      var name = Array("/tmp/gradus.XXXXXX".utf8CString)
      let descriptor = mkstemp(&name)
      if descriptor >= 0 { unlink(name) }
      return descriptor
    #endif
  }
}
