import Support
import Terminal
import Testing

/// Bytes as a terminal sends them, and what they mean.
struct InputCase: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let events: [InputEvent]

  init(_ text: String, _ events: InputEvent...) {
    bytes = Array(text.utf8)
    self.events = events
  }

  init(bytes: [UInt8], _ events: InputEvent...) {
    self.bytes = bytes
    self.events = events
  }

  var testDescription: String { String(decoding: bytes, as: UTF8.self).debugDescription }
}

struct InputDecoderTests {
  static let keys: [InputCase] = [
    InputCase("q", .key(.character("q"))), InputCase(" ", .key(.character(" "))), InputCase("\r", .key(.enter)),
    InputCase("\n", .key(.enter)), InputCase("\t", .key(.tab)), InputCase("\u{7F}", .key(.backspace)),
    InputCase("\u{8}", .key(.backspace)), InputCase("\u{3}", .key(.control("c"))),
    InputCase("\u{1A}", .key(.control("z"))),
    InputCase("\u{0}", .key(.control(" "))), InputCase("\u{1C}", .key(.control("\\"))),
    InputCase("梯度", .key(.character("梯")), .key(.character("度"))), InputCase("🙂", .key(.character("🙂"))),
    InputCase("\u{1B}x", .key(.alt("x"))), InputCase("\u{1B}度", .key(.alt("度"))),
    InputCase("\u{1B}[A", .key(.up)), InputCase("\u{1B}OA", .key(.up)), InputCase("\u{1B}[1;5A", .key(.up)),
    InputCase("\u{1B}[B\u{1B}[C\u{1B}[D", .key(.down), .key(.right), .key(.left)),
    InputCase("\u{1B}OB\u{1B}OC\u{1B}OD", .key(.down), .key(.right), .key(.left)),
    InputCase("\u{1B}[H\u{1B}[F", .key(.home), .key(.end)), InputCase("\u{1B}OH\u{1B}OF", .key(.home), .key(.end)),
    InputCase("\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", .key(.home), .key(.end), .key(.home), .key(.end)),
    InputCase("\u{1B}[2~\u{1B}[3~", .key(.insert), .key(.delete)),
    InputCase("\u{1B}[5~\u{1B}[6;2~", .key(.pageUp), .key(.pageDown)), InputCase("\u{1B}[Z", .key(.backTab)),
    InputCase("\u{1B}OP\u{1B}[11~\u{1B}[[A", .key(.function(1)), .key(.function(1)), .key(.function(1))),
    InputCase("\u{1B}[15~\u{1B}[21~\u{1B}[24~", .key(.function(5)), .key(.function(10)), .key(.function(12))),
    InputCase("\u{1B}[1;2P", .key(.function(1))), InputCase("\u{1B}OM", .key(.enter)),
    InputCase("\u{1B}[97u", .key(.character("a"))), InputCase("\u{1B}[97;5u", .key(.control("a"))),
    InputCase("\u{1B}[97:65;2u", .key(.character("A"))), InputCase("\u{1B}[97;3u", .key(.alt("a"))),
    InputCase("\u{1B}[13u\u{1B}[27u", .key(.enter), .key(.escape)), InputCase("\u{1B}[9;2u", .key(.backTab)),
    InputCase("\u{1B}[27;5;99~", .key(.control("c"))), InputCase("\u{1B}[1;1:1A", .key(.up)),
    InputCase("\u{1B}[I\u{1B}[O", .focus(true), .focus(false)),
    InputCase("\u{1B}\u{1B}[A", .key(.escape), .key(.up)), InputCase("\u{1B}\r", .key(.escape), .key(.enter)),
  ]

  static let mouse: [InputCase] = [
    InputCase("\u{1B}[<0;1;1M", .mouse(MouseEvent(.press, at: Point(x: 0, y: 0)))),
    InputCase("\u{1B}[<0;12;7m", .mouse(MouseEvent(.release, at: Point(x: 11, y: 6)))),
    InputCase("\u{1B}[<32;500;200M", .mouse(MouseEvent(.drag, at: Point(x: 499, y: 199)))),
    InputCase("\u{1B}[<16;3;4M", .mouse(MouseEvent(.press, at: Point(x: 2, y: 3)))),
    InputCase("\u{1B}[<64;3;4M", .mouse(MouseEvent(.wheelUp, at: Point(x: 2, y: 3)))),
    InputCase("\u{1B}[<65;3;4M", .mouse(MouseEvent(.wheelDown, at: Point(x: 2, y: 3)))),
  ]

  static let pastes: [InputCase] = [
    InputCase("\u{1B}[200~quit\rq\r\n\u{1B}[201~", .paste("quit\nq\n")),
    InputCase("\u{1B}[200~\u{1B}[31m\u{3}\u{1B}[20\u{1B}[201~", .paste("[31m[20")),
    InputCase("\u{1B}[200~梯度\u{1B}[201~q", .paste("梯度"), .key(.character("q"))),
    InputCase("\u{1B}[200~\u{1B}\u{1B}[201~", events: []),
    InputCase("\u{1B}[200~\u{1B}[201~", events: []),
  ]

