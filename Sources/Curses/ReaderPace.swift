/// How fast the terminal reads: the time that frames take to leave, as a running mean.
struct ReaderPace {
  /// Above this thirty frames a second cannot be had.
  private static let slow = Duration.milliseconds(33)
  /// Below this they can again; apart from `slow`, so that the judgement does not swing.
  private static let quick = Duration.milliseconds(10)
  /// A longer wait counts as this: someone stopped the output for a while.
  private static let longest = Duration.milliseconds(200)

  private var mean = Duration.zero
  private(set) var isSlow = false

  /// Takes in how long a frame took to leave.
  mutating func add(_ time: Duration) {
    mean = (mean * 3 + min(time, ReaderPace.longest)) / 4
    if mean > ReaderPace.slow { isSlow = true }
    if mean < ReaderPace.quick { isSlow = false }
  }
}
