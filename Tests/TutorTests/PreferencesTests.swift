import Course
import Foundation
import Terminal
import Testing
import Wording

@testable import Tutor

@Suite struct PreferencesTests {
  private func read(_ text: String) -> PreferencesReader { PreferencesReader(text) }

  // MARK: Reading

  @Test func `an empty file, and none, are the defaults`() {
    #expect(read("").preferences == Preferences())
    #expect(read("# nothing but a comment\n\n").faults.isEmpty)
    let keeper = Home().preferences()
    #expect(keeper.value == Preferences() && keeper.faults.isEmpty)
  }

  @Test(arguments: PreferenceField.allCases)
  func `every value that is offered is read back as it is written`(field: PreferenceField) {
    for value in field.offered {
      let reader = read("\(field.rawValue): \(value)\n")
      #expect(reader.faults.isEmpty)
      #expect(field.value(in: reader.preferences) == value)
    }
    #expect(field.offered[0] == field.value(in: Preferences()), "the default stands first")
  }

  @Test func `a whole file is read`() {
    let text = """
      # my settings
      language: zh
      theme: high-contrast   # for the projector
      colors: 16
      glyphs: ascii
      motion: reduced
      mouse: off
      screenReader: true
      frameRate: 12
      keys:
        step: ";"
        next-pane: [tab, ctrl-n, alt-left, f5, space]
      """
    let reader = read(text)
    var wanted = Preferences()
    wanted.language = .zh
    wanted.theme = .highContrast
    (wanted.colors, wanted.glyphs, wanted.motion) = (.ansi16, .ascii, .reduced)
    (wanted.mouse, wanted.screenReader, wanted.frameRate) = (false, true, 12)
    wanted.keys = [
      .step: [.character(";")],
      .nextPane: [.tab, .control("n"), .altLeft, .function(5), .character(" ")],
    ]
    #expect(reader.preferences == wanted)
    // Space and Alt-Left were something else's, which have other keys left.
    #expect(reader.faults.allSatisfy { if case .lostKey = $0 { true } else { false } })
  }

  /// What is wrong, and what the reader must say of it.
  private static let bad: [(text: String, fault: PreferencesFault)] = [
    ("them: dark", .unknownField("them", line: 1)),
    ("\n\ntheme: drak", .badValue("drak", of: .theme, line: 3)),
    ("theme:", .badValue("", of: .theme, line: 1)),
    ("frameRate: 61", .badValue("61", of: .frameRate, line: 1)),
    ("frameRate: 0", .badValue("0", of: .frameRate, line: 1)),
    ("mouse: [on]", .badValue("", of: .mouse, line: 1)),
    ("mouse: on\nmouse: off", .repeatedField("mouse", line: 2)),
    ("just words", .notAMapping(line: 1)),
    ("keys: step", .keysNotAMapping(line: 1)),
    ("keys:\n  stepp: s", .unknownCommand("stepp", line: 2)),
    ("keys:\n  step: contrl-n", .unknownKey("contrl-n", of: .step, line: 2)),
    ("keys:\n  step: esc", .reservedKey(.escape, of: .step, line: 2)),
    ("keys: {step: ctrl-c}", .reservedKey(.control("c"), of: .step, line: 1)),
    ("keys: {step: \"x\", restart: \"x\"}", .sharedKey(.character("x"), .step, .restart)),
    ("keys: {step: r}", .lostKey(.character("r"), of: .restart, to: .step)),
  ]

  @Test(arguments: bad.indices)
  func `a fault is said, and the rest of the file still counts`(index: Int) {
    let (text, fault) = Self.bad[index]
    let reader = read(text + "\nlanguage: zh\n")
    #expect(reader.faults.contains(fault), "\(reader.faults)")
    #expect(reader.preferences.language == .zh)
    for language in Language.allCases {
      let sentence = PreferencesSentences.sentence(fault, path: "/home/a/config.yaml")[language]
      #expect(sentence.contains("config.yaml"))
    }
  }

  @Test func `a line that is no YAML costs nothing but itself`() {
    let reader = read("theme: dark\ncolors: [16\nlanguage: zh\n")
    #expect(reader.preferences.theme == .dark && reader.preferences.language == .zh)
    #expect(reader.faults.count == 1)
    guard case .notYAML(let line, _) = reader.faults[0] else {
      Issue.record("\(reader.faults)")
      return
    }
    #expect((2...3).contains(line))
  }

