import Demos
import Support
import Terminal
import Testing
import Wording

@testable import Tutor

/// The gallery as a learner meets it.
@Suite struct GalleryTests {
  private func visitor(_ language: Language = .en, size: Size = Size(width: 80, height: 24)) -> Learner {
    let learner = Learner(size: size, language: language)
    learner.press(.character("v"))
    learner.settle()
    return learner
  }

  @Test(arguments: Language.allCases)
  func `v on the roadmap opens it, the arrow leads through every chart, q back`(language: Language) {
    let learner = visitor(language)
    for exhibit in ExhibitCatalogue.all {
      learner.settle()
      #expect(learner.lines[0].contains(exhibit.title[language]), "\(exhibit.id)")
      #expect(!learner.sees(learner.words("gallery.computing")))
      learner.press(.right)
    }
    learner.press(.character("q"))
    #expect(learner.sees(learner.words("app.name")) && !learner.session.isOver)
  }

  @Test func `v shows the numbers and back, and the arrows scroll them`() {
    let learner = visitor()
    let picture = learner.lines
    learner.press(.character("v"))
    let table = learner.lines
    #expect(table != picture && table.contains { $0.contains("step") })
    learner.press(.down)
    #expect(learner.lines != table && learner.lines[0] == picture[0])
    learner.press(.character("v"))
    #expect(learner.lines == picture)
  }

  @Test func `the language flips in place`() {
    let learner = visitor()
    learner.press(.right, .right, .character("L"))
    learner.settle()
    #expect(learner.lines[0].contains(ExhibitCatalogue.all[2].title.zh))
  }

  @Test func `every chart stands every size, in ASCII too`() {
    let learner = visitor()
    for look in [Look.full, .ascii] {
      learner.context.look = look
      for _ in ExhibitCatalogue.all {
        for size in testSizes {
          learner.size = size
          #expect(learner.settle())
          #expect(Picture.faults(learner.surface).isEmpty, "\(size): \(learner.lines[0])")
          if look == .ascii { #expect(Picture.drawnBeyondASCII(learner.surface).isEmpty, "\(learner.lines[0])") }
        }
        learner.press(.right)
      }
      learner.press(.home)
    }
  }

  @Test func `a wide window lists all charts, and a click opens one`() {
    let learner = visitor(size: Size(width: 160, height: 40))
    let row = learner.lines.firstIndex { $0.contains(ExhibitCatalogue.all[4].title.en) } ?? 0
    learner.session.handle(.mouse(MouseEvent(.press, at: Point(x: 6, y: row))))
    learner.settle()
    #expect(learner.sees(ExhibitCatalogue.all[4].reading.en))
  }
}
