import Course
import Terminal
import Widgets
import Wording

/// The course as nodes of a tree, each lesson with the mark of its state.
struct RoadmapTree {
  private let context: TutorContext

  init(_ context: TutorContext) { self.context = context }

  static func id(_ stage: Stage) -> String { "stage/" + stage.id }
  static func id(_ module: Module) -> String { "module/" + module.id }

  var nodes: [TreeNode] { context.course.stages.map(node) }

  private func node(_ stage: Stage) -> TreeNode {
    let lessons = stage.modules.flatMap(\.lessons)
    let row = ListRow(
      StyledText("\(stage.number)  \(stage.title[context.language])", context.theme.strong), detail: tally(lessons))
    // A stage of one module shows its lessons at once.
    let children = stage.modules.count == 1 ? stage.modules[0].lessons.map(node) : stage.modules.map(node)
    return TreeNode(id: Self.id(stage), row: row, children: children)
  }

  private func node(_ module: Module) -> TreeNode {
    let text = StyledText("\(module.number)  \(module.title[context.language])", context.theme.text)
    return TreeNode(
      id: Self.id(module), row: ListRow(text, detail: tally(module.lessons)), children: module.lessons.map(node))
  }

  private func node(_ lesson: LessonEntry) -> TreeNode {
    let theme = context.theme
    let style = lesson.isWritten ? theme.text : theme.dim
    let project =
      lesson.kind == .project ? StyledText("  " + context.words("roadmap.project"), theme.dim) : StyledText()
    let detail = lesson.isWritten ? StyledText() : StyledText(context.words("roadmap.coming-short"), theme.dim)
    return TreeNode(
      id: lesson.id,
      row: ListRow(
        StyledText(lesson.title[context.language], style) + project, mark: context.mark(of: lesson), detail: detail))
  }

  /// `2/9` lessons passed, of those written.
  private func tally(_ lessons: [LessonEntry]) -> StyledText {
    let written = lessons.filter(\.isWritten)
    guard !written.isEmpty else { return StyledText() }
    let passed = written.filter { context.progress.state(of: $0.id) == .passed }.count
    return StyledText("\(passed)/\(written.count)", passed == written.count ? context.theme.good : context.theme.dim)
  }
}

extension TutorContext {
  /// The sign of a lesson's state: shape first, colour second.
  func mark(of lesson: LessonEntry) -> StyledText {
    let isASCII = theme.glyphs == .ascii
    guard lesson.isWritten else { return StyledText(isASCII ? "." : "·", theme.dim) }
    switch progress.state(of: lesson.id) {
    case .passed: return StyledText(isASCII ? "*" : "✓", theme.good)
    case .tried: return StyledText(isASCII ? "+" : "◐", theme.warning)
    case .seen: return StyledText(isASCII ? "-" : "◔", theme.accent)
    case .new: return StyledText(isASCII ? "o" : "○", theme.text)
    }
  }

  /// The first written lesson not passed yet whose prerequisites, as far as they are written, are; else the first not passed.
  var nextLesson: LessonEntry? {
    let open = course.entries.filter { $0.isWritten && progress.state(of: $0.id) != .passed }
    let ready = open.first { entry in
      entry.needs.allSatisfy { need in
        course.entry(need)?.isWritten != true || progress.state(of: need) == .passed
      }
    }
    return ready ?? open.first
  }
}
