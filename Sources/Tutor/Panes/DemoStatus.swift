import Demos
import Wording

/// What a demo is doing, for the status line: "training, step 340 of 1000, 12 s left".
struct DemoStatus {
  let frame: PlayerFrame
  /// The step at which there will be something to see.
  let last: Int

  /// Empty while it rests.
  func line(_ context: TutorContext) -> String {
    guard frame.isPlaying else { return "" }
    let step = String(frame.step)
    guard frame.step < last else { return context.words("demo.playing", ["step": step]) }
    let line = context.words("demo.playing-of", ["step": step, "last": String(last)])
    return timeLeft(context).map { line + context.words("demo.and") + $0 } ?? line
  }

  /// Nil until the speed is known.
  private func timeLeft(_ context: TutorContext) -> String? {
    guard let speed = frame.stepsPerSecond else { return nil }
    let seconds = Double(last - frame.step) / speed
    guard seconds < 360_000 else { return nil }
    if seconds < 60 { return context.words("demo.seconds-left", ["count": String(Int(seconds.rounded(.up)))]) }
    return context.words("demo.minutes-left", ["count": String(Int((seconds / 60).rounded(.up)))])
  }
}
