/// Why progress could not be saved or read.
public enum ProgressError: Error, Hashable, Sendable {
  /// The file was written by a later version of the program; it was left untouched.
  case newerFile(path: String, version: Int, known: Int)
  /// The file was damaged; it was renamed, and a new one begun.
  case damaged(path: String, setAside: String)
  /// The file was damaged and cannot be renamed.
  case damagedAndStuck(path: String, reason: String)
  case readOnly(path: String)
  case diskFull(path: String)
  /// Another program holds the file.
  case locked(path: String)
  case folder(FoldersError)
  /// Anything else that SQLite says, with its code.
  case failed(path: String, code: Int, reason: String)
}
