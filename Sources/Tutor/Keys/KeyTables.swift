import Course
import Demos
import Terminal
import Wording

/// The keys of every place, in one file.
extension KeyTable {
  /// Everywhere but in a text field.
  static let everywhere = KeyTable([
    KeyBinding([.character("?"), .function(1)], .help, "?", "key.help", hint: 2),
    KeyBinding([.character("L")], .flipLanguage, "L", "key.language", hint: 50),
    KeyBinding([.character("q"), .escape, .backspace], .back, "q", "key.back", hint: 1),
    KeyBinding([.control("l")], .repaint, "Ctrl-L", "key.repaint"),
    KeyBinding([.control("z")], .suspend, "Ctrl-Z", "key.suspend"),
    KeyBinding([.control("c")], .quit, "Ctrl-C", "key.quit"),
  ])

  /// Moving in a list or a page.
  static let moving = KeyTable([
    KeyBinding([.up, .character("k")], .up, "↑ k", "key.up"),
    KeyBinding([.down, .character("j")], .down, "↓ j", "key.down"),
    KeyBinding([.pageUp], .pageUp, "PgUp", "key.page-up"),
    KeyBinding([.pageDown], .pageDown, "PgDn", "key.page-down"),
    KeyBinding([.home, .character("g")], .top, "g", "key.top"),
    KeyBinding([.end, .character("G")], .bottom, "G", "key.bottom"),
  ])

  static let panes = KeyTable([
    KeyBinding([.tab], .nextPane, "Tab", "key.next-pane", hint: 20),
    KeyBinding([.backTab], .previousPane, "Shift-Tab", "key.previous-pane"),
  ])

  static let choosing = KeyTable([
    KeyBinding([.enter, .character(" ")], .open, "Enter", "key.open", hint: 10)
  ])

  static let roadmap =
    choosing
    + KeyTable([
      KeyBinding([.left, .character("h")], .left, "← h", "key.collapse"),
      KeyBinding([.right, .character("l")], .right, "→ l", "key.expand"),
      KeyBinding([.character("n"), .tab], .nextWritten, "n", "key.next-written", hint: 11),
      KeyBinding([.character("N"), .backTab], .previousWritten, "N", "key.previous-written"),
      KeyBinding([.character("v")], .gallery, "v", "key.gallery"),
    ]) + moving + everywhere

  static let gallery =
    KeyTable([
      KeyBinding([.right, .character("l"), .enter], .right, "→ l", "key.next-chart", hint: 10),
      KeyBinding([.left, .character("h")], .left, "← h", "key.previous-chart", hint: 12),
      KeyBinding([.character("v")], .table, "v", "key.table", hint: 11),
    ]) + moving + everywhere

  static let reader =
    KeyTable([
      KeyBinding([.character(" ")], .pageDown, "Space", "key.page-down", hint: 30),
      KeyBinding([.enter], .open, "Enter", "key.open-fence", hint: 10),
      KeyBinding([.character("/")], .search, "/", "key.search", hint: 40),
      KeyBinding([.character("n")], .nextMatch, "n", "key.next-match"),
      KeyBinding([.character("N")], .previousMatch, "N", "key.previous-match"),
    ]) + panes + moving + everywhere

  static let demo =
    KeyTable([
      KeyBinding([.character(" "), .enter], .playPause, "Space", "key.play", hint: 10),
      KeyBinding([.character(".")], .step, ".", "key.step", hint: 12),
      KeyBinding([.character(",")], .stepBack, ",", "key.step-back"),
      KeyBinding([.character("+"), .character("=")], .faster, "+", "key.faster"),
      KeyBinding([.character("-")], .slower, "-", "key.slower"),
      KeyBinding([.character("r")], .restart, "r", "key.restart", hint: 14),
      KeyBinding([.character("s")], .nextKnob, "s", "key.next-knob", hint: 16),
      KeyBinding([.character("S")], .previousKnob, "S", "key.previous-knob"),
      KeyBinding([.character("d")], .knobUp, "d", "key.knob-up", hint: 17),
      KeyBinding([.character("a")], .knobDown, "a", "key.knob-down", hint: 18),
      KeyBinding([.character("e")], .typeValue, "e", "key.type-value"),
      KeyBinding([.character("p")], .nextPreset, "p", "key.preset"),
      KeyBinding([.character("t")], .typeText, "t", "key.type", hint: 15),
      KeyBinding([.character("v")], .table, "v", "key.table"),
      KeyBinding([.character("w")], .explain, "w", "key.explain", hint: 19),
      KeyBinding([.character("c")], .compare, "c", "key.compare"),
      KeyBinding([.character("b")], .otherRun, "b", "key.other-run"),
      KeyBinding([.character("f")], .fork, "f", "key.fork"),
      KeyBinding([.character("o")], .ghost, "o", "key.ghost"),
    ]) + panes + everywhere

