/// How many colours the terminal shows.
public enum ColorTier: String, Sendable, CaseIterable, Codable, Comparable {
  case none, ansi16, ansi256, truecolor

  public static func < (a: ColorTier, b: ColorTier) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .none: 0
    case .ansi16: 1
    case .ansi256: 2
    case .truecolor: 3
    }
  }
}

/// A colour as a drawing asks for it; the backend brings it down to what the terminal has.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// A colour of the 256-colour palette; 0-15 are the user's own theme.
  case indexed(UInt8)
  case rgb(UInt8, UInt8, UInt8)
}

extension Color {
  /// The nearest colour that a terminal of `tier` can show: the 6x6x6 cube and grey ramp of xterm at 256 colours,
  /// the eight bright or dark ones at 16.
  public func reduced(to tier: ColorTier) -> Color {
    switch (self, tier) {
    case (_, .none): return .standard
    case (.standard, _), (_, .truecolor): return self
    case (.indexed, .ansi256): return self
    case (.indexed(let index), .ansi16):
      guard index > 15 else { return self }
      let (r, g, b) = Palette.components(index)
      return .indexed(Palette.nearest16(r, g, b))
    case (.rgb(let r, let g, let b), .ansi256): return .indexed(Palette.nearest256(r, g, b))
    case (.rgb(let r, let g, let b), .ansi16): return .indexed(Palette.nearest16(r, g, b))
    }
  }
}

/// The 256 colours of xterm.
enum Palette {
  private static let steps: [Int] = [0, 95, 135, 175, 215, 255]
  private static let basic: [(Int, Int, Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]

  static func components(_ index: UInt8) -> (UInt8, UInt8, UInt8) {
    let i = Int(index)
    let (r, g, b): (Int, Int, Int)
    if i < 16 {
      (r, g, b) = basic[i]
    } else if i < 232 {
      (r, g, b) = (steps[(i - 16) / 36], steps[(i - 16) / 6 % 6], steps[(i - 16) % 6])
    } else {
      (r, g, b) = (8 + 10 * (i - 232), 8 + 10 * (i - 232), 8 + 10 * (i - 232))
    }
    return (UInt8(r), UInt8(g), UInt8(b))
  }

  static func nearest256(_ r: UInt8, _ g: UInt8, _ b: UInt8) -> UInt8 {
    let level = { (v: UInt8) in v < 48 ? 0 : v < 115 ? 1 : (Int(v) - 35) / 40 }
    let cube = 16 + 36 * level(r) + 6 * level(g) + level(b)
    let grey = 232 + min(23, max(0, (Int(r) + Int(g) + Int(b)) / 3 - 3) / 10)
    return distance(UInt8(cube), r, g, b) <= distance(UInt8(grey), r, g, b) ? UInt8(cube) : UInt8(grey)
  }

  static func nearest16(_ r: UInt8, _ g: UInt8, _ b: UInt8) -> UInt8 {
    (UInt8(0)..<16).min { distance($0, r, g, b) < distance($1, r, g, b) } ?? 7
  }

  private static func distance(_ index: UInt8, _ r: UInt8, _ g: UInt8, _ b: UInt8) -> Int {
    let c = components(index)
    let (dr, dg, db) = (Int(c.0) - Int(r), Int(c.1) - Int(g), Int(c.2) - Int(b))
    return dr * dr + dg * dg + db * db
  }
}
