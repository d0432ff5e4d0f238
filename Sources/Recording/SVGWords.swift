import Terminal

/// What a cell looks like on its paper.
struct CellLook: Hashable {
  let ink: Ink
  /// Nil: the paper itself.
  let ground: Ink?
  let attributes: Attributes

  init(_ style: Style, _ paper: Paper) {
    let ink = Ink(style.foreground, standard: paper.foreground)
    let ground = style.background == .standard ? nil : Ink(style.background, standard: paper.background)
    let isReversed = style.attributes.contains(.reverse)
    let (front, back) = isReversed ? (ground ?? paper.background, ink) : (ink, ground)
    self.ink = style.attributes.contains(.dim) ? front.mixed(with: back ?? paper.background, share: 0.4) : front
    self.ground = back == paper.background ? nil : back
    attributes = style.attributes.subtracting([.reverse, .dim])
  }
}

/// What the letters of a stretch of text have in common.
struct Lettering: Hashable {
  private let ink: Ink
  private let style: Attributes
  /// Two columns a character.
  let isWide: Bool

  init(_ look: CellLook, isWide: Bool) {
    ink = look.ink
    style = look.attributes
    self.isWide = isWide
  }

  /// For the group that holds the text.
  var attributes: String {
    var text = "fill=\"\(ink.hexadecimal)\""
    if isWide { text += " font-size=\"15\"" }
    if style.contains(.bold) { text += " font-weight=\"700\"" }
    if style.contains(.italic) { text += " font-style=\"italic\"" }
    if style.contains(.underline) { text += " text-decoration=\"underline\"" }
    return text
  }
}

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
