import Course
import Foundation
import Recording
import Terminal
import Tutor
import Wording

/// The tutor's own screens, as a learner who has done nothing yet comes to them by keys.
///
/// Progress goes to a folder of its own that is gone afterwards; the clock stands still.
struct ScreenRecording {
  /// A lesson's id, or `roadmap`.
  let place: String
  let keys: [Key]
  let size: Size
  let language: Language
  let theme: ThemeName

  static let roadmap = "roadmap"

  /// A picture at the start and after each key; returns what the recording says of itself.
  func run(_ library: Library, into recorder: inout any Recorder) throws -> Caption {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gradus-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let waker = RecordingWaker()
    var session = TutorSession(context: try context(library, folder: folder, waker))
    recorder.add(settled(&session, waker))
    for key in keys where !session.isOver {
      session.handle(.key(key))
      if !session.isOver { recorder.add(settled(&session, waker)) }
    }
    let last = session.draw(size).surface
    session.leave()
    return caption(library, last)
  }

  private func context(_ library: Library, folder: String, _ waker: any Waker) throws -> TutorContext {
    let now = Date(timeIntervalSince1970: 1_700_000_000)
    let store = ProgressStore(.success(Folders(data: folder, config: folder)), clock: { now })
    store.set("toured", to: "yes")
    if place != Self.roadmap {
      let entry = try library.lesson(place).entry
      store.set("place", to: "lesson")
      store.savePosition(entry.id, LessonPosition(block: 0, offset: 0, tab: LessonPane.theory.rawValue))
    }
    var preferences = Preferences()
    (preferences.language, preferences.theme) = (language, theme)
    return TutorContext(
      strings: try library.strings(), course: library.course, folder: library.folder,
      progress: ProgressKeeper(store, clock: { now }), preferences: PreferencesKeeper(preferences),
      judge: LiveRunJudge(), waker: waker, tier: .ansi256, language: language)
  }

  /// The picture once nobody owes anything to it.
  private func settled(_ session: inout TutorSession, _ waker: RecordingWaker) -> Surface {
    for _ in 0..<10_000 {
      session.handle(.wake)
      // Drawing may ask for a frame of another size or form.
      _ = session.draw(size)
      guard session.isBusy else { break }
      waker.wait()
    }
    session.handle(.wake)
    return session.draw(size).surface
  }

  private func caption(_ library: Library, _ picture: Surface) -> Caption {
    let title = library.course.entry(place)?.title[language]
    return Caption(
      title: ["Gradus", title].compactMap { $0 }.joined(separator: " · "), description: Self.words(picture),
      language: language.rawValue)
  }

  /// What is written on a picture, without what is drawn.
  private static func words(_ picture: Surface) -> String {
    let lines = picture.lines.map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.map { (0x2500...0x28FF).contains($0.value) ? " " : $0 }))
        .split(separator: " ").joined(separator: " ")
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
