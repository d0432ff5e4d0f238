import Terminal

/// Rows of cells as the elements of an SVG: backgrounds, blocks, lines and dots as shapes, the rest as text of which
/// every character has its place, so that no font can move a column.
///
/// A cell is 8 by 16.
struct SVGCanvas {
  static let cellWidth = 8
  static let cellHeight = 16
  /// From the top of a cell down to the line on which letters stand.
  static let baseline = 12

  private struct Stroke: Hashable {
    let ink: Ink
    let isHeavy: Bool
  }

  private let paper: Paper
  private var grounds = Grouped<Ink>()
  private var blocks = Grouped<Ink>()
  private var strokes = Grouped<Stroke>()
  private var dots = Grouped<Ink>()
  private var texts = Grouped<Lettering>()

  init(paper: Paper) { self.paper = paper }

  /// Adds row `y` of a picture at its place.
  mutating func add(row y: Int, of surface: Surface) {
    addGrounds(y, surface)
    var words = SVGWords(y: y * Self.cellHeight + Self.baseline)
    var rule = Rule(y: y)
    for x in 0..<surface.width {
      let cell = surface[x, y]
      guard !cell.isContinuation, cell.scalar != 0x20 else { continue }
      let look = CellLook(cell.style, paper)
      let origin = Point(x: x * Self.cellWidth, y: y * Self.cellHeight)
      if let block = BlockGlyph(cell.scalar) {
        add(block, at: origin, look)
      } else if let box = BoxGlyph(cell.scalar) {
        add(box, at: origin, look, &rule)
      } else if let points = BrailleGlyph.dots(cell.scalar) {
        add(points, at: origin, look)
      } else {
        words.add(cell, at: x, Lettering(look, isWide: TextWidth.of(cell.scalar) == 2), to: &texts)
      }
    }
    end(&rule)
    words.end(to: &texts)
  }

  /// All that was added, backgrounds first.
  var elements: String {
    let filled = grounds.joined { path("fill", $0, $1) } + blocks.joined { path("fill", $0, $1) }
    let lined = strokes.joined { stroke, data in
      "<path stroke=\"\(stroke.ink.hexadecimal)\"\(stroke.isHeavy ? " stroke-width=\"2.6\"" : "") d=\"\(data)\"/>"
    }
    let dotted = dots.joined { path("stroke", $0, $1) }
    let lettered = texts.joined { "<g \($0.attributes)>\($1)</g>" }
    return (filled.isEmpty ? "" : "<g shape-rendering=\"crispEdges\">\(filled)</g>")
      + (lined.isEmpty ? "" : "<g fill=\"none\" stroke-width=\"1.2\" stroke-linecap=\"square\">\(lined)</g>")
      + (dotted.isEmpty ? "" : "<g fill=\"none\" stroke-width=\"2.6\" stroke-linecap=\"round\">\(dotted)</g>")
      + lettered
  }

  private func path(_ attribute: String, _ ink: Ink, _ data: String) -> String {
    "<path \(attribute)=\"\(ink.hexadecimal)\" d=\"\(data)\"/>"
  }

  // MARK: Shapes

  private mutating func addGrounds(_ y: Int, _ surface: Surface) {
    var (start, ground) = (0, Ink?.none)
    for x in 0...surface.width {
      let next = x < surface.width ? CellLook(surface[x, y].style, paper).ground : nil
      guard next != ground || x == surface.width else { continue }
      if let ground {
        let origin = Point(x: start * Self.cellWidth, y: y * Self.cellHeight)
        let run = Rect(x: 0, y: 0, width: (x - start) * Self.cellWidth, height: Self.cellHeight)
        grounds.append(Self.data(run, at: origin), to: ground)
      }
      (start, ground) = (x, next)
    }
  }

  private mutating func add(_ block: BlockGlyph, at origin: Point, _ look: CellLook) {
    let ink = look.ink.mixed(with: look.ground ?? paper.background, share: 1 - block.density)
    for part in block.parts { blocks.append(Self.data(part, at: origin), to: ink) }
  }

  private mutating func add(_ points: [Point], at origin: Point, _ look: CellLook) {
    var last = Point(x: 0, y: 0)
    for (index, point) in points.enumerated() {
      let move =
        index == 0
        ? "M\(origin.x + point.x) \(origin.y + point.y)" : "m\(point.x - last.x) \(point.y - last.y)"
      dots.append(move + "h0", to: look.ink)
      last = point
    }
  }

  private static func data(_ rect: Rect, at origin: Point) -> String {
    "M\(origin.x + rect.x) \(origin.y + rect.y)h\(rect.width)v\(rect.height)h-\(rect.width)z"
  }

  // MARK: Lines

  /// A horizontal line through several cells, while it goes on.
  private struct Rule {
    let y: Int
    var stroke: Stroke?
    var start = 0
    var end = 0
  }

  private mutating func add(_ box: BoxGlyph, at origin: Point, _ look: CellLook, _ rule: inout Rule) {
    switch box {
    case .path(let data, let isHeavy):
      strokes.append("M\(origin.x) \(origin.y)\(data)", to: Stroke(ink: look.ink, isHeavy: isHeavy))
    case .arms(let arms): add(arms, at: origin, look.ink, &rule)
    }
  }

  private mutating func add(_ arms: BoxGlyph.Arms, at origin: Point, _ ink: Ink, _ rule: inout Rule) {
    let (x, y) = (origin.x, origin.y)
    if arms.left == arms.right {
      draw(arms.left, ink, from: x, to: x + Self.cellWidth, &rule)
    } else {
      draw(arms.left, ink, from: x, to: x + 4, &rule)
      draw(arms.right, ink, from: x + 4, to: x + Self.cellWidth, &rule)
    }
    if arms.up == arms.down {
      draw(arms.up, ink, "M\(x + 4) \(y)v16")
    } else {
      draw(arms.up, ink, "M\(x + 4) \(y)v8")
      draw(arms.down, ink, "M\(x + 4) \(y + 8)v8")
    }
  }

  private mutating func draw(_ weight: Int, _ ink: Ink, _ data: String) {
    if weight > 0 { strokes.append(data, to: Stroke(ink: ink, isHeavy: weight == 2)) }
  }

  private mutating func draw(_ weight: Int, _ ink: Ink, from start: Int, to end: Int, _ rule: inout Rule) {
    guard weight > 0 else { return }
    let stroke = Stroke(ink: ink, isHeavy: weight == 2)
    if rule.stroke != stroke || rule.end != start {
      self.end(&rule)
      (rule.stroke, rule.start) = (stroke, start)
    }
    rule.end = end
  }

  private mutating func end(_ rule: inout Rule) {
    if let stroke = rule.stroke {
      strokes.append("M\(rule.start) \(rule.y * Self.cellHeight + 8)h\(rule.end - rule.start)", to: stroke)
    }
    rule.stroke = nil
  }
}
