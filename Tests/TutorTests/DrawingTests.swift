import Support
import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct DrawingTests {
  private static let pictures: [(Look, [Size])] = [
    (.full, testSizes + [Size(width: 24, height: 8)]),
    (.none, [Size(width: 80, height: 24)]),
    (.ascii, [Size(width: 40, height: 12), Size(width: 120, height: 40)]),
  ]

  @Test(arguments: Place.allCases, Language.allCases)
  func `every place draws whole characters at every size and in every look`(place: Place, language: Language) {
    let learner = place.learner(size: Size(width: 80, height: 24), language: language)
    for (look, sizes) in Self.pictures {
      learner.context.look = look
      for size in sizes {
        learner.size = size
        #expect(learner.settle())
        let surface = learner.surface
        #expect(surface.size == size)
        #expect(Picture.faults(surface).isEmpty, "\(size) \(look)")
        if look == .ascii {
          #expect(Picture.drawnBeyondASCII(surface).isEmpty, "\(size): \(learner.lines.joined(separator: "\n"))")
        }
      }
    }
  }

  @Test(arguments: Place.allCases.filter { !$0.isHelp }, Language.allCases)
  func `the last row says how to go back and where help is`(place: Place, language: Language) {
    let learner = place.learner(size: Size(width: 80, height: 24), language: language)
    for width in [40, 80, 120] {
      learner.size = Size(width: width, height: 24)
      let line = learner.statusLine
      if place.isTyping {
        #expect(line.contains("Esc " + learner.words("key.leave-field")), "\(line)")
      } else {
        #expect(line.contains("q " + learner.words("key.back")), "\(line)")
        #expect(line.contains("? " + learner.words("key.help")), "\(line)")
      }
    }
  }

  @Test(arguments: Place.allCases)
  func `a place looks the same when it is drawn again`(place: Place) {
    let learner = place.learner(size: Size(width: 120, height: 40))
    let first = learner.surface
    learner.session.handle(.wake)
    #expect(learner.surface == first)
  }

  @Test(arguments: Place.allCases)
  func `a place without colour sends none`(place: Place) {
    let learner = place.learner(size: Size(width: 80, height: 24), tier: .none)
    let coloured = learner.surface.cells.filter { $0.style.foreground != .standard || $0.style.background != .standard }
    #expect(coloured.isEmpty)
  }

  @Test(arguments: Place.allCases.filter(\.isInterface))
  func `in plain ASCII the interface is ASCII to the last cell`(place: Place) {
    let learner = place.learner(size: Size(width: 80, height: 24), look: .ascii)
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
}
