import Markup
import Terminal

/// A document laid out at a width.
public struct ReaderPage: Sendable {
  /// One row and the block of the document that it belongs to.
  public struct Line: Hashable, Sendable {
    public let text: StyledLine
    /// Index into the document's blocks.
    public let block: Int
  }

  /// A fence and the rows that it takes.
  public struct PlacedFence: Hashable, Sendable {
    public let fence: Fence
    public let lines: Range<Int>
  }

  public let lines: [Line]
  /// The first row of each block; blocks without rows begin where the next one does.
  public let blockStarts: [Int]
  public let fences: [PlacedFence]
  /// Terms, footnotes and links in reading order.
  public let marks: [PlacedMark]

  init(lines: [Line], blockStarts: [Int], fences: [PlacedFence]) {
    self.lines = lines
    self.blockStarts = blockStarts
    self.fences = fences
    marks = Self.marks(in: lines)
  }

  static let empty = ReaderPage(lines: [], blockStarts: [], fences: [])

  private func lineRange(_ block: Int) -> Range<Int> {
    let end = block + 1 < blockStarts.count ? blockStarts[block + 1] : lines.count
    return blockStarts[block]..<end
  }

  /// The place of a row, good for other widths and the other language too.
  public func position(ofLine line: Int) -> ReaderPosition {
    guard lines.indices.contains(line) else { return ReaderPosition(block: 0, offset: 0) }
    let block = lines[line].block
    let range = lineRange(block)
    return ReaderPosition(block: block, offset: (line - range.lowerBound) * 1000 / max(1, range.count))
  }

  /// The row of a place; the nearest where the document is shorter.
  public func line(of position: ReaderPosition) -> Int {
    guard !blockStarts.isEmpty else { return 0 }
    guard position.block < blockStarts.count else { return max(0, lines.count - 1) }
    let range = lineRange(max(0, position.block))
    let offset = min(max(0, position.offset), 999)
    return min(range.lowerBound + (offset * range.count + 999) / 1000, max(range.lowerBound, range.upperBound - 1))
  }
}

/// A place in a document that survives another width and the other language.
public struct ReaderPosition: Hashable, Sendable {
  /// Index of the block.
  public var block: Int
  /// How far inside the block: thousandths of its height.
  public var offset: Int

  public init(block: Int, offset: Int) {
    self.block = block
    self.offset = offset
  }

  public static let start = ReaderPosition(block: 0, offset: 0)
}
