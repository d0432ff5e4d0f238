import Terminal

/// A colour of a recording.
public struct Ink: Hashable, Sendable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

  /// The colour on this paper's side; `standard` is the paper's own.
  init(_ color: Color, standard: Ink) {
    self = color.components.map { Ink($0.red, $0.green, $0.blue) } ?? standard
  }

  /// `#d4d7dd`.
  var hexadecimal: String { "#" + [red, green, blue].map(Self.digits).joined() }

  /// This colour with a share of another, from 0 to 1.
  func mixed(with other: Ink, share: Double) -> Ink {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) * (1 - share) + Double(b) * share).rounded()) }
    return Ink(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
  }

  private static func digits(_ value: UInt8) -> String {
    let digits = String(value, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}
