/// The numbers of a picture, for a screen reader.
public struct ChartTable: Hashable, Sendable {
  public var columns: [String]
  public var rows: [[String]]

  public init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }
}
