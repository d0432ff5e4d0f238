import Markup
import Wording

/// Reads a lesson's folder.
struct LessonReader {
  let folder: String
  let log: LoadLog

  init(folder: String, log: LoadLog) {
    self.folder = folder
    self.log = log
  }

  /// The lesson as far as it can be read; nil where neither language can.
  func read(_ entry: LessonEntry) -> Lesson? {
    var texts: [Language: LessonText] = [:]
    for language in Language.allCases { texts[language] = text(entry, language) }
    let quiz = quiz(entry)
    guard !texts.isEmpty else { return nil }
    return Lesson(entry: entry, texts: texts, quiz: quiz)
  }

  static func file(_ entry: LessonEntry, _ language: Language) -> String {
    "\(entry.path)/lesson.\(language.rawValue).md"
  }

  static func quizFile(_ entry: LessonEntry) -> String { "\(entry.path)/quiz.yaml" }

  private func text(_ entry: LessonEntry, _ language: Language) -> LessonText? {
    let file = Self.file(entry, language)
    guard let source = read(file) else { return nil }
    let parsed = MarkdownParser.parse(source)
    for fault in parsed.faults {
      log.add(.markup(fault.kind), at: Place(file: file, line: fault.place.line, column: fault.place.column))
    }
    log.note(parsed.document, at: Place(file: file))
    for image in parsed.document.images {
      log.mention(.image(image.path), at: Place(file: file, line: image.place.line))
    }
    let header = HeaderReader(file: file, log: log).read(parsed.document.frontMatter, entry: entry, language: language)
    let reader = FenceReader(file: file, log: log)
    var fences: [Int: LessonFence] = [:]
    for fence in parsed.document.fences { fences[fence.line] = reader.read(fence) }
    return LessonText(header: header, document: parsed.document, fences: fences)
  }

  private func quiz(_ entry: LessonEntry) -> Quiz {
    let file = Self.quizFile(entry)
    guard let source = read(file) else { return Quiz(questions: []) }
    return QuizReader(log: log).read(source, file: file)
  }

  private func read(_ file: String) -> String? {
    do { return try TextFile.read("\(folder)/\(file)") } catch {
      log.add(error.kind, at: Place(file: file, line: 0, column: 0))
      return nil
    }
  }
}
