#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where a learner's own files live: `GRADUS_HOME` for all, or the XDG folders.
public struct Folders: Hashable, Sendable {
  /// Progress and models.
  public let data: String
  /// Settings.
  public let config: String

  public init(data: String, config: String) {
    self.data = data
    self.config = config
  }

  /// From the environment. A relative XDG path is ignored, as its specification asks.
  ///
  /// Source: XDG Base Directory Specification 0.8.
  public static func resolve(_ environment: [String: String]) throws(FoldersError) -> Folders {
    if let home = environment["GRADUS_HOME"], !home.isEmpty { return Folders(data: home, config: home) }
    return Folders(
      data: try folder("XDG_DATA_HOME", ".local/share", environment),
      config: try folder("XDG_CONFIG_HOME", ".config", environment))
  }

  private static func folder(
    _ variable: String, _ below: String, _ environment: [String: String]
  ) throws(FoldersError) -> String {
    if let path = environment[variable], path.hasPrefix("/") { return "\(path)/gradus" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { throw .noHome }
    return "\(home)/\(below)/gradus"
  }

  /// Makes a folder and those above it, for this user alone; an existing one is left as it is.
  public static func make(_ path: String) throws(FoldersError) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/\(part)"
      if TextFile.isFolder(made) { continue }
      if mkdir(made, 0o700) != 0, errno != EEXIST { throw .cannotMake(made, reason: String(cString: strerror(errno))) }
      guard TextFile.isFolder(made) else { throw .cannotMake(made, reason: "a file is in its place") }
    }
    guard access(path, W_OK | X_OK) == 0 else { throw .unwritable(path, reason: String(cString: strerror(errno))) }
  }
}

/// Why a learner's folder cannot be used.
public enum FoldersError: Error, Hashable, Sendable {
  /// Neither `HOME` nor anything that stands for it is set.
  case noHome
  case cannotMake(String, reason: String)
  case unwritable(String, reason: String)
}
