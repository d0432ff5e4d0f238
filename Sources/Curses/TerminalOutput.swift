import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Sends bytes to the terminal without ever waiting for a slow reader: what does not fit is kept for later.
final class TerminalOutput {
  /// Where to poll for room, and what the crash guard writes to.
  let descriptor: Int32
  private let isOurs: Bool
  private var pending: [UInt8] = []
  private var sent = 0
  private(set) var isGone = false

  /// Opens the terminal behind standard output once more, so that only our own description of it is non-blocking.
  init() {
    let opened = TerminalOutput.openAgain()
    isOurs = opened >= 0
    descriptor = isOurs ? opened : 1
  }

  deinit { if isOurs { closeDescriptor(descriptor) } }

  /// Whether everything was sent.
  var isDrained: Bool { pending.isEmpty }

  func send(_ bytes: [UInt8]) {
    guard !isGone, !bytes.isEmpty else { return }
    pending += bytes
    flush()
  }

  /// Sends what the terminal takes now.
  func flush() {
    while sent < pending.count, !isGone, isWritable(timeout: 0) {
      let count = pending[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, chunk($0.count)) }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        break
      } else if errno != EINTR {
        isGone = true
      }
    }
    if sent == pending.count || isGone {
      pending.removeAll(keepingCapacity: true)
      sent = 0
    }
  }

  /// Sends everything, waiting at most `milliseconds` for a reader that does not read.
  func drain(milliseconds: Int) {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    flush()
    while !isDrained, ContinuousClock.now < end {
      _ = isWritable(timeout: 20)
      flush()
    }
    pending.removeAll()
    sent = 0
  }

  /// By its name, or as the controlling terminal where the name may not be opened (after `su`); -1 where neither works.
  private static func openAgain() -> Int32 {
    let flags = O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC
    var name = [CChar](repeating: 0, count: 1024)
    let byName = ttyname_r(1, &name, name.count) == 0 ? open(name, flags) : -1
    if byName >= 0 { return byName }
    return tcgetpgrp(1) >= 0 ? open("/dev/tty", flags) : -1
  }

  /// A descriptor that may block gets little at a time.
  private func chunk(_ count: Int) -> Int { isOurs ? count : min(count, 256) }

  private func isWritable(timeout: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    guard poll(&entry, 1, timeout) > 0 else { return false }
    if entry.revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 { isGone = true }
    return !isGone && entry.revents & Int16(POLLOUT) != 0
  }
}
