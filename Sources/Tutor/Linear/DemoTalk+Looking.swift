import Course
import Demos
import Wording

/// What a demo says when it is asked.
extension DemoTalk {
  /// Says what is asked; false where the command asks for no words.
  func look(_ command: LinearCommand, _ talk: LinearTalk) -> Bool {
    switch command {
    case .hear: tellState(talk)
    case .numbers: talk.say(words(talk).numbers)
    case .table: talk.say(words(talk).table)
    case .why: talk.say(words(talk).explanation)
    case .history: talk.say(words(talk).history)
    case .code: tellCode(talk)
    case .last: tellLast(talk)
    default: return false
    }
    return true
  }

  /// The step, the leading number, the demo's own sentence; and what came of an experiment, once.
  func tellState(_ talk: LinearTalk) {
    guard shelf.demo != nil else { return }
    let isRunFarEnough = shelf.demo?.see() == true
    let words = words(talk)
    talk.say(words.standing)
    talk.say(words.narration)
    guard isRunFarEnough, case .experiment(let experiment) = shelf.demo?.watch?.task else { return }
    talk.context.keepTried(experiment.id, in: lesson)
    guard let after = experiment.after else { return }
    talk.tell("linear.demo.after")
    talk.say(talk.markdown(after))
  }

  private func tellCode(_ talk: LinearTalk) {
    let id = shelf.demo?.player.demo.activeRegion
    guard let id, let region = SourceRegion.named(id) else { return talk.tell("linear.demo.no-code") }
    talk.tell("linear.source", ["file": SpokenSource.file(id), "line": String(region.firstLine)])
    talk.say(region.lines)
    talk.tell("linear.code-end")
  }

  private func tellLast(_ talk: LinearTalk) {
    guard let demo = shelf.demo, let ghost = demo.player.ghost, let name = demo.leading, let value = ghost.metric(name)
    else {
      return talk.tell("linear.demo.no-last")
    }
    let number = SpokenNumber(language: talk.language)
    talk.tell(
      "linear.demo.last",
      [
        "step": String(demo.player.step), "metric": words(talk).title(name), "value": number.of(value),
        "now": number.of(demo.leadingValue),
      ])
  }

  func words(_ talk: LinearTalk) -> DemoWords { DemoWords(shelf.demo!, talk) }
}
