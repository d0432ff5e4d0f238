import Terminal
import Testing

@testable import Curses

struct TerminalSurveyTests {
  private let now = ContinuousClock.now
  private let size = Size(width: 80, height: 24)
  private let frame = Array("\u{1B}[?1049h\u{1B}[1;24r\u{1B}(B\u{1B}[m\u{1B}[H\u{1B}[2JRoadmap".utf8)
  private let grey = TerminalReport.background(red: 0.1, green: 0.1, blue: 0.1)
  private let paper = TerminalReport.background(red: 1, green: 0.98, blue: 0.9)

  private func survey(
    _ environment: [String: String] = [:], colors: ColorTier = .ansi256, probesWidth: Bool = true
  ) -> TerminalSurvey {
    TerminalSurvey(options: CursesOptions(probesWidth: probesWidth) { environment[$0] }, colors: colors)
  }

  private func asked(_ environment: [String: String] = [:]) -> TerminalSurvey {
    var survey = survey(environment)
    _ = survey.greeting(at: now)
    _ = survey.asking(in: frame, size: size, at: now)
    return survey
  }

  @Test func `the background is asked for, and no colour set`() {
    var survey = survey()
    let greeting = survey.greeting(at: now)
    #expect(String(decoding: greeting, as: UTF8.self) == "\u{1B}]11;?\u{1B}\\")
  }

  @Test(arguments: [ColorTier.none, .ansi16])
  func `where no choice of colours needs it, nothing is asked`(colors: ColorTier) {
    var survey = survey(colors: colors)
    let greeting = survey.greeting(at: now)
    #expect(greeting.isEmpty)
  }

  @Test func `the width is asked for where the clearing of the same frame wipes the question`() {
    var survey = survey()
    let text = String(decoding: survey.asking(in: frame, size: size, at: now), as: UTF8.self)
    #expect(text == "\u{1B}[?1049h\u{1B}[1;24r\u{1B}(B\u{1B}[m\u{1B}[2;1H─“α\u{1B}[6n\u{1B}[H\u{1B}[2JRoadmap")
  }

  @Test func `the width is asked for once`() {
    var survey = survey()
    _ = survey.asking(in: frame, size: size, at: now)
    let picture = survey.asking(in: frame, size: size, at: now)
    #expect(picture == frame)
  }

  @Test(arguments: ["plain", "\u{1B}[H and no clearing of the whole screen", ""])
  func `a frame that clears nothing carries no question`(text: String) {
    var survey = survey()
    let picture = survey.asking(in: Array(text.utf8), size: size, at: now)
    #expect(picture == Array(text.utf8))
  }

  @Test(arguments: [Size(width: 8, height: 24), Size(width: 80, height: 1), Size(width: 1, height: 1)])
  func `a screen too small for the question is not asked`(size: Size) {
    var survey = survey()
    let picture = survey.asking(in: frame, size: size, at: now)
    #expect(picture == frame)
  }

  @Test func `a learner who has chosen the characters is not second-guessed`() {
    var survey = survey(probesWidth: false)
    let picture = survey.asking(in: frame, size: size, at: now)
    #expect(picture == frame)
  }

  @Test(arguments: [(4, false), (5, true), (7, true), (9, true)])
  func `what stands behind the fourth column was drawn double`(column: Int, isWide: Bool) {
    var survey = asked()
    let changed = survey.take([.cursor(row: 2, column: column)], at: now)
    #expect(survey.traits.drawsAmbiguousWide == isWide)
    #expect(changed == isWide)
  }

  @Test func `dark and light backgrounds are told apart`() {
    var survey = asked()
    var changed = survey.take([grey], at: now)
    #expect(changed && survey.traits.ground == .dark)
    survey = asked()
    changed = survey.take([paper], at: now)
    #expect(changed)
    #expect(survey.traits.ground == .light)
  }

  @Test func `the terminal's answer counts more than COLORFGBG`() {
    var survey = asked(["COLORFGBG": "15;0"])
    #expect(survey.traits.ground == .dark)
    let changed = survey.take([paper], at: now)
    #expect(changed)
    #expect(survey.traits.ground == .light)
  }

  @Test func `answers to no question are left alone`() {
    var survey = survey()
    var changed = survey.take([grey, .cursor(row: 2, column: 7)], at: now)
    #expect(!changed)
    survey = asked()
    changed = survey.take([.cursor(row: 1, column: 7)], at: now)
    #expect(!changed)
    #expect(!survey.traits.drawsAmbiguousWide)
  }

  @Test func `an answer counts once`() {
    var survey = asked()
    _ = survey.take([grey, .cursor(row: 2, column: 4)], at: now)
    let changed = survey.take([paper, .cursor(row: 2, column: 7)], at: now)
    #expect(!changed)
  }

  @Test func `an answer that comes too late is left alone`() {
    var survey = asked()
    let changed = survey.take(
      [paper, .cursor(row: 2, column: 7)], at: now + TerminalSurvey.patience + .milliseconds(1))
    #expect(!changed)
    #expect(survey.traits.ground == nil)
  }

  @Test func `an answer is expected for a while after its question, and not once it came`() {
    #expect(!survey().isExpectingAnswer(at: now))
    var survey = asked()
    #expect(survey.isExpectingAnswer(at: now + .milliseconds(100)))
    #expect(!survey.isExpectingAnswer(at: now + .seconds(1)))
    _ = survey.take([grey, .cursor(row: 2, column: 4)], at: now)
    #expect(!survey.isExpectingAnswer(at: now))
  }

  @Test(arguments: ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
  func `over ssh ten frames a second are enough`(variable: String) {
    #expect(survey([variable: "x"]).traits.framesPerSecond == 10)
    #expect(survey([variable: ""]).traits.framesPerSecond == 30)
    #expect(survey().traits.framesPerSecond == 30)
  }

  @Test func `a reader that is found slow gets fewer frames until it is quick again`() {
    var survey = survey()
    var changes = 0
    for _ in 0..<10 where survey.noteFrame(taking: .milliseconds(120)) { changes += 1 }
    #expect(survey.traits.framesPerSecond == 10)
    for _ in 0..<20 where survey.noteFrame(taking: .zero) { changes += 1 }
    #expect(survey.traits.framesPerSecond == 30)
    #expect(changes == 2)
  }

  @Test func `a terminal far away stays slow however quickly it reads`() {
    var survey = survey(["SSH_TTY": "/dev/pts/1"])
    for _ in 0..<50 { _ = survey.noteFrame(taking: .zero) }
    #expect(survey.traits.isSlow)
  }
}
