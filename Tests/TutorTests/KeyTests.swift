import Demos
import Support
import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct KeyTests {
  private static let tall = Size(width: 110, height: 60)

  // MARK: Back

  @Test(arguments: Place.allCases)
  func `q leads out of everywhere`(place: Place) { leave(place, by: .character("q")) }

  @Test(
    arguments: [Place.tour2, .roadmap, .selfAttention, .gradientDescentDemo, .quizSingle, .demoTable, .results],
    [Key.escape, .backspace])
  func `going back often enough always leaves Gradus`(place: Place, key: Key) { leave(place, by: key) }

  private func leave(_ place: Place, by key: Key) {
    let learner = place.learner(size: Size(width: 80, height: 24))
    for _ in 0..<8 where !learner.session.isOver {
      // In a field every key but Esc may type.
      learner.press(learner.isInField ? .escape : key)
    }
    #expect(learner.session.isOver)
  }

  @Test(arguments: [Place.colours, .roadmap, .search, .demoTyping, .demoTable, .quizText, .results, .helpDemo])
  func `Ctrl-C leaves from anywhere at once, but closes the help first`(place: Place) {
    let learner = place.learner(size: Size(width: 80, height: 24))
    learner.press(Array(repeating: .control("c"), count: place.isSheet ? 2 : 1))
    #expect(learner.session.isOver)
  }

  @Test func `going back from a lesson leads to the roadmap with the lesson chosen`() {
    let learner = Learner(.lesson("self-attention"))
    learner.press(.character("q"))
    #expect(!learner.session.isOver)
    learner.press(.enter)
    learner.settle()
    #expect(learner.lines[0].contains("Self-attention"))
  }

  // MARK: Help

  /// A place, and the table that its help is made from.
  private static let tables: [(Place, KeyTable)] = {
    let lists: [(Place, KeyTable)] = [
      (.roadmap, .roadmap), (.gradientDescent, .reader), (.quizSingle, .quiz(.single)),
      (.quizMultiple, .quiz(.multiple)), (.quizTrueFalse, .quiz(.trueFalse)), (.quizOrder, .quiz(.order)),
      (.quizTune, .quiz(.tune)),
    ]
    let demos: [(Place, String)] = [
      (.gradientDescentDemo, "gradient-descent"), (.backpropagationDemo, "backpropagation"),
      (.selfAttentionDemo, "self-attention"),
    ]
    return lists + demos.compactMap { place, id in DemoCatalogue.demo(id).map { (place, .demo($0.card)) } }
  }()

  private static func table(of place: Place) -> KeyTable {
    tables.first { $0.0 == place }?.1 ?? KeyTable([])
  }

  @Test(arguments: tables.map(\.0), Language.allCases)
  func `help lists every key of where the learner is`(place: Place, language: Language) {
    let table = Self.table(of: place)
    let learner = place.learner(size: Self.tall, language: language)
    let before = learner.lines
    learner.press(.character("?"))
    for binding in table.bindings {
      let words = learner.words(binding.words)
      #expect(words != binding.words, "no words for \(binding.words)")
      #expect(
        learner.lines.contains { $0.contains(binding.label(.unicode) + " ") && $0.contains(words) },
        "\(binding.command) is missing:\n\(learner.surface.text)")
    }
    for key in table.extra { #expect(learner.sees(key.title[language])) }
    learner.press(.escape)
    #expect(learner.lines == before)
  }

  @Test(arguments: Place.allCases.filter(\.isTyping))
  func `help opens from a text field too`(place: Place) {
    let learner = place.learner(size: Size(width: 80, height: 24))
    let before = learner.lines
    learner.press(.function(1))
    #expect(learner.sees(learner.words("help.title")) && learner.lines != before)
  }

  @Test(arguments: [Place.roadmap, .gradientDescent, .quizSingle, .quizOrder, .quizTune, .backpropagationDemo])
  func `every key that help lists does something there`(place: Place) {
    // These are the terminal's: the loop does them, not the screen.
    let ofTheTerminal: Set<Command> = [.repaint, .suspend]
    var bench = KeyBench(place, Self.preparations(place))
    for binding in Self.table(of: place).bindings where !ofTheTerminal.contains(binding.command) {
      for key in binding.keys {
        let hasActed = bench.acts(key, binding.command)
        #expect(hasActed, "\(key) for \(binding.command)")
      }
    }
  }

  /// What to press beforehand, so that a key has something to act on.
  private static func preparations(_ place: Place) -> [[Key]] {
    switch place {
    case .roadmap: [[], [.down, .down], [.left]]
    case .gradientDescent:
      [
        Array(repeating: .pageDown, count: 3), [], Array(repeating: .down, count: 10),
        Array(repeating: .down, count: 20), [.character("/"), .character("e"), .enter, .character("n")],
      ]
    case .quizSingle, .quizOrder, .quizTune:
      [
        [], [.down], [.down, .down, .enter], Array(repeating: .pageDown, count: 2), [.character("i"), .character("i")],
      ]
        + [[.character("i"), .character("i"), .pageDown, .pageDown], [.character("4"), .enter, .pageDown]]
    default: [[], [.character("r"), .character("."), .character("c")], [.character(",")]]
    }
  }
}
