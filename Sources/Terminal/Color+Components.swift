extension Color {
  /// Red, green and blue, 0 to 255 each, of xterm's palette; nil for the terminal's own foreground or background.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .standard: return nil
    case .indexed(let index):
      let (red, green, blue) = Palette.components(index)
      return (red, green, blue)
    case .rgb(let red, let green, let blue): return (red, green, blue)
    }
  }
}
