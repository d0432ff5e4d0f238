import Terminal

/// Where the parts of the picture stand: the stages above, the maps below, and beside them, on a wide pane, why the chosen
/// number is what it is.
struct SelfAttentionLayout {
  let heading: Rect
  let picture: Rect
  let side: Rect

  init(_ size: Size) {
    let rows = size.height >= 10 ? 2 : size.height >= 5 ? 1 : 0
    let (top, rest) = Rect(size).splitTop(rows)
    heading = top
    (picture, side) = Self.split(rest)
  }

  private static func split(_ rest: Rect) -> (Rect, Rect) {
    guard rest.width >= 104, rest.height >= 8 else { return (rest, Rect(x: rest.maxX, y: rest.y, width: 0, height: 0)) }
    let (picture, side) = rest.splitRight(44)
    return (picture, side.inset(x: 2))
  }
}
