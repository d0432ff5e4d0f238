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
