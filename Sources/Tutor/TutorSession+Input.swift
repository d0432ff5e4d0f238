import Terminal
import Widgets

/// Keys, pastes and the mouse.
extension TutorSession {
  mutating func press(_ key: Key) {
    context.notice = nil
    if sheet != nil { return answer(sheet?.handle(.key(key), context)) }
    let table = keys
    if let command = table.command(for: key) { return perform(command) }
    if let reason = table.refusal(of: key) {
      context.notice = context.words(reason)
    } else if !top.takesLooseKeys(context), let binding = KeyTable.anywhere(key) {
      let what = ["key": binding.label(context.theme.glyphs), "what": context.words(binding.words)]
      context.notice = context.words("why.elsewhere", what)
    } else {
      go(top.handle(.key(key), context))
    }
  }

  mutating func paste(_ text: String) {
    if sheet != nil { return answer(sheet?.handle(.paste(text), context)) }
    go(top.handle(.paste(text), context))
  }

  mutating func point(_ mouse: MouseEvent) {
    if sheet != nil { return answer(sheet?.handle(.mouse(mouse), context)) }
    if shown.line.contains(mouse.position) {
      guard mouse.action == .press, let index = hint(at: mouse.position) else { return }
      context.notice = nil
      return perform(shown.hinted[index].command)
    }
    if mouse.action == .press { context.notice = nil }
    go(top.handle(.mouse(mouse), context))
  }

  /// Does what a key, a click or the palette asks for.
  mutating func perform(_ command: Command) {
    switch command {
    case .help: sheet = .help(HelpOverlay(table: keys))
    case .palette: sheet = .palette(PaletteSheet(PaletteEntries(keys, context).all))
    case .flipLanguage: context.language = context.language.other
    case .searchAll: go(.go(.search(SearchPlace())))
    case .settings: go(.go(.settings))
    case .historyBack: goInHistory(by: -1)
    case .historyForward: goInHistory(by: 1)
    case .quit: leave()
    default: go(top.perform(command, context))
    }
  }

  /// What the terminal itself must do about a key; nil where the key is the session's.
  public func terminalCommand(for key: Key) -> Command? {
    guard let command = keys.command(for: key), command == .repaint || command == .suspend else { return nil }
    return command
  }

  private func hint(at point: Point) -> Int? {
    shown.status.hint(at: point, in: shown.line, theme: context.theme)
  }

  private mutating func answer(_ answer: SessionSheet.Answer?) {
    switch answer {
    case .stay, nil: return
    case .close: sheet = nil
    case .perform(let command):
      sheet = nil
      perform(command)
    case .go(let place):
      sheet = nil
      // Where one is already, one stays.
      if case .lesson = place, top.place(context)?.isSame(as: place) == true { return }
      go(.go(place))
    case .openDemo(let id):
      sheet = nil
      goToDemo(id)
    case .choose(let field, let value):
      sheet = nil
      context.choose { _ = field.set(value, in: &$0) }
      context.sayChosen(field)
    case .explain(let entry): sheet = .card(TermCard(entry))
    }
  }
}
