import Markup
import Wording

/// Holds the two languages of a lesson to the same headings, fences, settings and claims.
struct ParityChecker {
  let lesson: Lesson
  let log: LoadLog

  func check() {
    guard let en = lesson.texts[.en], let zh = lesson.texts[.zh] else { return }
    checkHeaders(en.header, zh.header)
    checkHeadings(en.document, zh.document)
    compare(.figures, en.document.figures, zh.document.figures)
    checkFences(en, zh)
  }

  private var file: String { LessonReader.file(lesson.entry, .zh) }

  private func compare(_ difference: CourseFault.Difference, _ en: String, _ zh: String, line: Int = 1) {
    guard en != zh else { return }
    log.add(.languagesDiffer(difference, en: en, zh: zh), at: Place(file: file, line: line))
  }

  private func checkHeaders(_ en: LessonHeader, _ zh: LessonHeader) {
    compare(.frontMatter("minutes"), "\(en.minutes)", "\(zh.minutes)")
    compare(.frontMatter("demo"), en.demo ?? "none", zh.demo ?? "none")
    compare(.frontMatter("objectives"), listed(en.objectives.map(\.id)), listed(zh.objectives.map(\.id)))
    compare(.frontMatter("terms"), listed(en.terms), listed(zh.terms))
    compare(.frontMatter("resources"), listed(en.resources), listed(zh.resources))
  }

  private func listed(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }

  private func checkHeadings(_ en: Document, _ zh: Document) {
    let english = levels(en)
    let chinese = levels(zh)
    guard english.map(\.level) != chinese.map(\.level) else { return }
    let first = zip(english, chinese).first { $0.level != $1.level }
    let marks = { (levels: [(level: Int, line: Int)]) in
      levels.isEmpty ? "none" : levels.map { String(repeating: "#", count: $0.level) }.joined(separator: " ")
    }
    compare(.headings, marks(english), marks(chinese), line: first?.1.line ?? chinese.last?.line ?? 1)
  }

  private func levels(_ document: Document) -> [(level: Int, line: Int)] {
    document.blocks.compactMap { block in
      if case .heading(let level, _) = block.kind { (level, block.place.line) } else { nil }
    }
  }

  private func checkFences(_ en: LessonText, _ zh: LessonText) {
    let english = en.document.fences
    let chinese = zh.document.fences
    let kinds = { (fences: [Fence]) in fences.isEmpty ? "none" : fences.map(\.kind.rawValue).joined(separator: ", ") }
    guard english.map(\.kind) == chinese.map(\.kind) else {
      let first = zip(english, chinese).first { $0.kind != $1.kind }
      compare(.fenceCount, kinds(english), kinds(chinese), line: first?.1.line ?? chinese.last?.line ?? 1)
      return
    }
    for (index, (a, b)) in zip(english, chinese).enumerated() {
      guard let first = en.fences[a.line], let second = zh.fences[b.line] else { continue }
      for (one, other) in zip(first.parts, second.parts) {
        compare(.fence(index + 1, part: one.name), one.value, other.value, line: b.line)
      }
    }
  }
}

extension Document {
  /// Displayed formulas, tables with their sizes, pictures, callouts and footnotes, in reading order.
  fileprivate var figures: String {
    let figures = blocks.flatMap(\.figures) + footnotes.map { _ in "footnote" }
    return figures.isEmpty ? "none" : figures.joined(separator: ", ")
  }
}

extension Block {
  fileprivate var figures: [String] {
    switch kind {
    case .math: ["formula"]
    case .table(let table): ["table of \(table.rows.count) by \(table.header.count)"]
    case .image(let path, _): ["picture \(path)"]
    case .callout(let callout, let blocks): [callout.rawValue] + blocks.flatMap(\.figures)
    default: []
    }
  }
}

extension LessonFence {
  /// What both languages must share, by name, as text.
  fileprivate var parts: [(name: String, value: String)] {
    let own: [(name: String, value: String)] =
      switch self {
      case .demo: []
      case .source(let region): [("region", region)]
      case .predict(let prediction): [("id", prediction.id), ("key", prediction.key.text)]
      case .experiment(let experiment):
        [("id", experiment.id), ("claims", experiment.claims.map(\.description).joined(separator: "; "))]
      case .python(let twin):
        [
          ("expect", twin.expected.map { "\($0)" } ?? "none"), ("tolerance", "\(twin.tolerance)"),
          ("needs", twin.needs.joined(separator: ",")), ("metric", twin.figure?.metric ?? "none"),
        ]
      }
    return own + (run?.parts ?? [("demo", "none")])
  }
}

extension RunRequest {
  fileprivate var parts: [(name: String, value: String)] {
    let set = settings.map { "\($0.knob)=\($0.value)" }.sorted().joined(separator: " ")
    return [
      ("demo", demo), ("preset", preset ?? "none"), ("settings", set.isEmpty ? "none" : set), ("seed", "\(seed)"),
      ("steps", "\(steps)"),
    ]
  }
}

extension Prediction.Key {
  fileprivate var text: String {
    switch self {
    case .number(let metric, .absolute(let width)): "\(metric) ± \(width)"
    case .number(let metric, .relative(let share)): "\(metric) ± \(share * 100)%"
    case .choices(let choices): choices.map(\.claim.description).joined(separator: "; ")
    }
  }
}
