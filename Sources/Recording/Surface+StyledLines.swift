import Terminal

extension Surface {
  /// The rows for printing on a terminal of `tier`, with the control sequences of their styles; each row begins and ends
  /// in the terminal's own style, and blanks that would not be seen at its end are left out. Where output goes to a file
  /// or a pipe, use `lines`.
  public func styledLines(_ tier: ColorTier) -> [String] {
    (0..<height).map { styledLine($0, tier) }
  }

  private func styledLine(_ y: Int, _ tier: ColorTier) -> String {
    var (line, style) = ("", Style.plain)
    for x in 0..<seenColumns(y, tier) where !self[x, y].isContinuation {
      let cell = self[x, y]
      let next = cell.style.reduced(to: tier)
      line += StyleSequence.change(from: style, to: next) + cell.text
      style = next
    }
    return line + StyleSequence.change(from: style, to: .plain)
  }

  /// The columns of a row up to the last one that is seen.
  private func seenColumns(_ y: Int, _ tier: ColorTier) -> Int {
    var columns = width
    while columns > 0 {
      let cell = self[columns - 1, y]
      let style = cell.style.reduced(to: tier)
      let isSeen =
        cell.scalar != 0x20 || style.background != .standard
        || !style.attributes.isDisjoint(with: [.reverse, .underline])
      if isSeen { break }
      columns -= 1
    }
    return columns
  }
}
