import Demos
import Terminal
import Wording

/// What the status line says about a key: why it can do nothing just now, or what it did.
extension DemoStage {
  /// The key of the reason in the string table; nil where the command can be done, or that is not known yet.
  func refusal(of command: Command) -> String? {
    // While a frame is still owed, the newest one may no longer be true.
    guard let frame, !isBusy else { return nil }
    switch command {
    case .stepBack, .top: return frame.step == 0 ? "why.first-step" : nil
    case .bottom: return frame.lane.hasFuture ? nil : "why.newest-step"
    case .step: return frame.lanes.allSatisfy(\.isFinished) ? "why.finished" : nil
    case .otherRun: return frame.isComparing ? nil : "why.one-run"
    case .faster: return frame.speed == .unlimited ? "why.fastest" : nil
    case .slower: return frame.speed == .one ? "why.slowest" : nil
    default: return nil
    }
  }

  /// What a command has just done, where the picture alone may not show it.
  func echo(of command: Command, _ context: TutorContext) -> String? {
    guard let frame else { return nil }
    switch command {
    case .faster, .slower:
      if frame.speed == .unlimited { return context.words("echo.full-speed") }
      return context.words("echo.speed", ["count": String(frame.speed.rawValue)])
    case .nextKnob, .previousKnob, .knobUp, .knobDown: return knob(frame, context.language)
    case .restart: return context.words("echo.restart")
    case .fork: return context.words("echo.fork", ["step": String(frame.step)])
    default: return nil
    }
  }

  private func knob(_ frame: PlayerFrame, _ language: Language) -> String? {
    guard frame.card.knobs.indices.contains(frame.selectedKnob) else { return nil }
    let knob = frame.card.knobs[frame.selectedKnob]
    let value = frame.settings[knob.id] ?? knob.defaultValue
    return knob.title[language] + (language == .zh ? "：" : ": ") + knob.text(value, language)
  }
}
