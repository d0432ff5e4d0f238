import Support
import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct SettingsTests {
  private func page(_ language: Language = .en) -> Learner {
    let learner = Learner(language: language)
    learner.press(.character("s"))
    return learner
  }

  @Test(arguments: [Key.character("s"), .function(2)])
  func `they open from the roadmap, and Esc comes back`(key: Key) {
    let learner = Learner()
    let before = learner.lines
    learner.press(key)
    #expect(learner.lines[0].contains(learner.words("settings.title")))
    learner.press(.escape)
    #expect(learner.lines == before)
  }

  @Test(arguments: PreferenceField.allCases, Language.allCases)
  func `every setting shows every value in words, holds it at once, and takes it back`(
    field: PreferenceField, language: Language
  ) {
    let learner = page(language)
    learner.press(.down, times: PreferenceField.allCases.firstIndex(of: field) ?? 0)
    let before = field.value(in: learner.context.preferences.value)
    for _ in field.offered {
      learner.press(.right)
      let value = field.value(in: learner.context.preferences.value)
      let words = learner.context.settingValue(field, value, learner.context.language)
      #expect(!words.contains("settings."), "no words for \(words)")
      #expect(learner.lines.contains { $0.contains(words) }, "\(words)")
      #expect(field.value(in: learner.home.preferences().value) == value, "kept")
    }
    #expect(field.value(in: learner.context.preferences.value) == before, "all the way round")
    learner.press(.right)
    #expect(field.value(in: learner.context.preferences.value) != before)
    for _ in 0...field.offered.count { learner.press(.character("u")) }
    #expect(field.value(in: learner.context.preferences.value) == before)
  }

  @Test func `a theme changes the picture at once`() {
    let learner = page()
    let before = learner.surface
    learner.press(.down, .right)
    #expect(learner.context.theme.name == .dark && learner.surface != before)
  }

  @Test func `a rate written by hand is shown, and r brings the default back`() {
    let home = Home()
    home.config = "frameRate: 7\n"
    let learner = Learner(home: home)
    learner.press(.function(2))
    #expect(learner.lines.contains { $0.contains("‹ 7 ›") })
    learner.press(.down, times: PreferenceField.allCases.firstIndex(of: .frameRate) ?? 0)
    learner.press(.character("r"))
    #expect(learner.context.preferences.value.frameRate == nil && learner.context.framesPerSecond == 30)
  }

  @Test func `reduced motion asks for two pictures a second at most`() {
    let learner = page()
    learner.context.choose { $0.motion = .reduced }
    #expect(learner.context.framesPerSecond == 2)
    learner.context.choose { $0.frameRate = 1 }
    #expect(learner.context.framesPerSecond == 1)
  }

  @Test func `nothing to take back says so`() {
    let learner = page()
    learner.press(.character("u"))
    #expect(learner.statusLine.contains(learner.words("why.undo")))
  }

  @Test func `a change that can't be kept says so and holds`() {
    let home = Home()
    home.config = "{theme: light}\n"
    let learner = Learner(home: home, size: Size(width: 200, height: 24))
    learner.context.choose { $0.theme = .dark }
    #expect(learner.context.theme.name == .dark && learner.statusLine.contains("config.yaml"))
  }

  @Test(arguments: testSizes + [Size(width: 24, height: 8)], Language.allCases)
  func `they draw at every size`(size: Size, language: Language) {
    let learner = page(language)
    learner.size = size
    #expect(Picture.faults(learner.surface).isEmpty)
    learner.context.look = .ascii
    #expect(Picture.beyondASCII(learner.surface).isEmpty || language == .zh || learner.sees("中文"))
  }
}
