import Terminal

/// A formula, or a part of one, set in rows of the same width; one row is the line on which its neighbours stand.
public struct MathBox: Hashable, Sendable {
  /// Every row is `width` columns wide.
  public let lines: [String]
  /// The row on which the neighbours stand.
  public let baseline: Int
  public let width: Int

  public var height: Int { lines.count }

  enum Alignment {
    case left, centre, right
  }

  /// Rows are filled with blanks to the widest.
  init(_ lines: [String], baseline: Int, alignment: Alignment = .left) {
    let widest = lines.map { TextWidth.of($0) }.max() ?? 0
    self.lines = lines.map { Self.pad($0, widest, alignment) }
    self.baseline = baseline
    width = widest
  }

  init(_ text: String) { self.init([text], baseline: 0) }

  static func blank(width: Int) -> MathBox { MathBox(String(repeating: " ", count: width)) }

  var isOneRow: Bool { lines.count == 1 }

  private static func pad(_ line: String, _ width: Int, _ alignment: Alignment) -> String {
    let room = width - TextWidth.of(line)
    guard room > 0 else { return line }
    let left: Int
    switch alignment {
    case .left: left = 0
    case .centre: left = room / 2
    case .right: left = room
    }
    return String(repeating: " ", count: left) + line + String(repeating: " ", count: room - left)
  }

  /// Boxes side by side, on one baseline.
  static func beside(_ boxes: [MathBox]) -> MathBox {
    let above = boxes.map(\.baseline).max() ?? 0
    let below = boxes.map { $0.height - $0.baseline }.max() ?? 1
    let lines = (0..<(above + below)).map { row in
      boxes.map { box in
        let own = row - above + box.baseline
        return box.lines.indices.contains(own) ? box.lines[own] : String(repeating: " ", count: box.width)
      }.joined()
    }
    return MathBox(lines, baseline: above)
  }

  /// Boxes one below the other; the neighbours stand on the baseline of box `main`.
  static func stack(_ boxes: [MathBox], main: Int, alignment: Alignment = .centre) -> MathBox {
    let width = boxes.map(\.width).max() ?? 0
    let before = boxes[..<main].map(\.height).reduce(0, +)
    return MathBox(boxes.flatMap { $0.padded(to: width, alignment).lines }, baseline: before + boxes[main].baseline)
  }

  func padded(to width: Int, _ alignment: Alignment) -> MathBox {
    guard width > self.width else { return self }
    return MathBox(lines.map { Self.pad($0, width, alignment) }, baseline: baseline)
  }
}
