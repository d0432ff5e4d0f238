import Demos
import Recording
import Terminal
import Tutor
import Wording

/// A demo's run as pictures, drawn as the tutor's player draws them.
struct DemoRecording {
  let setup: DemoSetup
  let size: Size
  let language: Language
  let theme: Theme
  let framesPerSecond: Int
  /// Steps from one picture to the next.
  let interval: Int
  let showsCode: Bool

  /// Runs to the end; returns what the recording says of itself.
  func run(into recorder: inout any Recorder) throws(InputFault) -> Caption {
    var run = try HeadlessRun(
      setup.type, steps: setup.steps, settings: setup.settings, seed: setup.seed,
      text: setup.text ?? setup.card.textInput?.initial[language])
    var code = showsCode ? CodePane(setup.card) : nil
    recorder.add(picture(of: run.player, isPlaying: setup.steps > 0, &code))
    while let row = run.next() {
      guard row.isDone || row.step % interval == 0 else { continue }
      recorder.add(picture(of: run.player, isPlaying: !row.isDone, &code))
    }
    return caption(run.player)
  }

  private func picture(of player: DemoPlayer, isPlaying: Bool, _ code: inout CodePane?) -> Surface {
    let view = PlayerView(size: size, language: language, theme: theme, showsCode: showsCode)
    let speed = PlayerSpeed(stepsPerSecond: framesPerSecond * interval)
    let frame = player.frame(view, isPlaying: isPlaying, speed: speed)
    var surface = Surface(size)
    DemoPane(frame).draw(on: &surface, in: surface.bounds, theme: theme)
    code?.draw(frame, on: &surface, in: surface.bounds, theme: theme)
    surface.paint(theme)
    return surface
  }

  private func caption(_ player: DemoPlayer) -> Caption {
    let step = Bilingual(en: "step \(player.step)", zh: "第 \(player.step) 步")[language]
    let metrics = player.demo.shownMetrics.map { metric in
      "\(player.card.metricTitles[metric.name]?[language] ?? metric.name) \(NumberText.short(metric.value))"
    }
    return Caption(
      title: "\(player.card.title[language]) · \(step)",
      description: ([player.demo.narration(language)] + metrics).joined(separator: language == .en ? " " : "　"),
      language: language.rawValue)
  }
}
