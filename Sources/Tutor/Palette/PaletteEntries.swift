import Course
import Demos
import Terminal
import Wording

/// Everything that the palette finds at a place: what its keys do, the places, lessons, demos, settings and terms.
struct PaletteEntries {
  private let keys: KeyTable
  private let context: TutorContext

  init(_ keys: KeyTable, _ context: TutorContext) {
    self.keys = keys
    self.context = context
  }

  var all: [PaletteEntry] { places + commands + lessons + demos + settings + terms }

  /// What makes no sense to choose from a list.
  private static let left: Set<Command> = [.palette, .open, .repaint, .suspend, .gallery]

  private var commands: [PaletteEntry] {
    var seen: Set<Command> = Self.left
    let useful = keys.bindings.filter { KeyGroup($0.command) != .moving && seen.insert($0.command).inserted }
    return useful.map { binding in
      PaletteEntry(
        .command, context.words(binding.words), others: [otherWords(binding.words), binding.command.name],
        detail: binding.label(context.theme.glyphs), .perform(binding.command))
    }
  }

  private var places: [PaletteEntry] {
    let roadmap = place("place.roadmap", .roadmap(selected: nil))
    let gallery = place("key.gallery", .gallery)
    guard let lesson = context.nextLesson else { return [roadmap, gallery] }
    let next = PaletteEntry(
      .place, context.words("palette.next", ["lesson": lesson.title[context.language]]), others: ["next"],
      .go(.lesson(context.progress.place(in: lesson.id) ?? LessonPlace(lesson: lesson.id))))
    return [next, roadmap, gallery]
  }

  private func place(_ key: String, _ place: TutorPlace) -> PaletteEntry {
    PaletteEntry(.place, context.words(key), others: [otherWords(key)], .go(place))
  }

  private var lessons: [PaletteEntry] {
    context.course.entries.map { lesson in
      let state = lesson.isWritten ? "roadmap.state.\(context.progress.state(of: lesson.id))" : "roadmap.coming-short"
      let place = context.progress.place(in: lesson.id) ?? LessonPlace(lesson: lesson.id)
      return PaletteEntry(
        .lesson, lesson.title[context.language], others: [lesson.title[context.language.other], lesson.id],
        detail: context.words(state), lesson.isWritten ? .go(.lesson(place)) : .refuse("roadmap.coming"))
    }
  }

  private var demos: [PaletteEntry] {
    DemoCatalogue.all.map { type in
      let card = type.card
      return PaletteEntry(
        .demo, card.title[context.language], others: [card.title[context.language.other], card.id], .openDemo(card.id))
    }
  }

  private var settings: [PaletteEntry] {
    PreferenceField.allCases.flatMap { field in
      let current = field.value(in: context.preferences.value)
      return field.offered.map { value in
        let title = context.settingTitle(field, value, context.language)
        return PaletteEntry(
          .setting, title, others: [context.settingTitle(field, value, context.language.other)],
          detail: value == current ? context.words("settings.now") : "", .choose(field, value))
      }
    }
  }

  private var terms: [PaletteEntry] {
    context.glossary.map { entry in
      PaletteEntry(
        .term, entry.term[context.language], others: [entry.term[context.language.other], entry.id], .explain(entry))
    }
  }

  private func otherWords(_ key: String) -> String { context.words(key, in: context.language.other) }
}
