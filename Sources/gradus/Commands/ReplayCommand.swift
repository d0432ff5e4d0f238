import ArgumentParser
import Demos
import MiniML
import Wording

/// `gradus replay CODE`: makes a receipt's run again and says whether the same came out.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Run a receipt again and confirm its result.",
    discussion: "Receipts come from `gradus demo ID --receipt`. Exit status 1: another result came out.")

  @Argument(help: ArgumentHelp("The receipt; groups may be parted by spaces or hyphens.", valueName: "code"))
  var code: [String]

  @Flag(help: "As JSON.")
  var json = false

  @Option(help: "The language of words in the output: en or zh.")
  var lang: Language?

  @OptionGroup var content: ContentOptions

  private struct Summary: Encodable {
    let demo: String
    let seed: UInt64
    let steps: Int
    let inputs: Int
    let verdict: String
    let goalMetric: String
    let was: Float?
    let now: Float?
    let version: String
    let kernels: String
  }

  func run() throws {
    _ = try? content.folders()
    let language = lang ?? .preferred
    let receipt: Receipt
    do { receipt = try Receipt(code: code.joined(separator: " ")) } catch {
      throw Failure.report("replay: " + error.message[language], Failure.usage)
    }
    guard let replay = Replay(receipt) else {
      throw Failure.unknown("demo", receipt.demo, known: DemoCatalogue.all.map { $0.card.id }, see: "demos")
    }
    if json { try printJSON(summary(replay)) } else { print(Self.sentence(replay)[language]) }
    if replay.verdict == .different || replay.verdict == .impossible { throw ExitCode(Failure.failed) }
  }

  private func summary(_ replay: Replay) -> Summary {
    let (receipt, now) = (replay.receipt, replay.run.receipt.outcome.goalValue)
    return Summary(
      demo: receipt.demo, seed: receipt.seed, steps: receipt.steps, inputs: receipt.inputs.count,
      verdict: "\(replay.verdict)", goalMetric: replay.run.card.goal.metric,
      was: Self.finite(receipt.outcome.goalValue),
      now: Self.finite(now), version: receipt.version.description, kernels: "\(receipt.kernels)")
  }

  private static func finite(_ value: Float) -> Float? { value.isFinite ? value : nil }

  private static func sentence(_ replay: Replay) -> Bilingual {
    let (receipt, card) = (replay.receipt, replay.run.card)
    let (steps, seed) = (receipt.steps, receipt.seed)
    let was = NumberText.short(Double(receipt.outcome.goalValue))
    let now = NumberText.short(Double(replay.run.receipt.outcome.goalValue))
    let run = Bilingual(
      en: "\(card.title.en), \(steps) steps, seed \(seed), Gradus \(receipt.version)",
      zh: "\(card.title.zh)，\(steps) 步，种子 \(seed)，Gradus \(receipt.version)")
    switch replay.verdict {
    case .same:
      return Bilingual(
        en: "Confirmed: the same to the last bit.\n\(run.en): \(card.goal.metric) \(was)",
        zh: "已确认：每一位都相同。\n\(run.zh)：\(card.goal.metric) \(was)")
    case .close:
      return Bilingual(
        en: "Confirmed within 0.001: it was made by kernels that round otherwise (\(receipt.kernels), here "
          + "\(KernelVariant.current)).\n\(run.en): \(card.goal.metric) \(was), here \(now)",
        zh: "在 0.001 以内得到确认：生成它的内核舍入方式不同（\(receipt.kernels)，这里是 \(KernelVariant.current)）。\n"
          + "\(run.zh)：\(card.goal.metric) \(was)，这里是 \(now)")
    case .different:
      return Bilingual(
        en: "Not confirmed: another result came out.\n\(run.en): \(card.goal.metric) was \(was), here it is \(now)",
        zh: "未能确认：得到的结果不同。\n\(run.zh)：\(card.goal.metric) 原为 \(was)，这里是 \(now)")
    case .impossible:
      return Bilingual(
        en: "Not confirmed: the run can't be made again, an input was refused or it ended early.\n\(run.en)",
        zh: "未能确认：无法重演这次运行，某个输入被拒绝，或运行提前结束。\n\(run.zh)")
    }
  }
}
