import Course
import Terminal
import Wording

/// What every place of the conversation is given: the learner's choices and progress, a voice, and the time.
final class LinearTalk {
  let context: TutorContext
  /// Somebody may be typing: what runs keeps a pace that can be followed.
  let isInteractive: Bool
  let vocabulary: LinearVocabulary
  /// The pane of a lesson that the learner is in, for coming back to it.
  var pane = LessonPane.theory
  private let sink: any LineSink
  private let clock: () -> ContinuousClock.Instant
  private var toldFault: ProgressError?

  init(
    _ context: TutorContext, sink: any LineSink, isInteractive: Bool, clock: @escaping () -> ContinuousClock.Instant
  ) {
    self.context = context
    self.sink = sink
    self.isInteractive = isInteractive
    self.clock = clock
    vocabulary = LinearVocabulary(context)
  }

  var now: ContinuousClock.Instant { clock() }
  var language: Language { context.language }

  func words(_ key: String, _ arguments: [String: String] = [:]) -> String { context.words(key, arguments) }

  /// The plainest word for a command.
  func word(_ command: LinearCommand) -> String {
    LinearVocabulary.forms(of: command, language, context).first ?? command.rawValue
  }

  /// Two sentences after each other.
  func joined(_ first: String, _ second: String) -> String { first + (language == .en ? " " : "") + second }

  /// Whether formulas are said by their signs, brackets and all, rather than by their structure; kept.
  var saysSigns: Bool {
    get { SpokenMarkup.saysSigns(context) }
    set { context.progress.set(SpokenMarkup.setting, to: newValue ? "signs" : "words") }
  }

  // MARK: Saying

  /// Says lines, with their signs as words; nothing that could steer a terminal is left in them.
  func say(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { sink.say(spoken(String(line))) }
  }

  func say(_ lines: [String]) { for line in lines { say(line) } }

  /// Says words of the interface.
  func tell(_ key: String, _ arguments: [String: String] = [:]) { say(words(key, arguments)) }

  func prompt(_ text: String) { sink.prompt(spoken(text)) }

  /// Says what the full screen would put into its status line, and once why nothing can be saved.
  func tellNotices() {
    if let notice = context.notice { say(notice) }
    context.notice = nil
    guard let fault = context.progress.fault, fault != toldFault else { return }
    toldFault = fault
    say(ProgressSentences.sentence(fault)[language])
  }

  /// Markdown as it is read aloud.
  func markdown(_ text: String) -> String { SpokenMarkup(language, context).text(text) }

  func markdown(_ text: Bilingual) -> String { markdown(text[language]) }

  private func spoken(_ line: String) -> String {
    SpokenText(language: language).of(Sanitizer.clean(line.replacing("\t", with: "  ")))
  }
}
