import Support
import Terminal
import Testing

struct LayoutTests {
  private static let cuts = [-5, 0, 1, 3, 12, 1000]

  @Test(arguments: testSizes, cuts)
  func `two parts cover the whole and never overlap`(size: Size, cut: Int) {
    let whole = Rect(x: 3, y: -2, width: size.width, height: size.height)
    let (top, below) = whole.splitTop(cut)
    let (above, bottom) = whole.splitBottom(cut)
    for (first, second) in [(top, below), (above, bottom)] {
      #expect(first.height + second.height == whole.height)
      #expect(first.maxY == second.y && first.y == whole.y)
      #expect(first.width == whole.width && second.width == whole.width)
    }
    let (left, right) = whole.splitLeft(cut)
    let (before, last) = whole.splitRight(cut)
    for (first, second) in [(left, right), (before, last)] {
      #expect(first.width + second.width == whole.width)
      #expect(first.maxX == second.x && first.x == whole.x)
    }
    #expect(bottom.height == min(max(0, cut), whole.height))
    #expect(last.width == min(max(0, cut), whole.width))
  }

  @Test(arguments: testSizes)
  func `a centred rectangle lies inside with equal margins`(size: Size) {
    let whole = Rect(size)
    let box = whole.centred(Size(width: 30, height: 9))
    #expect(box.intersection(whole) == box)
    #expect(abs((box.x - whole.x) - (whole.maxX - box.maxX)) <= 1)
    #expect(abs((box.y - whole.y) - (whole.maxY - box.maxY)) <= 1)
  }

  @Test func `rectangles apart have an empty intersection`() {
    let a = Rect(x: 0, y: 0, width: 4, height: 4)
    #expect(a.intersection(Rect(x: 9, y: 9, width: 4, height: 4)).isEmpty)
    #expect(a.intersection(Rect(x: 2, y: 1, width: 9, height: 1)) == Rect(x: 2, y: 1, width: 2, height: 1))
  }

  @Test func `a size is never negative`() {
    #expect(Size(width: -1, height: -9) == Size(width: 0, height: 0))
    #expect(Rect(x: 0, y: 0, width: 3, height: 3).inset(x: 2, y: 2).isEmpty)
  }

  @Test func `a point on the far edge is outside`() {
    let box = Rect(x: 1, y: 1, width: 2, height: 2)
    #expect(box.contains(Point(x: 1, y: 1)) && box.contains(Point(x: 2, y: 2)))
    #expect(!box.contains(Point(x: 3, y: 2)) && !box.contains(Point(x: 0, y: 1)))
  }
}
