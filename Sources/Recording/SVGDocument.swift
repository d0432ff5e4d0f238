import Terminal

/// The frame of an SVG around a picture: its size, its words for screen readers, its paper.
struct SVGDocument {
  let size: Size
  let paper: Paper
  let caption: Caption

  private static let margin = 8
  private static let fonts =
    "ui-monospace,SFMono-Regular,Menlo,Consolas,DejaVu Sans Mono,Noto Sans Mono CJK SC,monospace"

  /// - Parameter style: the style sheet; empty for none.
  func text(_ elements: String, style: String = "") -> String {
    let width = size.width * SVGCanvas.cellWidth + 2 * Self.margin
    let height = size.height * SVGCanvas.cellHeight + 2 * Self.margin
    let sheet = style.isEmpty ? "" : "<style>\(style)</style>\n"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" xml:lang="\(caption.language)" width="\(width * 5 / 4)" \
      height="\(height * 5 / 4)" viewBox="\(-Self.margin) \(-Self.margin) \(width) \(height)" role="img" \
      aria-labelledby="title description" font-family="\(Self.fonts)" font-size="13.3">
      <title id="title">\(XMLText.escaped(caption.title))</title>
      <desc id="description">\(XMLText.escaped(caption.description))</desc>
      \(sheet)<rect x="\(-Self.margin)" y="\(-Self.margin)" width="\(width)" height="\(height)" rx="6" \
      fill="\(paper.background.hexadecimal)"/>
      \(elements)
      </svg>

      """
  }
}
