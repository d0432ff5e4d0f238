import Wording

/// Reads `course.yaml`.
struct CourseReader {
  let folder: String
  let log: LoadLog
  private static let file = "course.yaml"

  init(folder: String, log: LoadLog) {
    self.folder = folder
    self.log = log
  }

  func read() -> Course? {
    guard let text = text(of: Self.file), let value = YAMLValue.parse(text, log: log, file: Self.file) else {
      return nil
    }
    guard let fields = value.fields(known: ["title", "plan", "stages"], of: "the course") else { return nil }
    let title = fields.required("title")?.bilingual()
    let plan = fields["plan"].flatMap(plan)
    let stages = fields.required("stages")?.list().compactMap(stage) ?? []
    return Course(title: title ?? Bilingual(both: "Gradus"), stages: stages, plan: plan ?? Plan())
  }

  private func text(of file: String) -> String? {
    do { return try TextFile.read("\(folder)/\(file)") } catch {
      log.add(error.kind, at: Place(file: file, line: 0, column: 0))
      return nil
    }
  }

  private func stage(_ value: YAMLValue) -> Stage? {
    guard
      let fields = value.fields(known: ["id", "number", "title", "goal", "modules"], of: "a stage"),
      let id = fields.required("id")?.newID(.stage)
    else { return nil }
    return Stage(
      id: id, number: fields.required("number")?.text() ?? "",
      title: fields.required("title")?.bilingual() ?? Bilingual(both: id),
      goal: fields.required("goal")?.bilingual() ?? Bilingual(both: ""),
      modules: fields.required("modules")?.list().compactMap { module($0, stage: id) } ?? [])
  }

  private func module(_ value: YAMLValue, stage: String) -> Module? {
    guard
      let fields = value.fields(known: ["id", "number", "title", "lessons"], of: "a module"),
      let id = fields.required("id")?.newID(.module)
    else { return nil }
    return Module(
      id: id, number: fields.required("number")?.text() ?? "",
      title: fields.required("title")?.bilingual() ?? Bilingual(both: id),
      lessons: fields.required("lessons")?.list().compactMap { lesson($0, path: "\(stage)/\(id)") } ?? [])
  }

  private func lesson(_ value: YAMLValue, path: String) -> LessonEntry? {
    guard
      let fields = value.fields(known: ["id", "kind", "title", "needs"], of: "a lesson"),
      let id = fields.required("id")?.newID(.lesson)
    else { return nil }
    let path = "\(path)/\(id)"
    return LessonEntry(
      id: id, kind: fields["kind"]?.oneOf(LessonEntry.Kind.self) ?? .lesson,
      title: fields.required("title")?.bilingual() ?? Bilingual(both: id),
      needs: fields["needs"]?.list().compactMap { $0.mentioned(Mention.What.lesson) } ?? [], path: path,
      isWritten: TextFile.isFolder("\(folder)/\(path)"))
  }

  private func plan(_ value: YAMLValue) -> Plan? {
    guard let fields = value.fields(known: ["months", "theory", "practice", "news", "phases"], of: "the plan") else {
      return nil
    }
    var plan = Plan()
    plan.months = fields.required("months")?.range() ?? plan.months
    plan.theory = fields.required("theory")?.range() ?? plan.theory
    plan.practice = fields.required("practice")?.range() ?? plan.practice
    plan.news = fields.required("news")?.range() ?? plan.news
    plan.phases = fields.required("phases")?.list().compactMap(phase) ?? []
    return plan
  }

  private func phase(_ value: YAMLValue) -> Plan.Phase? {
    guard
      let fields = value.fields(known: ["months", "title", "modules"], of: "a phase"),
      let months = fields.required("months")?.range(), let title = fields.required("title")?.bilingual()
    else { return nil }
    return Plan.Phase(
      months: months, title: title,
      modules: fields.required("modules")?.list().compactMap { $0.mentioned(Mention.What.module) } ?? [])
  }
}
