import Course
import Terminal
import Wording

@testable import Tutor

/// Every kind of picture that the tutor shows, and how to get there by keys.
enum Place: String, CaseIterable, Sendable {
  case welcome, colours
  case tour1 = "tour-1"
  case tour2 = "tour-2"
  case tour3 = "tour-3"
  case tour4 = "tour-4"
  case roadmap
  case gradientDescent = "gradient-descent"
  case backpropagation, selfAttention = "self-attention"
  case search, guess, guessed
  case gradientDescentDemo = "gradient-descent-demo"
  case backpropagationDemo = "backpropagation-demo"
  case selfAttentionDemo = "self-attention-demo"
  case demoTable = "demo-table"
  case demoExplanation = "demo-explanation"
  case demoTyping = "demo-typing"
  case demoCompared = "demo-compared"
  case quizNumeric = "quiz-numeric"
  case quizSingle = "quiz-single"
  case quizMultiple = "quiz-multiple"
  case quizTrueFalse = "quiz-true-false"
  case quizText = "quiz-text"
  case quizOrder = "quiz-order"
  case quizPredict = "quiz-predict"
  case quizTune = "quiz-tune"
  case quizWrong = "quiz-wrong"
  case quizRight = "quiz-right"
  case quizHint = "quiz-hint"
  case results
  case palette
  case paletteFound = "palette-found"
  case term
  case searchAll = "search-all"
  case settings, gallery
  case gallerySheet = "gallery-table"
  case demoCode = "demo-code"
  case readerTerm = "reader-term"
  case note, bookmarks
  case helpRoadmap = "help-roadmap"
  case helpLesson = "help-lesson"
  case helpDemo = "help-demo"
  case helpQuiz = "help-quiz"

  /// Places where a field takes the keys, so that only Esc leads out.
  var isTyping: Bool { [.search, .guess, .demoTyping, .quizText, .note].contains(self) }

  var isHelp: Bool { rawValue.hasPrefix("help") }

  /// Something lies over the screen and has the keys.
  var isSheet: Bool { isHelp || [.palette, .paletteFound, .term, .readerTerm, .bookmarks].contains(self) }

  /// Nothing but the interface's own words and drawings.
  var isInterface: Bool {
    switch self {
    case .welcome, .colours, .tour1, .tour2, .tour3, .tour4, .roadmap: true
    default: false
    }
  }

  private var start: Learner.Start {
    switch self {
    case .welcome, .colours, .tour1, .tour2, .tour3, .tour4: .first
    case .roadmap, .helpRoadmap, .palette, .paletteFound, .term, .searchAll, .settings, .gallery,
      .gallerySheet:
      .roadmap
    case .backpropagation: .lesson("backpropagation")
    case .backpropagationDemo, .demoTyping: .lesson("backpropagation", .demo)
    case .selfAttention: .lesson("self-attention")
    case .selfAttentionDemo, .demoTable, .demoExplanation: .lesson("self-attention", .demo)
    case .gradientDescentDemo, .demoCompared, .demoCode, .helpDemo:
      .lesson("gradient-descent", .demo)
    case .gradientDescent, .search, .guess, .guessed, .helpLesson, .readerTerm, .note, .bookmarks:
      .lesson("gradient-descent")
    default: .lesson("gradient-descent", .quiz)
    }
  }

  /// Somebody who stands there, all threads at rest.
  func learner(size: Size, language: Language = .en, tier: ColorTier = .ansi256, look: Look? = nil) -> Learner {
    let learner = Learner(start, tier: tier, language: language, look: look)
    if case .first = start { learner.context.language = language }
    if case .first = start, let look { learner.context.look = look }
    learner.settle()
    go(learner)
    learner.size = size
    learner.settle()
    return learner
  }

  private func go(_ learner: Learner) {
    switch self {
    case .welcome, .roadmap, .gradientDescent, .backpropagation, .selfAttention: break
    case .colours: learner.press(.enter)
    case .tour1, .tour2, .tour3, .tour4:
      learner.press(.enter, .enter)
      learner.press(.right, times: Int(String(rawValue.last ?? "1")).map { $0 - 1 } ?? 0)
    case .search: learner.press(.character("/"), .character("g"))
    case .guess:
      openGuess(learner)
      learner.type("12")
    case .guessed:
      openGuess(learner)
      learner.type("9.8")
      learner.press(.enter)
    case .gradientDescentDemo: learner.press(.character("."), times: 20)
    case .backpropagationDemo: learner.press(.character("."), times: 12)
    case .selfAttentionDemo: learner.press(.character("."), times: 6)
    case .demoTable: learner.press(Array(repeating: .character("."), count: 6) + [.character("v")])
    case .demoExplanation:
      learner.press(Array(repeating: .character("."), count: 6) + [.right, .down, .character("w")])
    case .demoTyping: learner.press(.character("t"))
    case .demoCompared: learner.press(Array(repeating: .character("."), count: 5) + [.character("c"), .character(".")])
    case .helpRoadmap, .helpLesson, .helpDemo: learner.press(.character("?"))
    case .palette: learner.press(.character(":"))
    case .paletteFound:
      learner.press(.character(":"))
      learner.type("grad")
    case .term:
      learner.press(.character(":"))
      learner.type("momentum")
      for _ in 0..<12 where !learner.lines.contains(where: { $0.contains(Self.chosenTerm(learner)) }) {
        learner.press(.down)
      }
      learner.press(.enter)
    case .searchAll:
      learner.press(.control("f"))
      learner.type("gradient")
      learner.settle()
    case .settings: learner.press(.character("s"))
    case .gallery: learner.press(.character("v"), .down, .down)
    case .gallerySheet: learner.press(.character("v"), .character("v"))
    case .demoCode: learner.press(Array(repeating: .character("."), count: 6) + [.character("x")])
    case .readerTerm: learner.press(.right, .enter)
    case .note:
      learner.press(.character("M"))
      learner.type("why 18?")
    case .bookmarks: learner.press(.character("m"), .pageDown, .character("m"), .character("'"))
    case .helpQuiz: learner.press(.character("?"))
    default: goInQuiz(learner)
    }
  }

  private static func chosenTerm(_ learner: Learner) -> String { "❯ " + learner.words("palette.kind.term") }

  /// Scrolls until the box with the bet is the one that Enter opens.
  private func openGuess(_ learner: Learner) {
    for _ in 0..<60 {
      learner.press(.enter)
      if learner.isInField { return }
      learner.press(.down)
    }
  }

  private func goInQuiz(_ learner: Learner) {
    let examinee = Examinee(learner, "gradient-descent")
    switch self {
    case .quizNumeric: examinee.go(to: .numeric)
    case .quizSingle: examinee.go(to: .single)
    case .quizMultiple: examinee.go(to: .multiple)
    case .quizTrueFalse: examinee.go(to: .trueFalse)
    case .quizText: examinee.go(to: .text)
    case .quizOrder: examinee.go(to: .order)
    case .quizPredict: examinee.go(to: .predict)
    case .quizTune: examinee.go(to: .tune)
    case .quizWrong: learner.press(.character("4"), .enter)
    case .quizRight:
      examinee.go(to: .single)
      examinee.answerRight()
    case .quizHint: learner.press(.character("i"), .character("i"))
    case .results:
      for _ in examinee.questions {
        examinee.leaveField()
        learner.press(.character("x"))
      }
    default: break
    }
  }
}
