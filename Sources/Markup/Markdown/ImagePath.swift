/// The pictures that a lesson may show: files below Assets.
enum ImagePath {
  /// A relative path that stays below its folder and ends in the one format that is read.
  static func isValid(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, last.hasSuffix(".pgm") else { return false }
    return !path.contains(":") && !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
  }
}
