import Foundation
import Terminal

/// A picture as lines for standard output, with colours where they are seen.
enum SurfacePrinting {
  /// What standard output can show: nothing in a pipe, on a dumb terminal, and where `NO_COLOR` is set.
  static func tier(ascii: Bool, environment: [String: String] = ProcessInfo.processInfo.environment) -> ColorTier {
    let term = environment["TERM"] ?? ""
    guard !ascii, isatty(1) == 1, environment["NO_COLOR", default: ""].isEmpty, !["", "dumb"].contains(term) else {
      return .none
    }
    if ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") { return .truecolor }
    return term.contains("256color") ? .ansi256 : .ansi16
  }

  /// The rows, blank ones at the end left out; styled where there are colours.
  static func text(_ surface: Surface, colors: ColorTier) -> String {
    var lines = (0..<surface.height).map { y in
      colors == .none ? surface.lines[y] : line(surface, y, colors)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private static func line(_ surface: Surface, _ y: Int, _ colors: ColorTier) -> String {
    var text = ""
    var last = Style.plain
    let end = (0..<surface.width).last { surface[$0, y] != .blank } ?? -1
    for x in 0..<end + 1 {
      let cell = surface[x, y]
      if cell.style != last {
        text += "\u{1B}[0" + codes(cell.style, colors) + "m"
        last = cell.style
      }
      text += cell.text
    }
    return last == .plain ? text : text + "\u{1B}[0m"
  }

  /// The numbers of ECMA-48 behind the reset.
  private static func codes(_ style: Style, _ colors: ColorTier) -> String {
    let attributes: [(Attributes, String)] = [
      (.bold, ";1"), (.dim, ";2"), (.italic, ";3"), (.underline, ";4"), (.reverse, ";7"),
    ]
    return attributes.filter { style.attributes.contains($0.0) }.map(\.1).joined()
      + color(style.foreground.reduced(to: colors), 30) + color(style.background.reduced(to: colors), 40)
  }

  private static func color(_ color: Color, _ base: Int) -> String {
    switch color {
    case .standard: ""
    case .indexed(let index) where index < 16: ";\(base + (index < 8 ? Int(index) : Int(index) + 52))"
    case .indexed(let index): ";\(base + 8);5;\(index)"
    case .rgb(let red, let green, let blue): ";\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}
