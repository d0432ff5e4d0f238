import Terminal

/// What is found out about the terminal while it is in use: two questions asked once, whose answers nobody waits for,
/// and how fast it reads.
struct TerminalSurvey {
  typealias Instant = ContinuousClock.Instant

  /// An answer later than this is nobody's.
  static let patience = Duration.seconds(3)
  /// So long after a question the answer is likely still under way.
  static let travel = Duration.milliseconds(300)

  private(set) var traits: TerminalTraits
  private let isRemote: Bool
  private var asksWidth: Bool
  private var pace = ReaderPace()
  /// When the questions were asked; nil before, and once they were answered.
  private var groundAsked: Instant?
  private var widthAsked: Instant?

  init(options: CursesOptions, colors: ColorTier) {
    let variable = { (name: String) in options.environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    isRemote = ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"].contains { variable($0) != nil }
    asksWidth = options.probesWidth
    traits = TerminalTraits(
      colors: colors, ground: variable("COLORFGBG").flatMap { .init(foregroundAndBackground: $0) }, isSlow: isRemote)
  }

  /// The question for the background's colour (OSC 11); nothing where no choice of colours needs the answer.
  mutating func greeting(at now: Instant) -> [UInt8] {
    guard traits.colors >= .ansi256 else { return [] }
    groundAsked = now
    return Array("\u{1B}]11;?\u{1B}\\".utf8)
  }

  /// A frame that clears the screen, with the question for the width of ambiguous characters before the clearing: three
  /// of them are put into the second row, which is wiped unseen, and the place of the cursor behind them is asked for.
  ///
  /// The second row, because a report from the first looks like F3 with modifiers. Asked once, where there is room.
  mutating func asking(in frame: [UInt8], size: Size, at now: Instant) -> [UInt8] {
    guard asksWidth, size.width >= 16, size.height >= 2 else { return frame }
    guard let place = TerminalSurvey.clearing(in: frame) else { return frame }
    asksWidth = false
    widthAsked = now
    return frame[..<place] + Array("\u{1B}[2;1H─“α\u{1B}[6n".utf8) + frame[place...]
  }

  /// Where a frame goes home to clear the screen: `CSI H`, then `CSI J` or `CSI 2 J` at once or after a change of graphics.
  private static func clearing(in frame: [UInt8]) -> Int? {
    let home = Array("\u{1B}[H".utf8)
    let place = frame.indices.first { frame[$0...].starts(with: home) }
    return place.flatMap { frame[$0...].prefix(24).contains(UInt8(ascii: "J")) ? $0 : nil }
  }

  /// Takes answers in; what was not asked for, or comes too late, is left alone. True where the traits changed.
  mutating func take(_ reports: [TerminalReport], at now: Instant) -> Bool {
    let before = traits
    for report in reports {
      switch report {
      case .background(let red, let green, let blue) where isOpen(groundAsked, now):
        traits.ground = .init(red: red, green: green, blue: blue)
        groundAsked = nil
      case .cursor(row: 2, column: let column) where isOpen(widthAsked, now):
        // Behind three columns comes the fourth. A terminal that knows no UTF-8 is further on still, and better off
        // with ASCII too.
        traits.drawsAmbiguousWide = column > 4
        widthAsked = nil
      default: break
      }
    }
    return traits != before
  }

  /// Takes in how long a frame took to leave; true where the traits changed.
  mutating func noteFrame(taking time: Duration) -> Bool {
    let before = traits
    pace.add(time)
    traits.isSlow = isRemote || pace.isSlow
    return traits != before
  }

  /// Whether an answer is likely on its way, so that leaving now would spill it into the shell.
  func isExpectingAnswer(at now: Instant) -> Bool {
    [groundAsked, widthAsked].contains { $0.map { now - $0 < TerminalSurvey.travel } ?? false }
  }

  private func isOpen(_ asked: Instant?, _ now: Instant) -> Bool {
    asked.map { now - $0 <= TerminalSurvey.patience } ?? false
  }
}
