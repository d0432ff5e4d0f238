import Terminal

/// Brackets of any height.
enum Delimiters {
  /// One string a row, from the top; empty strings where there is no delimiter.
  static func column(_ delimiter: String, height: Int, glyphs: GlyphTier) -> [String] {
    guard !delimiter.isEmpty else { return Array(repeating: "", count: height) }
    guard height > 1 else { return [glyphs == .unicode ? delimiter : ascii(delimiter)] }
    let shape = glyphs == .unicode ? unicodeShape(delimiter) : asciiShape(delimiter)
    return (0..<height).map { row in
      if row == 0 { return shape.top }
      if row == height - 1 { return shape.bottom }
      return row == height / 2 ? shape.waist : shape.middle
    }
  }

  private typealias Shape = (top: String, middle: String, waist: String, bottom: String)

  private static func unicodeShape(_ delimiter: String) -> Shape {
    switch delimiter {
    case "(": ("⎛", "⎜", "⎜", "⎝")
    case ")": ("⎞", "⎟", "⎟", "⎠")
    case "[": ("⎡", "⎢", "⎢", "⎣")
    case "]": ("⎤", "⎥", "⎥", "⎦")
    case "{": ("⎧", "⎪", "⎨", "⎩")
    case "}": ("⎫", "⎪", "⎬", "⎭")
    case "⌊": ("⎢", "⎢", "⎢", "⎣")
    case "⌋": ("⎥", "⎥", "⎥", "⎦")
    case "⌈": ("⎡", "⎢", "⎢", "⎢")
    case "⌉": ("⎤", "⎥", "⎥", "⎥")
    case "|": ("│", "│", "│", "│")
    case "⟨": ("╱", "⟨", "⟨", "╲")
    case "⟩": ("╲", "⟩", "⟩", "╱")
    default: (delimiter, delimiter, delimiter, delimiter)
    }
  }

  private static func asciiShape(_ delimiter: String) -> Shape {
    switch delimiter {
    case "(", "⟨": ("/", "|", "|", "\\")
    case ")", "⟩": ("\\", "|", "|", "/")
    case "{": ("/", "|", "<", "\\")
    case "}": ("\\", "|", ">", "/")
    case "[": ("[", "[", "[", "[")
    case "]": ("]", "]", "]", "]")
    case "⌊": ("| ", "| ", "| ", "|_")
    case "⌋": (" |", " |", " |", "_|")
    case "⌈": ("|-", "| ", "| ", "| ")
    case "⌉": ("-|", " |", " |", " |")
    default: (ascii(delimiter), ascii(delimiter), ascii(delimiter), ascii(delimiter))
    }
  }

  /// The delimiter in one row of ASCII.
  static func ascii(_ delimiter: String) -> String {
    switch delimiter {
    case "⟨": "<"
    case "⟩": ">"
    case "‖": "||"
    case "⌊": "floor("
    case "⌈": "ceil("
    case "⌋", "⌉": ")"
    default: delimiter.allSatisfy(\.isASCII) ? delimiter : "|"
    }
  }
}
