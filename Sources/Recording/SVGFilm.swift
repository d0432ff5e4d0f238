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
    // The last picture stays for two seconds before all begins again.
    let total = max(0, count - 1) + Asciicast.rest * framesPerSecond
    let shown = scenes.filter { !$0.elements.isEmpty }
    let elements = shown.map { element($0, total: total) }.joined(separator: "\n")
    return SVGDocument(size: size, paper: paper, caption: caption).text(elements, style: style(shown, total: total))
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

  private func element(_ scene: Scene, total: Int) -> String {
    let end = min(scene.end, total)
    if scene.first == 0 && end == total { return "<g>\(scene.elements)</g>" }
    let names = scene.end == .max ? "s e" : "s"
    let animation = "k\(end - scene.first) \(seconds(total)) step-end \(seconds(scene.first)) infinite"
    return "<g class=\"\(names)\" style=\"animation:\(animation)\">\(scene.elements)</g>"
  }

  /// A rule for each length of time that a row is on.
  private func style(_ shown: [Scene], total: Int) -> String {
    let moving = shown.filter { $0.first > 0 || min($0.end, total) < total }
    let lengths = Set(moving.map { min($0.end, total) - $0.first }).sorted()
    let rules = lengths.map { length in
      let share = DecimalText.millionths(length * 100_000_000 / max(1, total))
      return "@keyframes k\(length){0%{visibility:visible}\(share)%,to{visibility:hidden}}"
    }
    guard !rules.isEmpty else { return "" }
    return rules.joined() + ".s{visibility:hidden}"
      + "@media(prefers-reduced-motion:reduce){.s{animation:none!important}.e{visibility:visible}}"
  }

  private func seconds(_ frames: Int) -> String {
    DecimalText.millionths(frames * 1_000_000 / framesPerSecond) + "s"
  }
}
