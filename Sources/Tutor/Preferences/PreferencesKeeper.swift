import Course
import Foundation

/// The learner's preferences, in force and in their file, `config.yaml`.
///
/// Always usable: what can't be read counts as the default, what can't be written holds until the program ends.
public final class PreferencesKeeper {
  /// Those in force: the file's, with what the command line changed for this run.
  public private(set) var value: Preferences
  /// What was wrong with the file when it was read.
  public let faults: [PreferencesFault]
  /// The file; nil where there is no folder, and in tests.
  public let path: String?
  /// Those of the file.
  private var saved: Preferences

  /// Preferences that are kept nowhere.
  public init(_ value: Preferences = Preferences()) {
    self.value = value
    saved = value
    faults = []
    path = nil
  }

  /// Reads `config.yaml` in the learner's folder; a missing one is an empty one.
  public init(_ folders: Result<Folders, FoldersError>) {
    path = (try? folders.get()).map { "\($0.config)/config.yaml" }
    switch path.map(PreferencesFile.load) {
    case .success(let text)?:
      let reader = PreferencesReader(text)
      (value, faults) = (reader.preferences, reader.faults)
    case .failure(let fault)?: (value, faults) = (Preferences(), [fault])
    case nil: (value, faults) = (Preferences(), [])
    }
    saved = value
  }

  /// Changes what is in force for this run alone.
  public func override(_ change: (inout Preferences) -> Void) { change(&value) }

  /// Changes what is in force, and the file; says why the file was not.
  @discardableResult
  public func change(_ change: (inout Preferences) -> Void) -> PreferencesFault? {
    change(&value)
    var wanted = saved
    change(&wanted)
    let fields = PreferenceField.allCases.filter { $0.value(in: wanted) != $0.value(in: saved) }
    guard let path, !fields.isEmpty else {
      saved = wanted
      return nil
    }
    do {
      try PreferencesFile.save(fields, of: wanted, to: path)
      saved = wanted
      return nil
    } catch { return error }
  }
}
