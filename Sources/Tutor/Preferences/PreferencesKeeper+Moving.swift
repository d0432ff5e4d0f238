import Wording

extension PreferencesKeeper {
  /// Moves what earlier versions kept in the progress store over; what the file says already goes before it.
  func takeOver(_ progress: ProgressKeeper) {
    let language = progress.setting("language").flatMap(Language.init(rawValue:))
    let look = progress.setting("look").flatMap(Look.init(rawValue:))
    guard language != nil || look != nil else { return }
    let fault = change { preferences in
      if preferences.language == nil { preferences.language = language }
      if preferences.colors == .automatic, preferences.glyphs == .automatic { look?.choose(in: &preferences) }
    }
    // Where it could not be written it stays where it was, for another try.
    guard fault == nil, path != nil else { return }
    if language != nil { progress.set("language", to: "") }
    if look != nil { progress.set("look", to: "") }
  }
}
