import Terminal

/// Gathers the letters of one row into stretches of text, with the place of each.
struct SVGWords {
  private let y: Int
  private var lettering: Lettering?
  private var text = ""
  private var places: [Int] = []
  /// The first column behind the stretch.
  private var end = 0

  init(y: Int) { self.y = y }

  /// Adds a cell of column `x`; a stretch goes on over one blank at most.
  mutating func add(_ cell: Cell, at x: Int, _ next: Lettering, to texts: inout Grouped<Lettering>) {
    // How many places a character of several code units takes is not the same everywhere: it stands alone.
    let isAlone = cell.mark != 0 || cell.scalar > 0xFFFF
    let isGoingOn = lettering == next && x - end <= 1 && !isAlone
    if !isGoingOn { end(to: &texts) }
    if !text.isEmpty, x > end {
      text += " "
      places.append(end * SVGCanvas.cellWidth)
    }
    lettering = next
    text += cell.text
    places.append(x * SVGCanvas.cellWidth)
    end = x + TextWidth.of(cell.scalar)
    if isAlone { end(to: &texts) }
  }

  /// Hands over the stretch begun.
  mutating func end(to texts: inout Grouped<Lettering>) {
    if let lettering, !text.isEmpty {
      let places = places.map { String($0) }.joined(separator: " ")
      texts.append("<text x=\"\(places)\" y=\"\(y)\">\(XMLText.escaped(text))</text>", to: lettering)
    }
    (lettering, text, places) = (nil, "", [])
  }
}
