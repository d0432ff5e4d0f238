/// A named stretch of this program's own source, as it was compiled: what a lesson shows is what runs.
///
/// Marked in any file of the listed targets by `// region: NAME` and `// endregion: NAME` on lines of their own; the
/// build plugin `SourceRegionsPlugin` collects them into `SourceRegion.all`.
public struct SourceRegion: Hashable, Sendable {
  /// `DIRECTORY/FILE.swift#NAME`, below `Sources`.
  public let id: String
  /// The number of its first line in the file.
  public let firstLine: Int
  /// Its lines without the marks, common indentation removed.
  public let lines: [String]

  public static func named(_ id: String) -> SourceRegion? { all.first { $0.id == id } }
}
