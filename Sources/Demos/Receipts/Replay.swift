/// A receipt's run made again, and what it says of the receipt.
public struct Replay: Sendable {
  /// What the second run showed.
  public enum Verdict: Hashable, Sendable {
    /// Every number is the same to the last bit.
    case same
    /// Other kernels made the receipt, whose last digits differ; the goal's metric is as near as it should be.
    case close
    case different
    /// The demo refused one of the inputs, or ended before the receipt's last step.
    case impossible
  }

  public let receipt: Receipt
  public let run: DemoRun
  public let verdict: Verdict

  /// How far the goal's metric may be off, relative to 1 or its size, where the kernels differ.
  public static let tolerance: Float = 1e-3

  /// Makes the run again; nil where there is no such demo.
  public init?(_ receipt: Receipt) {
    guard let type = DemoCatalogue.demo(receipt.demo) else { return nil }
    self.init(receipt, type)
  }

  init(_ receipt: Receipt, _ type: any Demo.Type) {
    self.receipt = receipt
    var run = DemoRun(type, settings: receipt.settings, seed: receipt.seed)
    var isPossible = true
    for stamped in receipt.inputs {
      run.seek(to: stamped.step)
      if run.step != stamped.step || run.apply(stamped.input) != nil { isPossible = false }
    }
    run.seek(to: receipt.steps)
    self.run = run
    verdict = isPossible && run.step == receipt.steps ? Self.compare(receipt, run.receipt.outcome) : .impossible
  }

  private static func compare(_ receipt: Receipt, _ outcome: Receipt.Outcome) -> Verdict {
    if receipt.outcome == outcome { return .same }
    guard receipt.kernels != .current else { return .different }
    let (was, now) = (receipt.outcome.goalValue, outcome.goalValue)
    if !was.isFinite || !now.isFinite {
      return was.isNaN == now.isNaN && !was.isFinite && !now.isFinite ? .close : .different
    }
    return abs(was - now) <= tolerance * max(1, abs(was)) ? .close : .different
  }
}
