import Terminal

/// How far a run has come, in steps, with the time left.
///
/// It looks at no clock: who draws it says how long the steps took (`secondsLeft(done:total:elapsed:)`) or will take.
public struct ProgressChart: Chart {
  /// What is counted: `step`. May be empty.
  public var name: String
  /// What stands before the time: `left`. May be empty.
  public var leftTitle: String
  public var done: Int
  public var total: Int
  /// Nil where nothing is known yet.
  public var secondsLeft: Double?

  public init(_ name: String, done: Int, total: Int, secondsLeft: Double? = nil, leftTitle: String = "") {
    self.name = name
    self.leftTitle = leftTitle
    self.done = done
    self.total = total
    self.secondsLeft = secondsLeft
  }

  /// The time that the rest takes when it goes on as it went: `elapsed / done * (total - done)`; nil before the first
  /// step, 0 after the last.
  public static func secondsLeft(done: Int, total: Int, elapsed: Double) -> Double? {
    guard done > 0, elapsed.isFinite, elapsed >= 0 else { return nil }
    return elapsed / Double(done) * Double(max(0, total - done))
  }

  /// A time as a clock shows it: `0:05`, `12:34`, `1:02:03`; `?` where it is not known, above 99 hours `>99 h`.
  public static func clock(_ seconds: Double?) -> String {
    guard let seconds, seconds.isFinite, seconds >= 0 else { return "?" }
    guard seconds < 356_400 else { return ">99 h" }
    // Upwards: nobody should wait for the last second that was said to be over.
    let whole = Int(seconds.rounded(.up))
    let two = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
  }

  /// From 0 to 1.
  public var share: Double { total > 0 ? max(0, min(1, Double(done) / Double(total))) : 0 }

  public func draw(on surface: inout Surface, in area: Rect, theme: Theme) {
    guard !area.isEmpty else { return }
    let percent = "\(Int(share * 100)) %"
    let counted = (name.isEmpty ? "" : name + " ") + "\(done)/\(total)"
    let left = (leftTitle.isEmpty ? "" : leftTitle + " ") + Self.clock(secondsLeft)
    // The widths that the texts have at most, so that the bar stands still while the numbers grow.
    let lead = TextWidth.of(counted) - "\(done)".count + "\(max(0, total))".count + 2
    let tails = [percent.padded(to: 6) + left.padded(to: TextWidth.of(left) + 2), percent, ""]
    let tail = tails.first { area.width - lead - TextWidth.of($0) >= 12 } ?? ""
    let leadWidth = area.width - lead - TextWidth.of(tail) >= 8 ? lead : 0
    if leadWidth > 0 { surface.write(counted, x: area.x, y: area.y, style: theme.strong) }
    let tailWidth = tail.isEmpty ? 0 : TextWidth.of(tail) + 1
    let bar = Rect(x: area.x + leadWidth, y: area.y, width: area.width - leadWidth - tailWidth, height: 1)
    drawBar(in: bar, on: &surface, theme: theme)
    surface.write(tail, x: bar.maxX + 1, y: area.y, style: theme.text, columns: tailWidth)
  }

  private func drawBar(in area: Rect, on surface: inout Surface, theme: Theme) {
    let filled = Int((share * Double(area.width)).rounded(.down))
    for x in 0..<area.width {
      let glyph: Unicode.Scalar = theme.glyphs == .ascii ? (x < filled ? "#" : ".") : (x < filled ? "━" : "╌")
      surface.put(glyph, x: area.x + x, y: area.y, style: x < filled ? theme.accent : theme.border)
    }
  }

  public var facts: [ChartFact] {
    total > 0 ? [.progress(done: done, total: total, secondsLeft: secondsLeft)] : [.empty]
  }

  public var table: ChartTable {
    ChartTable(
      columns: [.words(name, else: .done), .notion(.total), .notion(.timeLeft)],
      rows: [["\(done)", "\(total)", Self.clock(secondsLeft)]])
  }
}