  @Test func `near names are offered`() {
    let path = "config.yaml"
    let theme = PreferencesSentences.sentence(.badValue("drak", of: .theme, line: 3), path: path)
    #expect(
      theme.en == "config.yaml:3: theme is `drak`; expected one of automatic, dark, light, high-contrast, "
        + "colour-blind, mono (did you mean dark?).")
    let command = PreferencesSentences.sentence(.unknownCommand("stepback", line: 2), path: path)
    #expect(command.en.contains("step-back") && command.zh.contains("step-back"))
    let key = PreferencesSentences.sentence(.unknownKey("alt-lefft", of: .step, line: 2), path: path)
    #expect(key.en.contains("did you mean alt-left"))
  }

  @Test func `control characters of a file never reach a sentence`() {
    let reader = read("\"the\u{1B}[2Jme\": dark")
    let sentence = PreferencesSentences.summary(reader.faults, path: "config.yaml")
    #expect(sentence?.en.contains("\u{1B}") == false)
  }

  // MARK: Writing

  @Test func `a change keeps every other line, its comments too`() throws {
    let home = Home()
    home.config = "# mine\nlanguage: en  # for work\n\nkeys:\n  step: \";\"   # easier\n# end\n"
    let keeper = home.preferences()
    #expect(keeper.change { $0.language = .zh } == nil)
    #expect(keeper.change { $0.theme = .dark } == nil)
    #expect(
      home.config == "# mine\nlanguage: zh  # for work\n\nkeys:\n  step: \";\"   # easier\n# end\ntheme: dark\n")
    let again = home.preferences()
    #expect(again.value.language == .zh && again.value.theme == .dark && again.value.keys[.step] == [.character(";")])
  }

  @Test func `the file is its owner's alone, and nothing is left beside it`() throws {
    let home = Home()
    #expect(home.preferences().change { $0.mouse = false } == nil)
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(home.path)/config.yaml")
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == ["config.yaml"])
  }

  @Test func `a link to a file elsewhere stays a link`() throws {
    let (home, other) = (Home(), Home())
    other.config = "theme: light\n"
    try FileManager.default.createDirectory(atPath: home.path, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(home.path)/config.yaml", withDestinationPath: "\(other.path)/config.yaml")
    #expect(home.preferences().change { $0.theme = .dark } == nil)
    #expect(other.config == "theme: dark\n")
  }

  @Test func `two windows keep both their changes`() {
    let home = Home()
    let (one, two) = (home.preferences(), home.preferences())
    one.change { $0.theme = .dark }
    two.change { $0.mouse = false }
    let again = home.preferences().value
    #expect(again.theme == .dark && !again.mouse)
  }

  @Test func `what a command line changes holds for one run`() {
    let home = Home()
    let keeper = home.preferences()
    keeper.override { $0.glyphs = .ascii }
    keeper.change { $0.mouse = false }
    #expect(keeper.value.glyphs == .ascii)
    let again = home.preferences().value
    #expect(again.glyphs == .automatic && !again.mouse)
  }

  @Test func `a file that can't be changed in place is left as it is`() {
    let home = Home()
    let text = "{language: en, theme: dark}\n"
    home.config = text
    let keeper = home.preferences()
    #expect(keeper.value.theme == .dark && keeper.value.language == .en)
    #expect(keeper.change { $0.theme = .light } == .notChangeable(.theme))
    #expect(home.config == text)
    #expect(keeper.value.theme == .light, "it holds for this run")
  }

  @Test func `without a folder everything holds until the end`() {
    let keeper = PreferencesKeeper(.failure(.noHome))
    #expect(keeper.change { $0.theme = .dark } == nil && keeper.value.theme == .dark && keeper.path == nil)
  }

  // MARK: Moving over

  @Test func `what an earlier version kept beside the progress moves over`() {
    let home = Home()
    let store = home.store()
    store.set("language", to: "zh")
    store.set("look", to: "ascii")
    store.set("toured", to: "yes")
    let learner = Learner.again(at: home)
    #expect(learner.context.language == .zh && learner.context.look == .ascii)
    #expect(home.config?.contains("language: zh") == true && home.config?.contains("glyphs: ascii") == true)
    #expect(home.store().setting("language") == "")
    // What the file says goes before what is left behind.
    home.config = "language: en\n"
    home.store().set("language", to: "zh")
    #expect(Learner.again(at: home).context.language == .en)
  }
}
