/// Puts scalars together from UTF-8 bytes that come one by one; refuses overlong forms and surrogates.
struct UTF8Collector: Hashable, Sendable {
  enum Step: Hashable {
    case more
    case scalar(Unicode.Scalar)
    /// Not UTF-8; `again` when this byte may begin something new.
    case invalid(again: Bool)
  }

  private var value: UInt32 = 0
  private var needed = 0
  private var least: UInt32 = 0

  var isCollecting: Bool { needed > 0 }

  mutating func take(_ byte: UInt8) -> Step {
    isCollecting ? continuation(byte) : lead(byte)
  }

  private mutating func lead(_ byte: UInt8) -> Step {
    switch byte {
    case 0xC2...0xDF: begin(byte & 0x1F, more: 1, least: 0x80)
    case 0xE0...0xEF: begin(byte & 0x0F, more: 2, least: 0x800)
    case 0xF0...0xF4: begin(byte & 0x07, more: 3, least: 0x10000)
    default: .invalid(again: false)
    }
  }

  private mutating func begin(_ bits: UInt8, more: Int, least: UInt32) -> Step {
    (value, needed, self.least) = (UInt32(bits), more, least)
    return .more
  }

  private mutating func continuation(_ byte: UInt8) -> Step {
    guard byte & 0xC0 == 0x80 else {
      needed = 0
      return .invalid(again: true)
    }
    value = value << 6 | UInt32(byte & 0x3F)
    needed -= 1
    guard needed == 0 else { return .more }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return .invalid(again: false) }
    return .scalar(scalar)
  }
}
