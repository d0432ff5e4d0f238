import Course

/// Where words were found in the lessons: numbered, and opened by their number.
struct FoundTalk: LinearPlace {
  private struct Place {
    let lesson: Lesson
    let finding: PartSearch.Finding
  }

  private let wanted: String
  private let places: [Place]

  /// Looks through every lesson that is written, in the learner's language.
  init(_ wanted: String, _ talk: LinearTalk) {
    self.wanted = wanted
    let search = PartSearch(wanted, talk)
    let lessons = talk.context.course.entries.filter(\.isWritten).compactMap { talk.context.folder.lesson($0).value }
    places = lessons.flatMap { lesson in
      search.findings(in: lesson[talk.language]).map { Place(lesson: lesson, finding: $0) }
    }
  }

  func commands(_ talk: LinearTalk) -> [LinearCommand] { [] }

  func open(_ talk: LinearTalk) {
    guard !places.isEmpty else { return talk.tell("linear.find.nowhere", ["text": wanted]) }
    for (index, place) in places.enumerated() {
      let words = [
        "number": String(index + 1), "lesson": place.lesson[talk.language].header.title,
        "n": String(place.finding.part + 1), "line": place.finding.line,
      ]
      talk.tell("linear.find.place", words)
    }
  }

  func prompt(_ talk: LinearTalk) -> String {
    talk.words(places.isEmpty ? "linear.find.prompt-none" : "linear.roadmap.prompt", ["count": String(places.count)])
  }

  func perform(_ command: LinearCommand, _ argument: String, _ talk: LinearTalk) -> LinearMove { .back }

  func take(_ text: String, _ talk: LinearTalk) -> LinearMove? {
    guard let index = TypedChoice.index(text, of: places.count) else { return nil }
    let (lesson, part) = (places[index].lesson, places[index].finding.part)
    let block = lesson[talk.language].parts[part].blocks.lowerBound
    return LessonTalk(LessonPlace(lesson: lesson.id, position: .init(block: block, offset: 0)), talk).map { .push($0) }
  }
}
