#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The modes of the terminal's line, and the sequences that switch its reports on and off.
struct TerminalModes {
  /// As they were when we came.
  let original: termios
  /// Whether the mouse is reported.
  var mouse: Bool

  init(mouse: Bool) {
    var modes = termios()
    tcgetattr(0, &modes)
    original = modes
    self.mouse = mouse
  }

  /// Every key as bytes, at once: Ctrl-C and Ctrl-Z are keys too.
  func setRaw() {
    var modes = original
    cfmakeraw(&modes)
    tcsetattr(0, TCSANOW, &modes)
  }

  /// Puts the modes back; what was typed or reported and not read is thrown away.
  func restore() {
    var modes = original
    tcflush(0, TCIFLUSH)
    tcsetattr(0, TCSANOW, &modes)
  }

  /// Bracketed paste; presses, drags and the wheel in SGR form.
  var enter: [UInt8] { Array("\u{1B}[?2004h".utf8) + (mouse ? TerminalModes.mouseOn : []) }

  var leave: [UInt8] { (mouse ? TerminalModes.mouseOff : []) + Array("\u{1B}[?2004l".utf8) }

  static let mouseOn = Array("\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h".utf8)
  static let mouseOff = Array("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l".utf8)

  /// A frame begins and ends with these, so that a terminal that knows them shows it whole.
  static let frameStart = Array("\u{1B}[?2026h".utf8)
  static let frameEnd = Array("\u{1B}[?2026l".utf8)

  /// Undoes everything that the program may have switched on.
  static let emergencyReset =
    "\u{1B}[?2026l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?2004l\u{1B}[0m\u{1B}[r\u{1B}[?25h\u{1B}[?1049l\r"
}
