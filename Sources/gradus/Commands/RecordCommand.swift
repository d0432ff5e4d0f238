import ArgumentParser
import Course
import Demos
import Foundation
import Recording
import Terminal
import Tutor
import Wording

/// `gradus record DEMO FILE`: a demo's run, or a screen of the tutor, as a file to be played or looked at.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record a demo, or a screen of the tutor, as an asciicast or a picture.",
    discussion: """
      FILE.cast is played by asciinema and its like; FILE.svg is a picture, moving with --animated. The same arguments \
      make the same file, byte for byte.
        gradus record gradient-descent descent.cast --preset zigzag --steps 60
        gradus record backpropagation step.svg --steps 9 --code --size 160x40
        gradus record --screen gradient-descent lesson.svg --keys "Tab .*20" --lang zh
      """)

  @Argument(help: "The demo's id (`gradus demos` lists them); with --screen a lesson's id, or roadmap.")
  var subject: String

  @Argument(help: "Where to write: a name that ends in .cast or .svg.")
  var file: String

  @Option(help: "How many steps at most; the demo's own default when left out.")
  var steps: Int?

  @Option(help: "The seed of everything random; same seed, same numbers.")
  var seed: UInt64?

  @Option(
    name: .customLong("set"), help: ArgumentHelp("Set a knob; may be given several times.", valueName: "knob=value"))
  var settings: [String] = []

  @Option(help: "Begin with a preset of the demo.")
  var preset: String?

  @Option(help: "What a learner would type into the demo.")
  var input: String?

  @Flag(help: "Show the source that runs, with the figures beside its lines.")
  var code = false

  @Flag(help: "Record the tutor instead of a demo.")
  var screen = false

  @Option(help: #"With --screen: the keys to press, as "Tab .*20 Down"."#)
  var keys: String?

  @Option(help: ArgumentHelp("Columns and rows.", valueName: "80x24"))
  var size = FrameSize(Size(width: 80, height: 24))

  @Option(help: "The language: en or zh.")
  var lang: Language = .en

  @Option(help: "The theme: \(ThemeName.allCases.map(\.rawValue).joined(separator: ", ")).")
  var theme: ThemeName = .dark

  @Option(help: "Pictures a second, 1 to 60; as many as the demo's steps when left out.")
  var fps: Int?

  @Option(help: "Steps from one picture to the next.")
  var every = 1

  @Flag(help: "With FILE.svg: a picture that moves; a still of the end otherwise.")
  var animated = false

  @OptionGroup var content: ContentOptions

  func validate() throws {
    if let steps, steps < 0 { throw ValidationError("--steps: expected a whole number from 0, got \(steps).") }
    if let fps, !(1...60).contains(fps) { throw ValidationError("--fps: expected 1 to 60, got \(fps).") }
    guard every > 0 else { throw ValidationError("--every: expected a whole number from 1, got \(every).") }
    let ofDemo = steps != nil || seed != nil || !settings.isEmpty || preset != nil || input != nil || code
    if screen && ofDemo {
      throw ValidationError(
        "--screen: a screen has no --steps, --seed, --set, --preset, --input or --code; use --keys.")
    }
    if !screen && keys != nil { throw ValidationError("--keys: only with --screen.") }
  }

  func run() throws {
    let file = try RecordingFile(file)
    if animated && file.form != .svg {
      throw Failure.report("--animated: only with a name that ends in .svg; a .cast moves anyway.", Failure.usage)
    }
    try file.write(screen ? try recordScreen(file) : try recordDemo(file))
  }

  private func recordDemo(_ file: RecordingFile) throws -> String {
    _ = try? content.folders()
    let card = DemoCatalogue.demo(subject)?.card
    let request = RunRequest(
      demo: subject, preset: preset, settings: try settings.map(DemoCommand.setting), seed: seed ?? 1,
      text: input.map { Bilingual(both: $0) }, steps: steps ?? card?.defaultSteps ?? 0)
    let setup = try DemoCommand.setup(request, lang)
    let rate = fps ?? min(60, setup.card.stepsPerSecond)
    let drawn = Theme.named(theme, colors: .ansi256)
    var recorder = file.recorder(size: size.size, framesPerSecond: rate, isAnimated: animated, theme: drawn)
    let recording = DemoRecording(
      setup: setup, size: size.size, language: lang, theme: drawn, framesPerSecond: rate, interval: every,
      showsCode: code)
    let caption: Caption
    do { caption = try recording.run(into: &recorder) } catch {
      throw Failure.report(error.sentence(input ?? "", lang), Failure.usage)
    }
    return recorder.text(caption)
  }

  private func recordScreen(_ file: RecordingFile) throws -> String {
    let library = try Library(content)
    let keys = try KeyScript(keys ?? "").keys
    var recorder = file.recorder(
      size: size.size, framesPerSecond: fps ?? 2, isAnimated: animated, theme: .named(theme, colors: .ansi256))
    let recording = ScreenRecording(place: subject, keys: keys, size: size.size, language: lang, theme: theme)
    let caption = try recording.run(library, into: &recorder)
    return recorder.text(caption)
  }
}

extension ThemeName: ExpressibleByArgument {}
