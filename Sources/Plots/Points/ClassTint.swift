import Terminal

/// The ground of a class on a decision map: pale where it is unsure, full where it is sure, and a dark ink for what
/// stands on it. The hues are those of the theme's series.
struct ClassTint {
  private let tints: [UInt8]
  private let inkColor: UInt8

  /// Of class `look`; wraps around.
  init(_ look: Int) {
    (tints, inkColor) = Self.all[look % Self.all.count]
  }

  /// The colour at a certainty from 0 (all classes alike) to 1.
  func color(_ certainty: Double) -> Color {
    let level = Int((max(0, min(1, certainty.isNaN ? 0 : certainty)) * Double(tints.count)).rounded(.down))
    return .indexed(tints[min(tints.count - 1, level)])
  }

  var ink: Color { .indexed(inkColor) }

  /// The sign that fills the region of a class where there are no colours.
  static func pattern(_ look: Int, _ tier: GlyphTier) -> Unicode.Scalar {
    let patterns = tier == .ascii ? asciiPatterns : unicodePatterns
    return patterns[look % patterns.count]
  }

  private static let all: [([UInt8], UInt8)] = [
    ([189, 153, 110], 17), ([230, 222, 215], 52), ([225, 218, 211], 52), ([194, 157, 114], 22), ([254, 251, 248], 16),
    ([230, 193, 150], 22), ([195, 159, 117], 24), ([225, 183, 176], 54),
  ]
  private static let unicodePatterns: [Unicode.Scalar] = [" ", "░", "╱", "▒", "╲", "·", "┼", "~"]
  private static let asciiPatterns: [Unicode.Scalar] = [" ", ".", "/", ":", "\\", "'", "=", "~"]
}
