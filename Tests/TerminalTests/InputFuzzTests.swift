import Support
import Terminal
import Testing

struct InputFuzzTests {
  /// Bytes of sequences that terminals send, damaged at random.
  private static func bytes(_ seed: Int) -> [UInt8] {
    var dice = SplitMix(seed: UInt64(seed))
    var bytes = (0..<200).flatMap { _ in InputDecoderTests.all.randomElement(using: &dice)?.bytes ?? [] }
    for _ in 0..<bytes.count / 8 {
      let at = Int.random(in: 0..<bytes.count, using: &dice)
      switch Int.random(in: 0..<3, using: &dice) {
      case 0: bytes.remove(at: at)
      case 1: bytes.insert(bytes[at], at: Int.random(in: 0..<bytes.count, using: &dice))
      default: bytes[at] = UInt8.random(in: 0...255, using: &dice)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<60)
  func `damaged input means the same however it is split`(seed: Int) {
    let bytes = Self.bytes(seed)
    var whole = InputDecoder()
    let events = whole.feed(bytes)
    var single = InputDecoder()
    #expect(bytes.flatMap { single.feed([$0]) } == events)
    var dice = SplitMix(seed: UInt64(seed))
    var (chunked, taken, at) = (InputDecoder(), [InputEvent](), 0)
    while at < bytes.count {
      let end = min(bytes.count, at + Int.random(in: 1...40, using: &dice))
      taken += chunked.feed(bytes[at..<end])
      at = end
    }
    #expect(taken == events)
  }

  @Test(arguments: 0..<60)
  func `damaged input gives no character that commands a terminal, and leaves the decoder listening`(seed: Int) {
    var decoder = InputDecoder()
    for event in decoder.feed(Self.bytes(seed)) + decoder.expire() {
      switch event {
      case .key(.character(let character)), .key(.alt(let character)):
        #expect(character.unicodeScalars.allSatisfy { $0.value >= 0x20 && !Sanitizer.isForbidden($0.value) })
      case .paste(let text): #expect(!text.unicodeScalars.contains { Sanitizer.isForbidden($0.value) })
      default: break
      }
    }
    #expect(decoder.patience == nil)
    #expect(decoder.feed([0x7A]) == [.key(.character("z"))])
  }
}
