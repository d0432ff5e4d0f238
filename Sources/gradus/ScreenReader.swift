import Course
import Curses
import Foundation
import Terminal
import Tutor
import Wording

/// `gradus --screen-reader`: the tutor as a conversation in lines, on the terminal as it is, or through pipes.
struct ScreenReader {
  private let library: Library
  private let progress: ProgressStore
  private let preferences: PreferencesKeeper

  init(_ library: Library, _ progress: ProgressStore, _ preferences: PreferencesKeeper) {
    self.library = library
    self.progress = progress
    self.preferences = preferences
  }

  func run() throws {
    let terminal = PlainTerminal()
    let context = TutorContext(
      strings: try library.strings(), course: library.course, folder: library.folder,
      progress: ProgressKeeper(progress), preferences: preferences, judge: LiveRunJudge(), waker: NoWaker(),
      tier: .none, language: .ofLocale)
    context.notice = OpenCommand.notice(nil, nil, preferences, context.language) ?? context.notice
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
