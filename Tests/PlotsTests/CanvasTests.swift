import Plots
import Support
import Terminal
import Testing

@Suite struct CanvasTests {
  private func picture(_ canvas: some Canvas) -> [String] {
    var surface = Surface(canvas.cells)
    canvas.draw(on: &surface, x: 0, y: 0)
    return surface.lines
  }

  @Test func `each braille dot has its own place`() {
    let expected = ["⠁", "⠂", "⠄", "⡀", "⠈", "⠐", "⠠", "⢀"]
    for x in 0..<2 {
      for y in 0..<4 {
        var canvas = BrailleCanvas(Size(width: 1, height: 1))
        canvas.dot(x: x, y: y, style: .plain)
        #expect(picture(canvas) == [expected[x * 4 + y]])
      }
    }
  }

  @Test func `a diagonal goes from corner to corner`() {
    var canvas = BrailleCanvas(Size(width: 4, height: 2))
    canvas.line(from: Point(x: 0, y: 0), to: Point(x: 7, y: 7), style: .plain)
    #expect(picture(canvas) == ["⠑⢄", "  ⠑⢄"])
  }

  @Test func `ASCII dots stand in the upper and the lower half`() {
    var canvas = ASCIICanvas(Size(width: 3, height: 1))
    canvas.polyline([Point(x: 0, y: 0), Point(x: 1, y: 1)], style: .plain)
    canvas.line(from: Point(x: 2, y: 0), to: Point(x: 2, y: 1), style: .plain)
    #expect(picture(canvas) == ["'.:"])
  }

  @Test func `half blocks show two colours a cell`() {
    var canvas = HalfBlockCanvas(Size(width: 3, height: 1))
    canvas.dot(x: 0, y: 0, style: Style(.indexed(1)))
    canvas.dot(x: 1, y: 0, style: Style(.indexed(1)))
    canvas.dot(x: 1, y: 1, style: Style(.indexed(2)))
    canvas.dot(x: 2, y: 1, style: Style(.indexed(2)))
    #expect(picture(canvas) == ["▀▀▄"])
    #expect(canvas.cell(column: 1, row: 0)?.style == Style(.indexed(1), on: .indexed(2)))
  }

  @Test(arguments: [
    (Point(x: -1_000_000_000, y: -5), Point(x: 1_000_000_000, y: 5)), (Point(x: 3, y: -9), Point(x: 3, y: 900)),
    (Point(x: Int.min / 4, y: 0), Point(x: 0, y: 0)), (Point(x: 50, y: 50), Point(x: 60, y: 90)),
  ])
  func `a line that leaves the canvas is cut`(start: Point, end: Point) {
    var canvas = BrailleCanvas(Size(width: 5, height: 3))
    canvas.line(from: start, to: end, style: .plain)
    let drawn = picture(canvas).joined().contains { $0 != " " }
    #expect(drawn == (start.x < 50))
  }
}
