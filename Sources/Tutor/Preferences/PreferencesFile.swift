import Course
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads and writes the settings file: whole or not at all, for its owner alone.
enum PreferencesFile {
  /// Bytes that no settings file needs.
  private static let limit = 1 << 18

  private static let heading = """
    # The settings of Gradus. Its settings page writes here too, and leaves every other line as it is.
    # Keys: keys: {step: ".", next-pane: [tab, ctrl-n]}; `gradus keys` lists the commands.
    """

  static func load(_ path: String) -> Result<String, PreferencesFault> {
    guard FileManager.default.fileExists(atPath: path) else { return .success("") }
    guard let data = FileManager.default.contents(atPath: path) else {
      return .failure(.unreadable(reason: String(cString: strerror(errno))))
    }
    guard data.count <= limit else { return .failure(.unreadable(reason: "larger than \(limit) bytes")) }
    guard let text = String(validating: data, as: UTF8.self) else { return .failure(.unreadable(reason: "not UTF-8")) }
    return .success(text.replacing("\r\n", with: "\n"))
  }

  /// Writes some fields into the file as it is now, so that another window's changes stay.
  static func save(
    _ fields: [PreferenceField], of preferences: Preferences, to path: String
  ) throws(PreferencesFault) {
    let old = try load(path).get()
    var text = PreferencesText(old.isEmpty ? heading : old)
    for field in fields { text.set(field.rawValue, to: field.value(in: preferences)) }
    let result = PreferencesReader(text.text).preferences
    for field in fields where field.value(in: result) != field.value(in: preferences) {
      throw .notChangeable(field)
    }
    try replace(path, with: text.text)
  }

  /// Writes a file beside and puts it in the other's place; a link stays a link.
  private static func replace(_ path: String, with text: String) throws(PreferencesFault) {
    let target = realPath(path)
    let folder = target.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    do { try Folders.make(folder) } catch { throw .unwritable(reason: ProgressSentences.sentence(error).en) }
    let beside = "\(target).\(getpid())"
    unlink(beside)
    let file = open(beside, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard file >= 0 else { throw .unwritable(reason: String(cString: strerror(errno))) }
    let bytes = Array(text.utf8)
    let isWritten = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    close(file)
    guard isWritten, rename(beside, target) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(beside)
      throw .unwritable(reason: reason)
    }
  }

  private static func realPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