  static let swallowed: [InputCase] = [
    "\u{1B}[13;5u", "\u{1B}[99~", "\u{1B}[201~", "\u{1B}[12;40R", "\u{1B}[1;5R", "\u{1B}[?62;22c", "\u{1B}[>1;10;0c",
    "\u{1B}[?2026;2$y", "\u{1B}[0n", "\u{1B}]11;rgb:1a/2b/3c\u{7}", "\u{1B}]52;c;cQ==\u{1B}\\",
    "\u{1B}P>|XTerm(390)\u{1B}\\",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}^private\u{1B}\\", "\u{1B}Xstring\u{1B}\\",
    "\u{1B}[97;1:3u",
    "\u{1B}[1;1:3A", "\u{1B}[57441u", "\u{1B}[<2;3;4M", "\u{1B}[<35;3;4M", "\u{1B}[<66;3;4M", "\u{1B}[<0;0;4M",
    "\u{1B}[<0;4M",
    "\u{1B}[M #!", "\u{1B}OE", "\u{1B}[E", "\u{1B}[", "\u{1B}[5;5H",
  ].map { InputCase($0.hasSuffix("[") ? $0 + "999999999999;1z" : $0, events: []) }

  static let invalid: [InputCase] = [
    InputCase(bytes: [0xFF], events: []), InputCase(bytes: [0x9B, 0xC3, 0x28], .key(.character("("))),
    InputCase(bytes: [0xC0, 0x80], events: []), InputCase(bytes: [0xE0, 0x80, 0x80], events: []),
    InputCase(bytes: [0xED, 0xA0, 0x80], events: []), InputCase(bytes: [0xF4, 0x90, 0x80, 0x80], events: []),
    InputCase(bytes: [0xC2, 0x9B], events: []), InputCase(bytes: [0xE2, 0x80, 0xAE], events: []),
    InputCase(bytes: [0xE6, 0xA2, 0x1B, 0x5B, 0x41], .key(.up)),
  ]

  static let all = keys + mouse + pastes + swallowed + invalid

  @Test(arguments: all)
  func `bytes become the events they stand for`(input: InputCase) {
    var decoder = InputDecoder()
    #expect(decoder.feed(input.bytes) == input.events)
    #expect(decoder.patience == nil)
  }

  @Test(arguments: all)
  func `bytes may come split anywhere`(input: InputCase) {
    for cut in 0...input.bytes.count {
      var decoder = InputDecoder()
      let events = decoder.feed(input.bytes[..<cut]) + decoder.feed(input.bytes[cut...])
      #expect(events == input.events)
    }
    var decoder = InputDecoder()
    #expect(input.bytes.flatMap { decoder.feed([$0]) } == input.events)
  }

  @Test(arguments: all)
  func `what follows a sequence is not lost`(input: InputCase) {
    var decoder = InputDecoder()
    #expect(decoder.feed(input.bytes + Array("z".utf8)) == input.events + [.key(.character("z"))])
  }

  @Test(arguments: [
    InputCase("\u{1B}", .key(.escape)), InputCase("\u{1B}[", .key(.alt("["))), InputCase("\u{1B}O", .key(.alt("O"))),
    InputCase("\u{1B}]", .key(.alt("]"))), InputCase("\u{1B}P", .key(.alt("P"))), InputCase("\u{1B}[1;", events: []),
    InputCase("\u{1B}]11;rgb", events: []), InputCase("\u{1B}Pabc\u{1B}", events: []),
    InputCase("\u{1B}[[", events: []),
    InputCase("\u{1B}[M!", events: []), InputCase(bytes: [0xE6, 0xA2], events: []),
    InputCase("\u{1B}[200~half \u{1B}[2", .paste("half ")),
  ])
  func `an unfinished sequence ends when its time has passed`(input: InputCase) {
    var decoder = InputDecoder()
    #expect(decoder.feed(input.bytes) == [])
    #expect(decoder.patience != nil)
    #expect(decoder.expire() == input.events)
    #expect(decoder.patience == nil)
    #expect(decoder.feed(Array("z".utf8)) == [.key(.character("z"))])
  }

  @Test func `a lone Escape is known within thirty milliseconds`() throws {
    var decoder = InputDecoder()
    _ = decoder.feed([0x1B])
    #expect(try #require(decoder.patience) <= .milliseconds(30))
  }

  @Test func `a paste is cut at its limit and its end is still found`() {
    var decoder = InputDecoder()
    let flood = Array("\u{1B}[200~".utf8) + [UInt8](repeating: 0x61, count: 3 << 20) + Array("\u{1B}[201~q".utf8)
    let events = decoder.feed(flood)
    #expect(events.count == 2)
    #expect(events.last == .key(.character("q")))
    guard case .paste(let text) = events.first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == 1 << 20)
  }

  @Test(arguments: 0..<8)
  func `random bytes never crash nor leave the decoder deaf`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var decoder = InputDecoder()
    let likely = Array("\u{1B}[]OP<>?;:0123456789~uMmABRX_^\\\u{7}".utf8)
    let bytes = (0..<65_536).map { _ in
      random.next() % 3 == 0 ? likely[Int(random.next() % UInt64(likely.count))] : UInt8(random.next() & 0xFF)
    }
    for event in decoder.feed(bytes) {
      if case .key(.character(let character)) = event {
        #expect(character.unicodeScalars.allSatisfy { $0.value >= 0x20 && !Sanitizer.isForbidden($0.value) })
      }
    }
    _ = decoder.expire()
    #expect(decoder.feed(Array("z".utf8)) == [.key(.character("z"))])
  }
}

extension InputCase {
  init(_ text: String, events: [InputEvent]) { self.init(bytes: Array(text.utf8), events: events) }

  init(bytes: [UInt8], events: [InputEvent]) {
    self.bytes = bytes
    self.events = events
  }
}
