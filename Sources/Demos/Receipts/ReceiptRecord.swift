import Terminal

/// The parts of a receipt's record: knobs, keys, typed text, clicks.
extension ByteWriter {
  mutating func knob(_ id: String, _ value: KnobValue) {
    fixed(FNV.of(id, bits: 16), 2)
    switch value {
    case .number(let number): decimal(number)
    case .choice(let choice): fixed(FNV.of(choice, bits: 16), 2)
    }
  }

  mutating func inputs(_ inputs: [StampedInput]) {
    number(UInt64(inputs.count))
    var before = 0
    for stamped in inputs {
      number(UInt64(stamped.step - before))
      before = stamped.step
      input(stamped.input)
    }
  }

  private mutating func input(_ input: DemoInput) {
    switch input {
    case .key(let key):
      byte(0)
      self.key(key)
    case .text(let text):
      byte(1)
      self.text(text)
    case .knob(let id, let value):
      byte(2)
      knob(id, value)
    case .mouse(let event, let size):
      byte(3)
      byte(UInt8(MouseEvent.Action.recorded.firstIndex(of: event.action) ?? 0))
      for number in [event.position.x, event.position.y, size.width, size.height] { signed(Int64(number)) }
    }
  }

  private mutating func key(_ key: Key) {
    switch key {
    case .character(let character): lettered(0, character)
    case .control(let character): lettered(1, character)
    case .alt(let character): lettered(2, character)
    case .function(let number):
      byte(3)
      byte(UInt8(clamping: number))
    default: byte(4 + UInt8(Key.recorded.firstIndex(of: key) ?? 0))
    }
  }

  private mutating func lettered(_ kind: UInt8, _ character: Character) {
    byte(kind)
    text(String(character))
  }

  /// A number as its shortest decimal form: digits and a power of ten.
  private mutating func decimal(_ number: Double) {
    let parts = "\(number)".split(separator: "e")
    let places = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var fraction = places.count > 1 ? places[1] : ""
    while fraction.last == "0" { fraction.removeLast() }
    signed(Int64(places[0] + fraction) ?? 0)
    signed((parts.count > 1 ? Int64(parts[1]) ?? 0 : 0) - Int64(fraction.count))
  }
}

extension ByteReader {
  mutating func knob(_ card: DemoCard) throws(Broken) -> (id: String, value: KnobValue) {
    let name = try fixed(2)
    guard let knob = card.knobs.first(where: { FNV.of($0.id, bits: 16) == name }) else { throw Broken() }
    guard case .choice(let choices) = knob.range else { return (knob.id, .number(try decimal())) }
    let choice = try fixed(2)
    guard let found = choices.first(where: { FNV.of($0.id, bits: 16) == choice }) else { throw Broken() }
    return (knob.id, .choice(found.id))
  }

  mutating func inputs(_ card: DemoCard, atMost most: Int) throws(Broken) -> [StampedInput] {
    var (inputs, step) = ([StampedInput](), 0)
    for _ in 0..<(try count(atMost: most)) {
      step += try count(atMost: 10_000_000)
      inputs.append(StampedInput(step: step, input: try input(card)))
    }
    return inputs
  }

  private mutating func input(_ card: DemoCard) throws(Broken) -> DemoInput {
    switch try byte() {
    case 0: return .key(try key())
    case 1: return .text(try text())
    case 2:
      let (id, value) = try knob(card)
      return .knob(id, value)
    case 3:
      let action = Int(try byte())
      guard MouseEvent.Action.recorded.indices.contains(action) else { throw Broken() }
      let position = Point(x: try place(), y: try place())
      let size = Size(width: max(0, try place()), height: max(0, try place()))
      return .mouse(MouseEvent(MouseEvent.Action.recorded[action], at: position), in: size)
    default: throw Broken()
    }
  }

  private mutating func key() throws(Broken) -> Key {
    switch try byte() {
    case 0: return .character(try character())
    case 1: return .control(try character())
    case 2: return .alt(try character())
    case 3: return .function(Int(try byte()))
    case let named where Key.recorded.indices.contains(Int(named) - 4): return Key.recorded[Int(named) - 4]
    default: throw Broken()
    }
  }

  private mutating func character() throws(Broken) -> Character {
    let letters = try text()
    guard letters.count == 1, let character = letters.first else { throw Broken() }
    return character
  }

  private mutating func place() throws(Broken) -> Int {
    let place = try signed()
    guard (-10_000...10_000).contains(place) else { throw Broken() }
    return Int(place)
  }

  private mutating func decimal() throws(Broken) -> Double {
    let (digits, power) = (try signed(), try signed())
    guard (-400...400).contains(power), let number = Double("\(digits)e\(power)") else { throw Broken() }
    return number
  }
}

extension Key {
  /// The keys with names, in the order in which receipts number them: only ever added to at the end.
  fileprivate static let recorded: [Key] = [
    .up, .down, .left, .right, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .home, .end, .pageUp,
    .pageDown,
  ]
}

extension MouseEvent.Action {
  /// In the order in which receipts number them: only ever added to at the end.
  fileprivate static let recorded: [MouseEvent.Action] = [.press, .release, .drag, .wheelUp, .wheelDown]
}
