import Terminal

/// From place to place: one step up and down the stack of screens, jumps, and the history.
extension TutorSession {
  mutating func go(_ navigation: Navigation) {
    if case .stay = navigation { return }
    history.update(top.place(context))
    switch navigation {
    case .stay: break
    case .push(let screen): cover(with: screen)
    case .replace(let screen):
      top.close(context)
      top = screen
    case .go(let place): jump(to: place)
    case .back: goUp()
    case .quit: return leave()
    }
    if !isOver { history.visit(top.place(context)) }
  }

  /// Back or forward, as a browser goes; says so at the end of the way.
  mutating func goInHistory(by places: Int) {
    history.update(top.place(context))
    guard let place = history.move(by: places) else {
      context.notice = context.words(places < 0 ? "history.no-back" : "history.no-forward")
      return
    }
    if top.show(place, context) { return }
    if case .roadmap = place { return goToRoadmap(place) }
    guard let screen = screen(for: place) else { return }
    uncover(to: 1)
    screens.append(screen)
  }

  /// The lesson that a demo belongs to, at its demo pane.
  mutating func goToDemo(_ id: String) {
    guard let lesson = context.lesson(ofDemo: id) else {
      context.notice = context.words("palette.no-lesson")
      return
    }
    let known = context.progress.place(in: lesson) ?? LessonPlace(lesson: lesson)
    go(.go(.lesson(LessonPlace(lesson: lesson, pane: .demo, position: known.position))))
  }

  private mutating func goToRoadmap(_ place: TutorPlace) {
    uncover(to: 1)
    _ = top.show(place, context)
    context.progress.keepScreen("roadmap")
  }

  private mutating func goUp() {
    guard screens.count > 1 else { return leave() }
    uncover(to: screens.count - 1)
    if screens.count == 1 { context.progress.keepScreen("roadmap") }
  }

  private mutating func jump(to place: TutorPlace) {
    if top.show(place, context) { return }
    if case .roadmap = place { return goToRoadmap(place) }
    guard let screen = screen(for: place) else { return }
    makeRoom(for: place)
    cover(with: screen)
  }

  /// Takes away what the new screen stands in the place of, so that the stack never grows: a lesson that a search led
  /// to stands over that search, any other over the roadmap; of the other places there is one at a time.
  private mutating func makeRoom(for place: TutorPlace) {
    guard case .lesson = place else {
      return remove { $0.isSame(as: place) }
    }
    guard case .search = top.place(context) else { return uncover(to: 1) }
    remove { if case .search = $0 { false } else { true } }
  }

  private mutating func remove(_ isGone: (TutorPlace) -> Bool) {
    for index in screens.indices.dropFirst().reversed() {
      guard let place = screens[index].place(context), isGone(place) else { continue }
      screens[index].close(context)
      screens.remove(at: index)
    }
  }

  private mutating func cover(with screen: any Screen) {
    top.cover(context)
    screens.append(screen)
  }

  /// Closes the screens above the first `count`.
  private mutating func uncover(to count: Int) {
    while screens.count > count {
      top.close(context)
      screens.removeLast()
    }
    top.wake(context)
  }

  /// A screen for a place; nil for the roadmap, which is always there, and where a lesson can't be shown: that is said.
  private func screen(for place: TutorPlace) -> (any Screen)? {
    switch place {
    case .roadmap: return nil
    case .lesson(let place):
      guard let screen = LessonScreen(place, context) else {
        let isComing = context.course.entry(place.lesson)?.isWritten == false
        context.notice = context.words(isComing ? "roadmap.coming" : "lesson.fault")
        return nil
      }
      return screen
    case .search(let place): return SearchScreen(place)
    case .settings: return SettingsScreen()
    case .gallery: return GalleryScreen()
    }
  }
}
