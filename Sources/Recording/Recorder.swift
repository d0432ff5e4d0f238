import Terminal

/// Takes pictures of one size, one after another, and makes a file of them. Same pictures, same bytes.
public protocol Recorder {
  /// Takes the next picture.
  mutating func add(_ picture: Surface)

  /// The whole file.
  func text(_ caption: Caption) -> String
}

/// What a recording says of itself in words, for lists and for screen readers.
public struct Caption: Hashable, Sendable {
  public var title: String
  /// What the last picture shows, in a sentence or two.
  public var description: String
  /// A language tag: `en`, `zh`.
  public var language: String

  public init(title: String, description: String, language: String) {
    self.title = Sanitizer.clean(title)
    self.description = Sanitizer.clean(description)
    self.language = language
  }
}

/// What the terminal's own foreground and background look like in a recording.
public struct Paper: Hashable, Sendable {
  public let foreground: Ink
  public let background: Ink

  public init(foreground: Ink, background: Ink) {
    self.foreground = foreground
    self.background = background
  }

  /// What a theme paints, or where it leaves that to the terminal, light on dark.
  public init(_ theme: Theme) {
    foreground = Ink(theme.foreground, standard: Self.dark.foreground)
    background = Ink(theme.background, standard: Self.dark.background)
  }

  public static let dark = Paper(foreground: Ink(0xD4, 0xD7, 0xDD), background: Ink(0x16, 0x19, 0x1F))
  public static let light = Paper(foreground: Ink(0x24, 0x29, 0x2F), background: Ink(0xFF, 0xFF, 0xFF))
}

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
