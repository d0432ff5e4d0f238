import Terminal

/// Colours for numbers, with few levels so that a live picture stays cheap to repaint.
///
/// Both are ordered by lightness and safe for colour-blind eyes. The colours are those of the 256-colour palette
/// nearest to viridis (van der Walt and Smith, 2015) and to blue-white-orange.
public enum ColorMap: Hashable, Sendable {
  /// Dark violet (low) to yellow (high).
  case sequential
  /// Blue (low) through white (middle) to orange (high).
  case diverging

  private static let viridis: [UInt8] = [53, 54, 55, 24, 30, 36, 72, 77, 113, 149, 190, 226]
  private static let blueOrange: [UInt8] = [25, 32, 74, 117, 153, 255, 223, 215, 208, 166, 130]
  private static let white: Set<UInt8> = [53, 54, 55, 24, 30, 25, 32, 166, 130]
  private static let shades: [Unicode.Scalar] = [" ", "░", "▒", "▓", "█"]
  private static let asciiShades: [Unicode.Scalar] = [" ", ".", ":", "-", "=", "+", "*", "#", "%", "@"]

  private static let asciiAbove: [Unicode.Scalar] = [" ", "+", "*", "#", "@"]
  private static let below: [Unicode.Scalar] = [" ", "-", "=", "≡"]
  private static let asciiBelow: [Unicode.Scalar] = [" ", "-", "=", "%"]

  private var palette: [UInt8] { self == .sequential ? Self.viridis : Self.blueOrange }

  /// How many colours it has.
  public var levels: Int { palette.count }

  /// The colour at a place from 0 to 1; places outside take the end's.
  public func color(_ fraction: Double) -> Color { .indexed(palette[Self.level(fraction, of: levels)]) }

  /// A readable style for text on the colour at a place.
  public func style(_ fraction: Double) -> Style {
    let index = palette[Self.level(fraction, of: levels)]
    return Style(.indexed(Self.white.contains(index) ? 231 : 16), on: .indexed(index))
  }

  /// The shade that stands for a place where there are no colours: blank the lowest, of the diverging map the middle,
  /// with blocks above it and strokes below.
  public func shade(_ fraction: Double, _ tier: GlyphTier) -> Unicode.Scalar {
    guard self == .diverging else {
      let glyphs = tier == .unicode ? Self.shades : Self.asciiShades
      return glyphs[Self.level(fraction, of: glyphs.count)]
    }
    let side = fraction.isFinite ? max(-1, min(1, 2 * fraction - 1)) : -1
    let glyphs =
      side > 0
      ? tier == .unicode ? Self.shades : Self.asciiAbove : tier == .unicode ? Self.below : Self.asciiBelow
    return glyphs[Int((abs(side) * Double(glyphs.count - 1)).rounded())]
  }

  private static func level(_ fraction: Double, of count: Int) -> Int {
    guard fraction.isFinite else { return 0 }
    return min(count - 1, max(0, Int(max(-1, min(2, fraction)) * Double(count))))
  }
}
