import Terminal

/// A moving picture without a script: each row of each picture is drawn once, and a style sheet shows it in its time, for
/// ever. Where less motion is asked for, the last picture stands still.
public struct SVGFilm: Recorder {
  /// A row as it looks from one frame to before another.
  private struct Scene {
    let row: Int
    let first: Int
    var end: Int
    let elements: String
  }

  private let size: Size
  private let framesPerSecond: Int
  private let paper: Paper
  private var scenes: [Scene] = []
  /// For each row the scene that is on.
  private var current: [Int] = []
  private var last: Surface?
  private var count = 0

  /// - Parameter framesPerSecond: 1 or more.
  public init(size: Size, framesPerSecond: Int, paper: Paper = .dark) {
    precondition(framesPerSecond > 0, "SVGFilm: \(framesPerSecond) frames a second")
    self.size = size
    self.framesPerSecond = framesPerSecond
    self.paper = paper
  }

  public mutating func add(_ picture: Surface) {
    precondition(picture.size == size, "SVGFilm: a picture of \(picture.size) in a recording of \(size)")
    for y in 0..<size.height where last == nil || !Self.isSame(y, picture, last) {
      let scene = Scene(row: y, first: count, end: .max, elements: elements(y, picture))
      if last == nil {
        current.append(scenes.count)
      } else {
        scenes[current[y]].end = count
        current[y] = scenes.count
      }
      scenes.append(scene)
    }
    last = picture
    count += 1
  }

  public func text(_ caption: Caption) -> String {
    // The last picture stays for a while before all begins again.
    let total = max(0, count - 1) + Asciicast.rest * framesPerSecond
    let shown = scenes.filter { !$0.elements.isEmpty }
    let elements = shown.map { element($0, total) }.joined(separator: "\n")
    return SVGDocument(size: size, paper: paper, caption: caption).text(elements, style: style(shown, total))
  }

  private static func isSame(_ y: Int, _ a: Surface, _ b: Surface?) -> Bool {
    guard let b else { return false }
    let row = (y * a.width)..<((y + 1) * a.width)
    return a.cells[row] == b.cells[row]
  }

  private func elements(_ y: Int, _ picture: Surface) -> String {
    var canvas = SVGCanvas(paper: paper)
    canvas.add(row: y, of: picture)
    return canvas.elements
  }

  /// A scene that is not the last of its row is hidden where nothing moves.
  private func element(_ scene: Scene, _ total: Int) -> String {
    guard let name = name(of: scene, total) else { return "<g>\(scene.elements)</g>" }
    let hidden = scene.end == .max ? "" : " visibility=\"hidden\""
    return "<g class=\"s\"\(hidden) style=\"animation-name:\(name)\">\(scene.elements)</g>"
  }

  /// The name of the rule that shows a scene in its time; nil where it is always on.
  private func name(of scene: Scene, _ total: Int) -> String? {
    scene.first == 0 && scene.end >= total ? nil : "k\(scene.first)-\(min(scene.end, total))"
  }

  private func style(_ shown: [Scene], _ total: Int) -> String {
    var rules = Grouped<String>()
    for scene in shown {
      guard let name = name(of: scene, total), !rules.holds(name) else { continue }
      let start = scene.first == 0 ? "" : "0%{visibility:hidden}"
      let end = scene.end >= total ? "" : "\(percent(scene.end, total)){visibility:hidden}"
      rules.append("\(start)\(percent(scene.first, total)){visibility:visible}\(end)", to: name)
    }
    guard !rules.isEmpty else { return "" }
    return rules.joined { "@keyframes \($0){\($1)}" } + ".s{animation:\(seconds(total)) step-end infinite}"
      + "@media (prefers-reduced-motion:reduce){.s{animation:none!important}}"
  }

  private func percent(_ frame: Int, _ total: Int) -> String {
    DecimalText.millionths(frame * 100_000_000 / max(1, total)) + "%"
  }

  private func seconds(_ frames: Int) -> String {
    DecimalText.millionths(frames * 1_000_000 / framesPerSecond) + "s"
  }
}
