import ArgumentParser
import Course
import Demos
import Foundation
import Recording
import Terminal
import Tutor
import Wording

/// `gradus demo ID`: a demo without a screen.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Run a demo without a screen and print its numbers.")

  @Argument(help: "The demo's id; `gradus demos` lists them.")
  var id: String

  @Option(help: "How many steps at most; the demo's own default when left out.")
  var steps: Int?

  @Option(help: "The seed of everything random; same seed, same numbers.")
  var seed: UInt64 = 1

  @Option(
    name: .customLong("set"), help: ArgumentHelp("Set a knob; may be given several times.", valueName: "knob=value"))
  var settings: [String] = []

  @Option(help: "What a learner would type into the demo.")
  var input: String?

  @Flag(help: #"A JSON line a step: {"step":n,"metrics":{...},"done":bool}."#)
  var json = false

  @Option(help: ArgumentHelp("Print the last picture at this size.", valueName: "80x24"))
  var frame: FrameSize?

  @Flag(help: "Print the run's receipt at the end: a code that `gradus replay` confirms on another machine.")
  var receipt = false

  @Option(help: "The language of words in the output: en or zh.")
  var lang: Language = .en

  @OptionGroup var content: ContentOptions

  func validate() throws {
    if let steps, steps < 0 { throw ValidationError("--steps: expected a whole number from 0, got \(steps).") }
  }

  func run() throws {
    _ = try? content.folders()
    let request = RunRequest(
      demo: id, settings: try settings.map(Self.setting), seed: seed, text: input.map { Bilingual(both: $0) },
      steps: steps ?? DemoCatalogue.demo(id)?.card.defaultSteps ?? 0)
    let setup = try DemoCommand.setup(request, lang)
    var run: HeadlessRun
    do {
      run = try HeadlessRun(
        setup.type, steps: setup.steps, settings: setup.settings, seed: setup.seed, text: setup.text)
    } catch { throw Failure.report(error.sentence(input ?? "", lang), Failure.usage) }
    while let row = run.next() {
      if json { print(row.json) }
    }
    if let frame { print(Self.picture(of: run.player, frame.size, lang, OutputColors.tier)) }
    if !json && frame == nil { print(Self.summary(of: run.player, lang)) }
    if receipt, let code = run.player.receipt.code { print(code) }
  }

  static func setup(_ request: RunRequest, _ language: Language) throws -> DemoSetup {
    do { return try DemoSetup(request, language) } catch {
      switch error {
      case .unknownDemo(let id, let known): throw Failure.unknown("demo", id, known: known, see: "demos")
      case .unknownKnob(let id, let known):
        throw Failure.unknown("knob of \(request.demo)", id, known: known, see: "demos")
      case .unknownPreset(let id, let known):
        throw Failure.unknown("preset of \(request.demo)", id, known: known, see: "demos")
      case .badValue(let setting, let expected):
        throw Failure.report(
          "--set \(setting.knob)=\(setting.value): expected \(expected), got \"\(setting.value)\".", Failure.usage)
      case .refusedText(let why): throw Failure.report(why[language], Failure.usage)
      }
    }
  }

  static func setting(_ text: String) throws -> KnobSetting {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw Failure.report("--set: expected knob=value, got \"\(text)\".", Failure.usage)
    }
    return KnobSetting(parts[0], parts[1])
  }

  /// The pane as text, in colour where somebody looks at it on a terminal that has any.
  private static func picture(
    of player: DemoPlayer, _ size: Size, _ language: Language, _ tier: ColorTier
  ) -> String {
    let theme = Theme.standard(colors: tier)
    var surface = Surface(size)
    let frame = player.frame(PlayerView(size: size, language: language, theme: theme))
    DemoPane(frame).draw(on: &surface, in: surface.bounds, theme: theme)
    return (tier == .none ? surface.lines : surface.styledLines(tier)).joined(separator: "\n")
  }

  private static func summary(of player: DemoPlayer, _ language: Language) -> String {
    let metrics = player.demo.metrics.map { "  \($0.name.padded(to: 24)) \(NumberText.short($0.value))" }
    let title = "\(player.card.title[language]) · \(player.card.id) · step \(player.step) · seed \(player.run.seed)"
    return ([title] + metrics + ["", Sanitizer.clean(player.demo.narration(language))]).joined(separator: "\n")
  }
}

/// A size as `80x24`.
struct FrameSize: ExpressibleByArgument {
  let size: Size

  init(_ size: Size) { self.size = size }

  init?(argument: String) {
    let parts = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], (1...1000).contains(width),
      (1...1000).contains(height)
    else { return nil }
    size = Size(width: width, height: height)
  }

  var defaultValueDescription: String { "\(size.width)x\(size.height)" }
}

extension Language: ExpressibleByArgument {}

extension InputFault {
  /// The sentence, with the text and carets under what is at fault where a place is known.
  func sentence(_ text: String, _ language: Language) -> String {
    guard let range else { return message[language] }
    let before = text.prefix(range.lowerBound)
    let fault = text.dropFirst(range.lowerBound).prefix(range.count)
    let carets = String(repeating: "^", count: max(1, TextWidth.of(fault)))
    return "\(message[language])\n  \(Sanitizer.clean(text))\n  "
      + String(repeating: " ", count: TextWidth.of(before)) + carets
  }
}
