import Course
import Demos
import Terminal
import Wording

/// The keys of every place, in one file.
extension KeyTable {
  /// Wherever no text is typed.
  static let basics = KeyTable([
    KeyBinding([.character("?"), .function(1)], .help, "?", "key.help", hint: 2),
    KeyBinding([.character("L")], .flipLanguage, "L", "key.language", hint: 50),
    KeyBinding([.character("q"), .escape, .backspace], .back, "q", "key.back", hint: 1),
    KeyBinding([.control("l")], .repaint, "Ctrl-L", "key.repaint"),
    KeyBinding([.control("z")], .suspend, "Ctrl-Z", "key.suspend"),
    KeyBinding([.control("c")], .quit, "Ctrl-C", "key.quit"),
  ])

  /// From any place to any other.
  static let about = KeyTable([
    KeyBinding([.character(":"), .control("p")], .palette, ": Ctrl-P", "key.palette", hint: 45),
    KeyBinding([.control("f")], .searchAll, "Ctrl-F", "key.search-all"),
    KeyBinding([.character("<"), .altLeft], .historyBack, "< Alt-←", "key.history-back"),
    KeyBinding([.character(">"), .altRight], .historyForward, "> Alt-→", "key.history-forward"),
    KeyBinding([.function(2)], .settings, "F2", "key.settings"),
  ])

