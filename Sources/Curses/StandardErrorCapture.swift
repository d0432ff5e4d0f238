import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps what is written to standard error off the screen while a picture is on it, and prints it afterwards.
///
/// Where standard error is not the terminal, it is left alone.
final class StandardErrorCapture {
  /// More than this is left out, in bytes.
  private static let limit = 64 * 1024

  /// The file that standard error goes to, and what it was; -1 when it was left alone.
  private(set) var file: Int32 = -1
  private(set) var original: Int32 = -1

  init() { begin() }

  func begin() {
    guard original < 0, isatty(2) == 1 else { return }
    file = FrameBuffer.openMemory()
    guard file >= 0 else { return }
    original = fcntl(2, F_DUPFD_CLOEXEC, 3)
    dup2(file, 2)
  }

  /// Puts standard error back and prints what came, made harmless.
  func restore() {
    guard original >= 0 else { return }
    dup2(original, 2)
    let text = Array(Sanitizer.clean(captured()).utf8)
    if !text.isEmpty { _ = write(2, text, text.count) }
    closeDescriptor(original)
    closeDescriptor(file)
    original = -1
    file = -1
  }

  private func captured() -> String {
    var bytes = [UInt8](repeating: 0, count: StandardErrorCapture.limit)
    let count = pread(file, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
