import Markup
import Wording

/// Reads the front matter of one lesson's file.
struct HeaderReader {
  let file: String
  let log: LoadLog
  private static let keys = ["id", "title", "summary", "minutes", "demo", "objectives", "terms", "resources"]

  init(file: String, log: LoadLog) {
    self.file = file
    self.log = log
  }

  /// What could be read; what is missing is taken from the lesson's row.
  func read(_ matter: FrontMatter?, entry: LessonEntry, language: Language) -> LessonHeader {
    var header = LessonHeader(id: entry.id, title: entry.title[language], summary: "", minutes: 0, objectives: [])
    guard let matter else {
      log.add(.missingFrontMatter, at: Place(file: file))
      return header
    }
    let value = YAMLValue.parse(matter.text, log: log, file: file, lineOffset: matter.firstLine - 1)
    guard let fields = value?.fields(known: Self.keys, of: "the front matter") else { return header }
    checkID(fields, entry)
    header.title = title(fields, entry, language)
    header.summary = fields.required("summary")?.markdown() ?? ""
    header.minutes = fields.required("minutes")?.int(in: 1...180) ?? 0
    header.demo = fields["demo"]?.mentioned(Mention.What.demo)
    header.objectives = fields.required("objectives")?.list().compactMap(objective) ?? []
    header.terms = fields["terms"]?.list().compactMap { $0.mentioned(Mention.What.term) } ?? []
    header.resources = fields["resources"]?.list().compactMap { $0.mentioned(Mention.What.resource) } ?? []
    return header
  }

  private func checkID(_ fields: YAMLFields, _ entry: LessonEntry) {
    guard let value = fields.required("id"), let id = value.id(), id != entry.id else { return }
    value.fault(.idDiffersFromFolder(id: id, folder: entry.id))
  }

  private func title(_ fields: YAMLFields, _ entry: LessonEntry, _ language: Language) -> String {
    guard let value = fields.required("title"), let title = value.text() else { return entry.title[language] }
    if title != entry.title[language] { value.fault(.titleDiffers(got: title, expected: entry.title[language])) }
    return title
  }

  /// `id: text`.
  private func objective(_ value: YAMLValue) -> LessonHeader.Objective? {
    guard let mapping = value.node.mapping, mapping.count == 1, let (keyNode, textNode) = mapping.first else {
      return value.refuse(.mapping)
    }
    guard let id = value.with(keyNode, key: "objectives").id() else { return nil }
    log.define(id, .objective, scope: file, at: value.place)
    guard let text = value.with(textNode, key: id).markdown() else { return nil }
    return LessonHeader.Objective(id: id, text: text)
  }
}
