import Support
import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct DrawingTests {
  private static let full = testSizes + [Size(width: 24, height: 8)]
  private static let narrow = Size(width: 40, height: 12)
  private static let usual = Size(width: 80, height: 24)
  private static let wide = Size(width: 120, height: 40)

  @Test(arguments: Place.allCases, Language.allCases)
  func `every place draws whole characters at every size, and the way back and the help in its last row`(
    place: Place, language: Language
  ) {
    let learner = place.learner(size: Self.usual, language: language)
    for size in Self.full {
      draw(learner, size)
      if size.width >= 40, !place.isSheet { checkLastRow(learner) }
    }
    let plain = place.learner(size: Self.usual, language: language, look: Look.none)
    draw(plain, Self.usual)
    let styles = plain.surface.cells.map(\.style)
    #expect(styles.allSatisfy { $0.foreground == .standard && $0.background == .standard })
    let ascii = place.learner(size: Self.usual, language: language, look: .ascii)
    for size in [Self.narrow, Self.wide] {
      draw(ascii, size)
      #expect(Picture.drawnBeyondASCII(ascii.surface).isEmpty, "\(size): \(ascii.surface.text)")
    }
  }

  private func draw(_ learner: Learner, _ size: Size) {
    learner.size = size
    #expect(learner.settle())
    let surface = learner.surface
    #expect(surface.size == size)
    #expect(Picture.faults(surface).isEmpty, "\(size)")
    learner.session.handle(.wake)
    #expect(learner.surface == surface, "drawn again it looks the same")
  }

  private func checkLastRow(_ learner: Learner) {
    let line = learner.statusLine
    let isSearch = learner.sees(learner.words("search-all.title"))
    let leaving = learner.isInField && !isSearch ? "key.leave-field" : "key.back"
    let (back, help) = learner.isInField ? ("Esc", "F1") : ("q", "?")
    #expect(line.contains("\(back) \(learner.words(leaving))"), "\(line)")
    #expect(line.contains("\(help) \(learner.words("key.help"))"), "\(line)")
  }

  @Test(arguments: Place.allCases.filter(\.isInterface))
  func `in plain ASCII the interface is ASCII to the last cell`(place: Place) {
    let learner = place.learner(size: Self.usual, look: .ascii)
    // The name of a language stands in its own script.
    let allowed = Set(Language.zh.name.map(String.init) + ["中", "文"])
    for size in testSizes {
      learner.size = size
      let surface = learner.surface
      #expect(Picture.beyondASCII(surface).filter { !allowed.contains($0) }.isEmpty, "\(surface.text)")
    }
  }

  @Test func `a window too small for anything says so`() {
    let learner = Learner(size: Size(width: 23, height: 8))
    #expect(learner.lines[0] == learner.words("small.title"))
    learner.size = Size(width: 24, height: 8)
    #expect(learner.lines[0] != learner.words("small.title"))
  }

  @Test func `a window of 500 columns and 200 rows is filled without harm`() {
    let learner = Place.gradientDescentDemo.learner(size: Size(width: 500, height: 200))
    #expect(learner.surface.size == Size(width: 500, height: 200))
    #expect(Picture.faults(learner.surface).isEmpty)
  }
}
