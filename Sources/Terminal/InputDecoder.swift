/// Turns the bytes that a terminal sends into events: a value without clock or file, so every sequence can be tested.
///
/// Bytes may come split anywhere. What is not understood (unknown CSI, OSC, DCS, SS3, replies to queries, invalid
/// UTF-8) is swallowed whole and never leaks as keys; what replies say is kept in `reports`. Where a sequence is
/// unfinished, `patience` says how long more bytes may take; when that time has passed, call `expire()`.
/// Source: ECMA-48 (1991); "XTerm Control Sequences" (Dickey, Moy); the keyboard protocol of kitty for `CSI u`.
public struct InputDecoder: Sendable {
  enum State: Hashable, Sendable {
    case ground
    case escape
    case control(ControlSequence)
    /// `ESC [ [` of the Linux console: one letter follows.
    case linuxFunction
    /// `ESC O`: one letter follows.
    case singleShift
    /// OSC, DCS, SOS, PM or APC, until ST or BEL; the introducer, and whether a body came.
    case string(introducer: UInt8, empty: Bool)
    case stringEscape
    case paste
    /// The three bytes of an old mouse report.
    case skip(Int)
  }

  var state = State.ground
  private var utf8 = UTF8Collector()
  private var alt = false
  private var pasted = PasteCollector()
  /// The body of the operating system command under way, cut at a length that no answer reaches.
  private var command: [UInt8] = []
  private static let commandLimit = 64

  /// What the terminal answered, the oldest first: for the caller to judge whether it was asked, and to empty.
  public var reports: [TerminalReport] = []

  public init() {}

  /// How long the rest of an unfinished sequence may take; nil when nothing is unfinished.
  public var patience: Duration? {
    switch state {
    case .ground: utf8.isCollecting ? .milliseconds(250) : nil
    case .escape: .milliseconds(25)
    case .control, .linuxFunction, .singleShift, .skip: .milliseconds(250)
    case .string(_, let empty): empty ? .milliseconds(250) : .seconds(1)
    case .stringEscape: .milliseconds(250)
    case .paste: .seconds(1)
    }
  }

  /// Takes the next bytes; returns the events that they complete.
  public mutating func feed(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    var events: [InputEvent] = []
    for byte in bytes { take(byte, into: &events) }
    return events
  }

  /// Ends an unfinished sequence: a lone ESC is the Escape key, half a paste is a paste, the rest is dropped.
  public mutating func expire() -> [InputEvent] {
    defer { forget() }
    switch state {
    case .escape: return [.key(.escape)]
    case .singleShift: return [.key(.alt("O"))]
    case .control(let sequence) where sequence.isEmpty: return [.key(.alt("["))]
    case .string(let introducer, empty: true): return [.key(.alt(Character(Unicode.Scalar(introducer))))]
    case .paste: return pasted.finish()
    default: return []
    }
  }

  private mutating func forget() {
    let kept = reports
    self = InputDecoder()
    reports = kept
  }

  private mutating func take(_ byte: UInt8, into events: inout [InputEvent]) {
    switch state {
    case .ground: takeGround(byte, into: &events)
    case .escape: takeEscape(byte, into: &events)
    case .control(let sequence): takeControl(byte, sequence, into: &events)
    case .linuxFunction:
      state = .ground
      if (0x41...0x45).contains(byte) { events.append(.key(.function(Int(byte) - 0x40))) }
    case .singleShift: takeSingleShift(byte, into: &events)
    case .string(let introducer, _): takeString(byte, introducer: introducer)
    case .stringEscape: takeStringEscape(byte, into: &events)
    case .paste: takePaste(byte, into: &events)
    case .skip(let count): state = count > 1 ? .skip(count - 1) : .ground
    }
  }

  private mutating func takeGround(_ byte: UInt8, into events: inout [InputEvent]) {
    if byte >= 0x80 || utf8.isCollecting {
      switch utf8.take(byte) {
      case .more: return
      case .scalar(let scalar): character(scalar, into: &events)
      case .invalid(let again):
        alt = false
        if again { takeGround(byte, into: &events) }
      }
      return
    }
    if byte == 0x1B {
      state = .escape
    } else if byte < 0x20 || byte == 0x7F {
      if let key = Key(controlByte: byte) { events.append(.key(key)) }
    } else {
      character(Unicode.Scalar(byte), into: &events)
    }
  }

  private mutating func character(_ scalar: Unicode.Scalar, into events: inout [InputEvent]) {
    defer { alt = false }
    guard scalar.value >= 0x20, !Sanitizer.isForbidden(scalar.value) else { return }
    events.append(.key(alt ? .alt(Character(scalar)) : .character(Character(scalar))))
  }

  private mutating func takeEscape(_ byte: UInt8, into events: inout [InputEvent]) {
    switch byte {
    case 0x1B: events.append(.key(.escape))
    case UInt8(ascii: "["): state = .control(ControlSequence())
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      state = .string(introducer: byte, empty: true)
      command = []
    case 0..<0x20, 0x7F:
      events.append(.key(.escape))
      state = .ground
      takeGround(byte, into: &events)
    default:
      state = .ground
      alt = true
      takeGround(byte, into: &events)
    }
  }

  private mutating func takeControl(_ byte: UInt8, _ sequence: ControlSequence, into events: inout [InputEvent]) {
    var sequence = sequence
    switch byte {
    case 0x1B: state = .escape
    case UInt8(ascii: "[") where sequence.isEmpty: state = .linuxFunction
    case 0x20...0x3F:
      sequence.append(byte)
      state = .control(sequence)
    case 0x40...0x7E: finish(sequence, final: byte, into: &events)
    default: state = .ground
    }
  }

  private mutating func finish(_ sequence: ControlSequence, final: UInt8, into events: inout [InputEvent]) {
    state = .ground
    if final == UInt8(ascii: "~"), sequence.isPlain, sequence.parameters == [200] {
      state = .paste
    } else if let report = sequence.report(final: final) {
      reports.append(report)
    } else if final == UInt8(ascii: "M"), sequence.isEmpty {
      state = .skip(3)
    } else if let event = sequence.event(final: final) {
      events.append(event)
    }
  }

  private mutating func takeSingleShift(_ byte: UInt8, into events: inout [InputEvent]) {
    if byte == 0x1B {
      state = .escape
    } else if !(0x30...0x3B).contains(byte) {
      state = .ground
      if let key = Key(singleShift: byte) { events.append(.key(key)) }
    }
  }

  private mutating func takeString(_ byte: UInt8, introducer: UInt8) {
    switch byte {
    case 0x1B: state = .stringEscape
    case 0x07: endString()
    case 0x18, 0x1A: state = .ground
    default:
      state = .string(introducer: introducer, empty: false)
      if introducer == UInt8(ascii: "]"), command.count < Self.commandLimit { command.append(byte) }
    }
  }

  private mutating func takeStringEscape(_ byte: UInt8, into events: inout [InputEvent]) {
    if byte == UInt8(ascii: "\\") {
      endString()
    } else {
      state = .escape
      takeEscape(byte, into: &events)
    }
  }

  private mutating func endString() {
    state = .ground
    if let report = TerminalReport(command: command) { reports.append(report) }
    command = []
  }

  private mutating func takePaste(_ byte: UInt8, into events: inout [InputEvent]) {
    guard pasted.take(byte) else { return }
    events += pasted.finish()
    state = .ground
  }
}
