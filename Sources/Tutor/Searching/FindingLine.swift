import Terminal
import Widgets

/// The line around a finding, cut so that the finding is seen, with the match marked.
struct FindingLine {
  let finding: SearchFinding
  let theme: Theme

  /// At most `width` columns; an ellipsis stands where something was cut.
  func text(width: Int) -> StyledText {
    let characters = Array(finding.line)
    let dots = theme.glyphs == .ascii ? "..." : "…"
    let range = finding.range.clamped(to: 0..<characters.count)
    let match = String(characters[range])
    let before = Self.tail(characters[..<range.lowerBound], columns: max(0, (width - TextWidth.of(match)) / 3), dots)
    var text = StyledText(before, theme.text)
    text.append(match, theme.accent.adding([.bold, .underline]))
    text.append(String(characters[range.upperBound...]), theme.text)
    return text.truncated(to: width, glyphs: theme.glyphs)
  }

  /// The last characters that fit, after an ellipsis where there were more.
  private static func tail(_ characters: ArraySlice<Character>, columns: Int, _ dots: String) -> String {
    var room = columns
    var kept: [Character] = []
    for character in characters.reversed() {
      room -= TextWidth.of(String(character))
      guard room >= 0 else { return dots + String(kept.reversed()) }
      kept.append(character)
    }
    return String(kept.reversed())
  }
}
