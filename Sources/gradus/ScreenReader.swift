import Course
import Curses
import Foundation
import Terminal
import Tutor
import Wording

/// `gradus --screen-reader`: the tutor as a conversation in lines, on the terminal as it is, or through pipes.
struct ScreenReader {
  private let library: Library
  /// The language asked for; nil for the learner's own.
  private let language: Language?

  init(_ library: Library, language: Language?) {
    self.library = library
    self.language = language
  }

  func run() throws {
    let progress = ProgressStore(Folders.current)
    let terminal = PlainTerminal()
    let context = TutorContext(
      strings: try library.strings(), course: library.course, folder: library.folder,
      progress: ProgressKeeper(progress), judge: LiveRunJudge(), waker: NoWaker(), tier: .none,
      language: language ?? .preferred)
    if let language { context.language = language }
    let session = LinearSession(
      context: context, sink: terminal, isInteractive: terminal.isInteractive, clock: { terminal.now })
    var loop = LinearLoop(source: terminal, session: session)
    loop.run()
    terminal.close()
    if progress.waiting > 0, let fault = progress.flush() {
      throw Failure.report(ProgressSentences.sentence(fault)[context.language])
    }
  }
}

/// Nobody waits for other threads here.
private struct NoWaker: Waker {
  func wake() {}
}
