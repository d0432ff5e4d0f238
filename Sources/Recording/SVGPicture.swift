import Terminal

/// A still picture: the last one added.
public struct SVGPicture: Recorder {
  private let paper: Paper
  private var picture = Surface(width: 0, height: 0)

  public init(paper: Paper = .dark) { self.paper = paper }

  public mutating func add(_ picture: Surface) { self.picture = picture }

  public func text(_ caption: Caption) -> String {
    var canvas = SVGCanvas(paper: paper)
    for y in 0..<picture.height { canvas.add(row: y, of: picture) }
    return SVGDocument(size: picture.size, paper: paper, caption: caption).text(canvas.elements)
  }
}
