import Wording

/// Reads `glossary.yaml` and `resources.yaml`.
struct ReferenceReader {
  let folder: String
  let log: LoadLog

  init(folder: String, log: LoadLog) {
    self.folder = folder
    self.log = log
  }

  func glossary() -> [GlossaryEntry] { items("glossary.yaml").compactMap(term) }

  /// The terms of some ids alone: the rest of the file is not even parsed, since a lesson opens with every start.
  func glossary(of ids: [String]) -> [GlossaryEntry] {
    guard !ids.isEmpty, let text = try? TextFile.read("\(folder)/glossary.yaml") else { return [] }
    var items: [[Substring]] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("- ") { items.append([line]) } else if !items.isEmpty { items[items.count - 1].append(line) }
    }
    let wanted = items.filter { item in
      ids.contains { item[0].drop { "- {".contains($0) }.starts(with: "id: \($0)") }
    }
    let yaml = wanted.flatMap { $0 }.joined(separator: "\n")
    let terms = YAMLValue.parse(yaml, log: log, file: "glossary.yaml")?.list().compactMap(term) ?? []
    return terms.filter { ids.contains($0.id) }
  }

  func resources() -> [Resource] { items("resources.yaml").compactMap(resource) }

  private func items(_ file: String) -> [YAMLValue] {
    do {
      let text = try TextFile.read("\(folder)/\(file)")
      return YAMLValue.parse(text, log: log, file: file)?.list() ?? []
    } catch {
      log.add(error.kind, at: Place(file: file, line: 0, column: 0))
      return []
    }
  }

  private func term(_ value: YAMLValue) -> GlossaryEntry? {
    guard let fields = value.fields(known: ["id", "term", "forms", "symbol", "text"], of: "a term") else { return nil }
    let id = fields.required("id")?.newID(.term)
    let term = fields.required("term")?.bilingual()
    let symbol = fields["symbol"]?.markdown()
    let text = fields.required("text")?.bilingualMarkdown()
    let forms = fields["forms"].map(forms) ?? [:]
    guard let id, let term, let text else { return nil }
    return GlossaryEntry(id: id, term: term, symbol: symbol, text: text, forms: forms)
  }

  private func forms(_ value: YAMLValue) -> [Language: [String]] {
    guard let fields = value.fields(known: Language.allCases.map(\.rawValue), of: "`forms`") else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: Language.allCases.map { language in
        (language, fields[language.rawValue]?.list().compactMap { $0.text() } ?? [])
      })
  }

  private func resource(_ value: YAMLValue) -> Resource? {
    let keys = ["id", "kind", "title", "authors", "year", "address", "section"]
    guard let fields = value.fields(known: keys, of: "a resource") else { return nil }
    let id = fields.required("id")?.newID(.resource)
    let kind = fields.required("kind")?.oneOf(Resource.Kind.self)
    let title = fields.required("title")?.bilingual()
    let section = fields.required("section")?.text()
    let authors = fields["authors"]?.list().compactMap { $0.text() } ?? []
    let year = fields["year"]?.int(in: 1600...2100)
    let address = fields["address"]?.text()
    guard let id, let kind, let title, let section else { return nil }
    return Resource(
      id: id, kind: kind, title: title, authors: authors, year: year, address: address, section: section)
  }
}
