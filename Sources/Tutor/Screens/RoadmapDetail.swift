import Course
import Terminal
import Widgets
import Wording

/// What is said of the selected stage, module or lesson.
struct RoadmapDetail {
  let id: String
  let header: LessonHeader?
  let context: TutorContext

  /// The whole where there is room beside the tree; below it only what fits a few rows.
  func lines(isWide: Bool) -> [StyledLine] {
    if let entry = context.course.entry(id) { return lesson(entry, isWide: isWide) }
    guard let stage = stage else { return [] }
    return [
      StyledText("\(stage.number)  \(stage.title[context.language])", context.theme.heading), StyledText(),
      StyledText(context.words("roadmap.stage-goal"), context.theme.strong),
      StyledText(stage.goal[context.language], context.theme.text),
    ]
  }

  private var stage: Stage? {
    context.course.stages.first { stage in
      RoadmapTree.id(stage) == id || stage.modules.contains { RoadmapTree.id($0) == id }
    }
  }

  private func lesson(_ entry: LessonEntry, isWide: Bool) -> [StyledLine] {
    let theme = context.theme
    let state = context.words("roadmap.state.\(context.progress.state(of: entry.id))")
    var lines = [StyledText(entry.title[context.language], theme.heading)]
    guard let header else {
      lines.append(StyledText(context.words("roadmap.coming"), theme.dim))
      return lines + needs(entry)
    }
    let minutes = context.words("roadmap.minutes", ["minutes": String(header.minutes)])
    lines.append(StyledText("\(state) · \(minutes)", theme.dim))
    if isWide { lines.append(StyledText()) }
    lines.append(StyledText(header.summary, theme.text))
    if isWide {
      lines += [StyledText(), StyledText(context.words("roadmap.objectives"), theme.strong)]
      let bullet = theme.glyphs == .ascii ? "- " : "• "
      lines += header.objectives.map { StyledText(bullet + $0.text, theme.text) }
      lines.append(StyledText())
    }
    return lines + needs(entry)
      + (isWide ? [StyledText(), StyledText(context.words("roadmap.open"), theme.accent)] : [])
  }

  private func needs(_ entry: LessonEntry) -> [StyledLine] {
    let names = entry.needs.compactMap { id in
      context.course.entry(id).map { need in
        need.title[context.language] + (need.isWritten ? "" : " (\(context.words("roadmap.coming-short")))")
      }
    }
    guard !names.isEmpty else { return [] }
    let comma = context.language == .zh ? "、" : ", "
    let colon = context.language == .zh ? "：" : ": "
    return [
      StyledText(context.words("roadmap.needs") + colon, context.theme.dim)
        + StyledText(names.joined(separator: comma), context.theme.text)
    ]
  }
}
