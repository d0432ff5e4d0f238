/// Looks up every name that the lessons use.
struct MentionChecker {
  /// All names that there are.
  struct Names {
    let facts: DemoFacts
    let lessons: [String]
    let modules: [String]
    let terms: [String]
    let resources: [String]

    init(facts: DemoFacts, course: Course?, terms: [String], resources: [String]) {
      self.facts = facts
      lessons = course?.entries.map(\.id) ?? []
      modules = course?.stages.flatMap { $0.modules.map(\.id) } ?? []
      self.terms = terms
      self.resources = resources
    }
  }

  let names: Names
  let log: LoadLog

  func check() {
    for mention in log.mentions { check(mention) }
  }

  private func check(_ mention: Mention) {
    switch mention.what {
    case .lesson(let id): look(id, .lesson, in: names.lessons, mention)
    case .module(let id): look(id, .module, in: names.modules, mention)
    case .term(let id): look(id, .term, in: names.terms, mention)
    case .resource(let id): look(id, .resource, in: names.resources, mention)
    case .region(let id): look(id, .region, in: names.facts.regions, mention)
    case .image(let path): look(path, .image, in: names.facts.images, mention)
    case .demo(let id): look(id, .demo, in: names.facts.demos.map(\.id), mention)
    case .preset(let id, let demo): look(id, .preset, in: names.facts.demo(demo)?.presets, mention)
    case .metric(let name, let demo): look(name, .metric, in: names.facts.demo(demo)?.metrics, mention)
    case .knob(let id, let demo): look(id, .knob, in: names.facts.demo(demo)?.knobs.keys.sorted(), mention)
    case .setting(let setting, let demo): check(setting, names.facts.demo(demo), mention)
    case .typedText(let demo):
      if names.facts.demo(demo)?.takesText == false {
        log.add(.badSetting("text", reason: .takesNoText), at: mention.place)
      }
    case .objective: break  // looked up within its lesson
    }
  }

  /// Names of an unknown demo (nil) are not looked up: the demo itself is the fault.
  private func look(_ name: String, _ noun: CourseFault.Noun, in known: [String]?, _ mention: Mention) {
    guard let known, !known.contains(name) else { return }
    log.add(.unknownName(name, of: noun, known: known), at: mention.place)
  }

  private func check(_ setting: KnobSetting, _ demo: DemoFact?, _ mention: Mention) {
    guard let demo else { return }
    switch demo.knobs[setting.knob] {
    case nil: look(setting.knob, .knob, in: demo.knobs.keys.sorted(), mention)
    case .choices(let choices): look(setting.value, .choice, in: choices, mention)
    case .numbers(let range):
      guard let number = Double(setting.value), range.contains(number) else {
        let expected = "a number from \(range.lowerBound) to \(range.upperBound)"
        log.add(
          .badSetting("\(setting.knob)=\(setting.value)", reason: .refused(expected: expected)), at: mention.place)
        return
      }
    }
  }
}
