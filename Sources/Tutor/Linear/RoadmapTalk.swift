import Course
import Wording

/// The road in numbered lists: stages, in them modules, in them lessons, each with its state in words.
struct RoadmapTalk: LinearPlace {
  /// What the list is of.
  enum List: Hashable {
    case stages
    case stage(Int)
    case module(stage: Int, module: Int)
    /// Every lesson that is written.
    case written
  }

  private enum Choice {
    case list(List)
    case lesson(LessonEntry)
  }

  private let list: List

  init(_ list: List = .stages) { self.list = list }

  func commands(_ talk: LinearTalk) -> [LinearCommand] { [.next, .lessons, .find] }

  mutating func open(_ talk: LinearTalk) {
    talk.say(heading(talk))
    for (index, choice) in choices(talk).enumerated() { talk.say("\(index + 1). " + words(choice, talk)) }
  }

  func prompt(_ talk: LinearTalk) -> String {
    let count = ["count": String(choices(talk).count)]
    guard let next = next(talk) else { return talk.words("linear.roadmap.prompt", count) }
    return talk.words("linear.roadmap.prompt-next", count.merging(["lesson": next.title[talk.language]]) { $1 })
  }

  mutating func perform(_ command: LinearCommand, _ argument: String, _ talk: LinearTalk) -> LinearMove {
    switch command {
    case .lessons: return .push(RoadmapTalk(.written))
    case .find:
      guard argument.isEmpty else { return .push(FoundTalk(argument, talk)) }
      talk.tell("linear.find.how", ["find": talk.word(.find)])
      return .stay
    default:
      guard let next = next(talk) else {
        talk.tell("linear.roadmap.all-passed")
        return .stay
      }
      return open(next, talk)
    }
  }

  mutating func take(_ text: String, _ talk: LinearTalk) -> LinearMove? {
    let choices = choices(talk)
    if let index = TypedChoice.index(text, of: choices.count) {
      switch choices[index] {
      case .list(let list): return .push(RoadmapTalk(list))
      case .lesson(let entry): return open(entry, talk)
      }
    }
    // The id of a lesson, as `gradus list` and `gradus show` use it.
    return talk.context.course.entry(text.lowercased()).map { open($0, talk) }
  }

  // MARK: What there is

  /// The lesson that Enter opens: where the learner left off, or the next to take.
  private func next(_ talk: LinearTalk) -> LessonEntry? {
    let last = talk.context.progress.lastLesson.flatMap { talk.context.course.entry($0) }
    if let last, talk.context.progress.state(of: last.id) != .passed { return last }
    return talk.context.nextLesson
  }

  private func choices(_ talk: LinearTalk) -> [Choice] {
    let stages = talk.context.course.stages
    switch list {
    case .stages: return stages.indices.map { .list(.stage($0)) }
    case .stage(let stage) where stages[stage].modules.count == 1:
      return stages[stage].modules[0].lessons.map { .lesson($0) }
    case .stage(let stage): return stages[stage].modules.indices.map { .list(.module(stage: stage, module: $0)) }
    case .module(let stage, let module): return stages[stage].modules[module].lessons.map { .lesson($0) }
    case .written: return talk.context.course.entries.filter(\.isWritten).map { .lesson($0) }
    }
  }

  private func open(_ entry: LessonEntry, _ talk: LinearTalk) -> LinearMove {
    guard entry.isWritten else {
      talk.say(words(.lesson(entry), talk))
      talk.tell("roadmap.coming")
      return .stay
    }
    let place = talk.context.progress.place(in: entry.id) ?? LessonPlace(lesson: entry.id)
    guard let lesson = LessonTalk(place, talk) else {
      talk.tell("lesson.fault")
      return .stay
    }
    return .push(lesson)
  }

  // MARK: Words

  private func heading(_ talk: LinearTalk) -> [String] {
    let course = talk.context.course
    switch list {
    case .stages:
      return [talk.words("place.roadmap") + colon(talk) + course.title[talk.language], tally(course.entries, talk)]
    case .stage(let index):
      let stage = course.stages[index]
      return [title(stage, talk), talk.words("roadmap.stage-goal") + colon(talk) + stage.goal[talk.language]]
    case .module(let stage, let module):
      let module = course.stages[stage].modules[module]
      return ["\(module.number) \(module.title[talk.language])", tally(module.lessons, talk)]
    case .written: return [talk.words("linear.roadmap.written")]
    }
  }

  private func words(_ choice: Choice, _ talk: LinearTalk) -> String {
    let course = talk.context.course
    switch choice {
    case .list(.stage(let index)):
      let stage = course.stages[index]
      return title(stage, talk) + colon(talk) + tally(stage.modules.flatMap(\.lessons), talk)
    case .list(.module(let stage, let module)):
      let module = course.stages[stage].modules[module]
      return "\(module.number) \(module.title[talk.language])" + colon(talk) + tally(module.lessons, talk)
    case .list: return ""
    case .lesson(let entry): return entry.title[talk.language] + colon(talk) + state(entry, talk)
    }
  }

  private func title(_ stage: Stage, _ talk: LinearTalk) -> String {
    talk.words("linear.roadmap.stage", ["number": stage.number, "title": stage.title[talk.language]])
  }

  /// "1 of 3 lessons passed, 146 not written yet."
  private func tally(_ lessons: [LessonEntry], _ talk: LinearTalk) -> String {
    let written = lessons.filter(\.isWritten)
    let passed = written.count { talk.context.progress.state(of: $0.id) == .passed }
    let numbers = [
      "passed": String(passed), "ready": String(written.count), "coming": String(lessons.count - written.count),
    ]
    let key =
      written.isEmpty
      ? "linear.roadmap.none-ready"
      : written.count == lessons.count ? "linear.roadmap.all-ready" : "linear.roadmap.some-ready"
    return talk.words(key, numbers)
  }

  private func state(_ entry: LessonEntry, _ talk: LinearTalk) -> String {
    var words = [
      entry.isWritten
        ? talk.words("roadmap.state.\(talk.context.progress.state(of: entry.id))") : talk.words("roadmap.coming-short")
    ]
    if entry.kind == .project { words.insert(talk.words("roadmap.project"), at: 0) }
    let needs = entry.needs.compactMap { talk.context.course.entry($0)?.title[talk.language] }
    if !needs.isEmpty {
      let list = needs.joined(separator: talk.language == .en ? ", " : "、")
      words.append(talk.words("linear.roadmap.needs", ["lessons": list]))
    }
    return words.joined(separator: talk.language == .en ? "; " : "；")
  }

  private func colon(_ talk: LinearTalk) -> String { talk.language == .en ? ": " : "：" }
}
