import Terminal

/// What every picture of the tutor must keep to.
enum Picture {
  /// Cells that must never reach a terminal, and wide characters cut in half.
  static func faults(_ surface: Surface) -> [String] {
    var faults: [String] = []
    for y in 0..<surface.height {
      for x in 0..<surface.width {
        let cell = surface[x, y]
        if cell.isContinuation {
          if x == 0 || TextWidth.of(surface[x - 1, y].scalar) != 2 { faults.append("half a character at \(x),\(y)") }
          continue
        }
        for scalar in [cell.scalar, cell.mark] where scalar != 0 {
          if scalar < 0x20 || Sanitizer.isForbidden(scalar) { faults.append("\(scalar) at \(x),\(y)") }
        }
        if TextWidth.of(cell.scalar) == 2, x + 1 == surface.width || !surface[x + 1, y].isContinuation {
          faults.append("a cut character at \(x),\(y)")
        }
      }
    }
    return faults
  }

  /// Characters that a drawing must not use where only ASCII may be drawn: boxes, blocks, braille and marks.
  /// Lesson text keeps its own characters, arrows among them.
  static func drawnBeyondASCII(_ surface: Surface) -> [String] {
    surface.cells.compactMap { cell in
      switch cell.scalar {
      case 0x2500...0x27BF, 0x2800...0x28FF: cell.text
      default: nil
      }
    }
  }

  /// Characters above 0x7E, whatever they are.
  static func beyondASCII(_ surface: Surface) -> [String] {
    surface.cells.compactMap { $0.scalar > 0x7E || $0.mark != 0 ? $0.text : nil }
  }
}