  /// Everywhere but in a text field and before the first start is over.
  static let everywhere = basics + about

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
      KeyBinding([.character("s")], .settings, "s", "key.settings", hint: 48),
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
      KeyBinding([.right, .character("l")], .nextMark, "→ l", "key.next-mark", hint: 35),
      KeyBinding([.left, .character("h")], .previousMark, "← h", "key.previous-mark"),
      KeyBinding([.character("m")], .bookmark, "m", "key.bookmark"),
      KeyBinding([.character("M")], .note, "M", "key.note"),
      KeyBinding([.character("'")], .bookmarks, "'", "key.bookmarks"),
      KeyBinding([.character("/")], .search, "/", "key.search", hint: 40),
      KeyBinding([.character("n")], .nextMatch, "n", "key.next-match"),
      KeyBinding([.character("N")], .previousMatch, "N", "key.previous-match"),
    ]) + panes + moving + everywhere

  /// In the text with a term, a footnote or a link chosen.
  static let readerAtMark =
    KeyTable([KeyBinding([.enter], .open, "Enter", "key.open", hint: 10)]) + reader.without(.open)

  /// While something is explained over the text.
  static let sheet = closing + moving + everywhere.without(.back)

  /// In the list of bookmarks.
  static let bookmarks =
    KeyTable([
      KeyBinding([.enter, .character(" ")], .open, "Enter", "key.go-there", hint: 10),
      KeyBinding([.character("x"), .delete], .removeBookmark, "x", "key.remove-bookmark", hint: 12),
    ]) + closing + moving + everywhere.without(.back)

  private static let closing = KeyTable([
    KeyBinding([.escape, .character("q"), .backspace, .character("'")], .back, "Esc", "key.close", hint: 1)
  ])

  /// While a note is written: its line may be moved.
  static let noteTyping =
    KeyTable([
      KeyBinding([.up], .up, "↑", "key.note-up"),
      KeyBinding([.down], .down, "↓", "key.note-down", hint: 12),
    ]) + typing

  static let demo =
    KeyTable([
      KeyBinding([.character(" "), .enter], .playPause, "Space", "key.play", hint: 10),
      KeyBinding([.character(".")], .step, ".", "key.step", hint: 12),
      KeyBinding([.character(",")], .stepBack, ",", "key.step-back"),
      KeyBinding([.character("+"), .character("=")], .faster, "+", "key.faster"),
      KeyBinding([.character("-")], .slower, "-", "key.slower"),
      KeyBinding([.character("r")], .restart, "r", "key.restart", hint: 14),
      KeyBinding([.home, .character("g")], .top, "g", "key.first-step"),
      KeyBinding([.end, .character("G")], .bottom, "G", "key.newest-step"),
      KeyBinding([.character("s")], .nextKnob, "s", "key.next-knob", hint: 16),
      KeyBinding([.character("S")], .previousKnob, "S", "key.previous-knob"),
      KeyBinding([.character("d")], .knobUp, "d", "key.knob-up", hint: 17),
      KeyBinding([.character("a")], .knobDown, "a", "key.knob-down", hint: 18),
      KeyBinding([.character("e")], .typeValue, "e", "key.type-value"),
      KeyBinding([.character("p")], .nextPreset, "p", "key.preset"),
      KeyBinding([.character("t")], .typeText, "t", "key.type", hint: 15),
      KeyBinding([.character("v")], .table, "v", "key.table"),
      KeyBinding([.character("w")], .explain, "w", "key.explain", hint: 19),
      KeyBinding([.character("x")], .code, "x", "key.code", hint: 21),
      KeyBinding([.character("c")], .compare, "c", "key.compare"),
      KeyBinding([.character("b")], .otherRun, "b", "key.other-run"),
      KeyBinding([.character("f")], .fork, "f", "key.fork"),
      KeyBinding([.character("o")], .ghost, "o", "key.ghost"),
    ]) + panes + everywhere

  /// The keys of a demo while its source is open.
  var withCode: KeyTable {
    KeyTable(bindings.filter { $0.command != .code }, extra: extra, refusals: refusals) + .codeView
  }

  private static let codeView = KeyTable([
    KeyBinding([.character("x")], .code, "x", "key.code-next", hint: 3),
    KeyBinding([.pageUp], .pageUp, "PgUp", "key.page-up"),
    KeyBinding([.pageDown], .pageDown, "PgDn", "key.page-down"),
  ])

  /// The keys of an open question: only those that its kind answers.
  static func quiz(_ kind: Question.KindName) -> KeyTable {
    KeyTable(answering(kind), extra: kind.hasOptions ? [digits] : []) + asking + panes + moving + everywhere
  }

  /// The settings page.
  static let settingsPage =
    KeyTable([
      KeyBinding([.right, .character("l"), .enter, .character(" ")], .right, "→ l", "key.next-value", hint: 10),
      KeyBinding([.left, .character("h")], .left, "← h", "key.previous-value", hint: 11),
      KeyBinding([.character("u")], .undo, "u", "key.undo", hint: 12),
      KeyBinding([.character("r")], .reset, "r", "key.reset", hint: 13),
    ]) + moving + everywhere

  /// The search of all lessons: its text is typed all the time.
  static let searching = KeyTable(
    [
      KeyBinding([.enter], .open, "Enter", "key.go-there", hint: 10),
      KeyBinding([.up], .up, "↑", "key.up"),
      KeyBinding([.down, .tab], .down, "↓", "key.down", hint: 11),
      KeyBinding([.pageUp], .pageUp, "PgUp", "key.page-up"),
      KeyBinding([.pageDown], .pageDown, "PgDn", "key.page-down"),
      KeyBinding([.escape], .back, "Esc", "key.back", hint: 1),
    ] + whileTyping, isTyping: true)

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
  static let typing = KeyTable(
    [
      KeyBinding([.enter], .submit, "Enter", "key.submit", hint: 10),
      KeyBinding([.escape], .back, "Esc", "key.leave-field", hint: 1),
      KeyBinding([.tab], .nextPane, "Tab", "key.next-pane", hint: 20),
    ] + whileTyping, isTyping: true)

  /// The keys of everywhere that are no characters.
  private static let whileTyping = [
    KeyBinding([.function(1)], .help, "F1", "key.help", hint: 2),
    KeyBinding([.control("p")], .palette, "Ctrl-P", "key.palette"),
    KeyBinding([.control("f")], .searchAll, "Ctrl-F", "key.search-all"),
    KeyBinding([.altLeft], .historyBack, "Alt-←", "key.history-back"),
    KeyBinding([.altRight], .historyForward, "Alt-→", "key.history-forward"),
    KeyBinding([.function(2)], .settings, "F2", "key.settings"),
    KeyBinding([.control("c")], .quit, "Ctrl-C", "key.quit"),
    KeyBinding([.control("l")], .repaint, "Ctrl-L", "key.repaint"),
    KeyBinding([.control("z")], .suspend, "Ctrl-Z", "key.suspend"),
  ]

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

extension KeyTable {
  /// Every table there is, with the place that it belongs to: for the check of chosen keys and for `gradus keys`.
  public static let places: [(place: String, table: KeyTable)] =
    [
      ("roadmap", roadmap), ("theory", reader), ("demo", demo), ("bookmarks", bookmarks), ("gallery", gallery),
      ("search", searching), ("settings", settingsPage), ("note-field", noteTyping),
      ("field", typing), ("quiz-field", typing + quizTyping), ("quiz-done", quizDone),
    ] + Question.KindName.allCases.map { ("quiz-\($0.rawValue)", quiz($0)) }
}

extension Question.KindName {
  /// Whether lines are chosen.
  fileprivate var hasOptions: Bool { [.single, .multiple, .trueFalse].contains(self) }
}
