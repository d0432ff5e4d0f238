/// The codes by which terminals name keys.
extension Key {
  /// A C0 control byte or DEL.
  init?(controlByte byte: UInt8) {
    switch byte {
    case 0x00: self = .control(" ")
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(byte + 0x40)))
    default: return nil
    }
  }

  /// The letter after `ESC O`, and the final letter of `CSI` with the same meaning.
  init?(singleShift byte: UInt8) {
    switch Unicode.Scalar(byte) {
    case "A": self = .up
    case "B": self = .down
    case "C": self = .right
    case "D": self = .left
    case "H": self = .home
    case "F": self = .end
    case "M": self = .enter
    case "P", "Q", "R", "S": self = .function(Int(byte) - 0x4F)
    case "j"..."y": self = .character(Character(Unicode.Scalar(byte - 0x40)))
    default: return nil
    }
  }

  /// An arrow with Alt, as `CSI 1 ; 3 D` gives it; other keys as they are.
  var withAlt: Key {
    switch self {
    case .left: .altLeft
    case .right: .altRight
    default: self
    }
  }

  /// The number before `~`.
  init?(tilde code: Int) {
    switch code {
    case 1, 7: self = .home
    case 2: self = .insert
    case 3: self = .delete
    case 4, 8: self = .end
    case 5: self = .pageUp
    case 6: self = .pageDown
    case 11...15: self = .function(code - 10)
    case 17...21: self = .function(code - 11)
    case 23, 24: self = .function(code - 12)
    default: return nil
    }
  }

  /// A code point with xterm's modifiers (1 + shift 1, alt 2, ctrl 4), as `CSI u` and modifyOtherKeys give them.
  /// A named key with Ctrl or Alt is nothing that we know.
  init?(code: Int, modifiers: Int) {
    let bits = max(0, modifiers - 1)
    guard let code = UInt32(exactly: code), let scalar = Unicode.Scalar(code), bits & ~0b1100_0111 == 0 else {
      return nil
    }
    let isNamed = code < 0x20 || code == 0x7F
    switch (bits & 4 != 0, bits & 2 != 0) {
    case (false, false) where isNamed:
      guard [0x08, 0x09, 0x0D, 0x1B, 0x7F].contains(code) else { return nil }
      self = code == 9 && bits & 1 != 0 ? .backTab : Key(controlByte: UInt8(code)) ?? .escape
    case _ where isNamed || Sanitizer.isForbidden(code) || (0xE000...0xF8FF).contains(code): return nil
    case (false, false): self = .character(Character(scalar))
    case (true, false): self = .control(Character(scalar.properties.lowercaseMapping.first.map(String.init) ?? " "))
    case (false, true): self = .alt(Character(scalar))
    case (true, true): return nil
    }
  }
}