  /// The keys of an open question: only those that its kind answers.
  static func quiz(_ kind: Question.KindName) -> KeyTable {
    KeyTable(answering(kind), extra: kind.hasOptions ? [digits] : []) + asking + panes + moving + everywhere
  }

  private static func answering(_ kind: Question.KindName) -> [KeyBinding] {
    switch kind {
    case .single, .multiple, .trueFalse:
      [
        KeyBinding([.character(" ")], .choose, "Space", "key.choose", hint: 10),
        KeyBinding([.enter], .submit, "Enter", "key.submit", hint: 11),
      ]
    case .order:
      [
        KeyBinding([.character("K")], .moveUp, "K", "key.move-up", hint: 9),
        KeyBinding([.character("J")], .moveDown, "J", "key.move-down", hint: 10),
        KeyBinding([.enter], .submit, "Enter", "key.submit", hint: 11),
      ]
    case .tune:
      [
        KeyBinding([.character("d")], .runDemo, "d", "key.run-demo", hint: 10),
        KeyBinding([.enter], .submit, "Enter", "key.submit", hint: 11),
      ]
    case .numeric, .text, .predict: [KeyBinding([.enter], .submit, "Enter", "key.type-answer", hint: 11)]
    }
  }

  private static let digits = DemoKey(
    Bilingual(both: "1-9"), Bilingual(en: "choose that line", zh: "选择这一行"))

  private static let asking = KeyTable([
    KeyBinding([.character("i")], .hint, "i", "key.hint", hint: 13),
    KeyBinding([.character("x")], .skip, "x", "key.skip", hint: 15),
    KeyBinding([.character("u")], .giveUp, "u", "key.give-up"),
    KeyBinding([.left, .character("h")], .previousQuestion, "←", "key.previous-question"),
    KeyBinding([.right, .character("l")], .nextQuestion, "→", "key.next-question", hint: 14),
  ])

  /// In a text field every other key types.
  static let typing = KeyTable([
    KeyBinding([.enter], .submit, "Enter", "key.submit", hint: 10),
    KeyBinding([.escape], .back, "Esc", "key.leave-field", hint: 1),
    KeyBinding([.function(1)], .help, "F1", "key.help", hint: 2),
    KeyBinding([.tab], .nextPane, "Tab", "key.next-pane", hint: 20),
    KeyBinding([.control("c")], .quit, "Ctrl-C", "key.quit"),
    KeyBinding([.control("l")], .repaint, "Ctrl-L", "key.repaint"),
    KeyBinding([.control("z")], .suspend, "Ctrl-Z", "key.suspend"),
  ])

  /// Where nothing is left to answer: Enter goes on, whatever else it means.
  static let quizDone =
    KeyTable([
      KeyBinding([.enter, .character(" ")], .submit, "Enter", "key.go-on", hint: 9),
      KeyBinding([.left, .character("h")], .previousQuestion, "←", "key.previous-question"),
      KeyBinding([.right, .character("l")], .nextQuestion, "→", "key.next-question", hint: 14),
    ]) + panes + moving + everywhere

  /// Beside the keys of every text field: to another question, and the hint, without leaving it.
  static let quizTyping = KeyTable([
    KeyBinding([.up], .previousQuestion, "↑", "key.previous-question"),
    KeyBinding([.down], .nextQuestion, "↓", "key.next-question", hint: 14),
    KeyBinding([.backTab], .previousPane, "Shift-Tab", "key.previous-pane"),
  ])
}

extension Question.KindName {
  /// Whether lines are chosen.
  fileprivate var hasOptions: Bool { [.single, .multiple, .trueFalse].contains(self) }
}
