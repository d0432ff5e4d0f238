import Foundation
import Synchronization

@testable import Course
@testable import Tutor

/// A learner's folder, with a clock that goes on a second at each look; gone with the value.
final class Home {
  let path: String
  private let clock = TickingClock()

  init() { path = FileManager.default.temporaryDirectory.appending(path: "gradus-\(UUID().uuidString)").path }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The progress kept here, opened anew as another start of the program would.
  func store() -> ProgressStore {
    let clock = clock
    return ProgressStore(.success(Folders(data: path, config: path)), clock: { clock.next() }, patience: 0.2)
  }

  /// The settings kept here, read anew as another start of the program would.
  func preferences() -> PreferencesKeeper { PreferencesKeeper(.success(Folders(data: path, config: path))) }

  /// The settings file's text; nil where there is none.
  var config: String? {
    get { try? String(contentsOfFile: "\(path)/config.yaml", encoding: .utf8) }
    set {
      try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try? newValue?.write(toFile: "\(path)/config.yaml", atomically: true, encoding: .utf8)
    }
  }

  func keeper(_ store: ProgressStore? = nil) -> ProgressKeeper {
    let clock = clock
    return ProgressKeeper(store ?? self.store(), clock: { clock.next() })
  }
}

/// The time of tests: a second later at each look.
final class TickingClock: Sendable {
  private let seconds = Mutex(1_700_000_000.0)

  func next() -> Date {
    Date(
      timeIntervalSince1970: seconds.withLock { seconds in
        seconds += 1
        return seconds
      })
  }
}
