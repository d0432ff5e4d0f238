import Terminal

/// A photo or drawing, scaled to fit with its shape kept: by half blocks in colours, or by braille dots.
///
/// Half blocks need 256 colours; without them dots stand in. In ASCII the greys are shades. Bright is on, as on a dark
/// terminal; `isInverted` turns that round.
public struct PictureChart: Chart {
  public enum Rendering: Hashable, Sendable {
    /// Two pixels a cell, each in its own colour.
    case blocks
    /// Eight dots a cell, on or off.
    case dots(Dithering)
  }

  public var picture: Picture
  public var rendering: Rendering
  public var isInverted: Bool

  public init(_ picture: Picture, _ rendering: Rendering = .blocks, isInverted: Bool = false) {
    self.picture = picture
    self.rendering = rendering
    self.isInverted = isInverted
  }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    let visible = area.intersection(surface.bounds)
    guard !visible.isEmpty, !picture.pixels.isEmpty else { return }
    switch (theme.glyphs, rendering) {
    case (.ascii, _): drawShades(on: &surface, in: visible, theme: theme)
    case (.unicode, .blocks) where theme.colors >= .ansi256: drawBlocks(on: &surface, in: visible, theme: theme)
    case (.unicode, .blocks): drawDots(.floydSteinberg, on: &surface, in: visible, theme: theme)
    case (.unicode, .dots(let dithering)): drawDots(dithering, on: &surface, in: visible, theme: theme)
    }
  }

  private func drawBlocks(on surface: inout Surface, in area: Rect, theme: Theme) {
    let image = fitted(width: area.width, height: area.height * 2)
    var canvas = HalfBlockCanvas(Size(width: image.width, height: (image.height + 1) / 2))
    for (index, pixel) in image.pixels.enumerated() {
      let byte = { (value: Float) in UInt8(max(0, min(255, (value * 255).rounded()))) }
      let color = Color.rgb(byte(pixel.x), byte(pixel.y), byte(pixel.z)).reduced(to: theme.colors)
      canvas.dot(x: index % image.width, y: index / image.width, style: Style(color))
    }
    canvas.draw(on: &surface, x: area.x + (area.width - canvas.cells.width) / 2, y: area.y)
  }

  private func drawDots(_ dithering: Dithering, on surface: inout Surface, in area: Rect, theme: Theme) {
    let image = fitted(width: area.width * 2, height: area.height * 4)
    var canvas = BrailleCanvas(Size(width: (image.width + 1) / 2, height: (image.height + 3) / 4))
    let greys = image.inGreys.pixels.map { isInverted ? 1 - $0.x : $0.x }
    for (index, isOn) in dithering.dots(greys, width: image.width).enumerated() where isOn {
      canvas.dot(x: index % image.width, y: index / image.width, style: theme.text)
    }
    canvas.draw(on: &surface, x: area.x + (area.width - canvas.cells.width) / 2, y: area.y)
  }

  private func drawShades(on surface: inout Surface, in area: Rect, theme: Theme) {
    // A cell is twice as high as wide: half as many rows keep the shape.
    let square = fitted(width: area.width, height: area.height * 2)
    let image = square.scaled(width: square.width, height: max(1, square.height / 2))
    let left = area.x + (area.width - image.width) / 2
    for y in 0..<image.height {
      for x in 0..<image.width {
        let grey = Double(image.brightness(x: x, y: y))
        let shade = ColorMap.sequential.shade(isInverted ? 1 - grey : grey, .ascii)
        surface.put(shade, x: left + x, y: area.y + y, style: theme.text)
      }
    }
  }

  /// As large as fits into so many square dots.
  private func fitted(width: Int, height: Int) -> Picture {
    let scale = min(Double(width) / Double(picture.width), Double(height) / Double(picture.height))
    let size = { (length: Int, most: Int) in max(1, min(most, Int((Double(length) * scale).rounded()))) }
    return picture.scaled(width: size(picture.width, width), height: size(picture.height, height))
  }

  public var facts: [ChartFact] {
    guard !picture.pixels.isEmpty else { return [.empty] }
    return [
      .image(
        width: picture.width, height: picture.height, brightness: picture.meanBrightness,
        isColoured: picture.isColoured)
    ]
  }

  /// The brightness of an 8 by 8 reduction of the picture: more numbers than that tell nobody anything.
  public var table: ChartTable {
    guard !picture.pixels.isEmpty else { return ChartTable(columns: [.notion(.brightness)], rows: []) }
    let small = picture.scaled(width: min(8, picture.width), height: min(8, picture.height))
    return ChartTable(
      columns: [.notion(.row)] + (0..<small.width).map { .words("\($0 + 1)") },
      rows: (0..<small.height).map { y in
        ["\(y + 1)"]
          + (0..<small.width).map { NumberLabel.fixed(Double(small.brightness(x: $0, y: y)), decimals: 2) }
      })
  }
}
