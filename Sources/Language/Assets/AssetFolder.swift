import Synchronization

/// Where the program's own files stand: data sets and checkpoints. Set once at start; safe from every thread.
public enum AssetFolder {
  private static let current = Mutex<String?>(nil)

  public static func set(_ path: String) { current.withLock { $0 = path } }

  /// Nil until it is set.
  public static var path: String? { current.withLock { $0 } }
}
