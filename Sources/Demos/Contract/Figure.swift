import Wording

/// A number of the moment beside the line of source that made it.
public struct Figure: Hashable, Sendable {
  /// The id of a source region on the demo's card.
  public let region: String
  /// A text that stands on that line, and on no other line of the region.
  public let line: String
  /// What it is called in the source: `velocity`.
  public let name: String
  /// As shown: `(0.4, -1.2)`.
  public let value: String

  public init(_ name: String, _ value: String, at line: String, of region: String) {
    self.region = region
    self.line = line
    self.name = name
    self.value = value
  }

  public init(_ name: String, _ value: Double, at line: String, of region: String) {
    self.init(name, NumberText.short(value), at: line, of: region)
  }
}

extension SourceRegion {
  /// The place among its lines of the only one that holds a text; nil where none or several do.
  public func line(with text: String) -> Int? {
    let found = lines.indices.filter { lines[$0].contains(text) }
    return found.count == 1 ? found[0] : nil
  }
}
