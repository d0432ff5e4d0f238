import Wording

/// The words of settings.
extension TutorContext {
  /// `Theme: dark`.
  func settingTitle(_ field: PreferenceField, _ value: String, _ language: Language) -> String {
    let colon = language == .zh ? "：" : ": "
    return words("settings.\(field.rawValue)", in: language) + colon + settingValue(field, value, language)
  }

  /// A value in words; a number stands for itself.
  func settingValue(_ field: PreferenceField, _ value: String, _ language: Language) -> String {
    if field == .language, let chosen = Language(rawValue: value) { return chosen.name }
    if let number = Int(value), field == .frameRate {
      return words("settings.frameRate.number", in: language, ["count": String(number)])
    }
    return words("settings.\(field.rawValue).\(value)", in: language)
  }

  /// Says in the status line what a setting is now, and whether that is kept.
  func sayChosen(_ field: PreferenceField) {
    guard notice == nil else { return }
    let title = settingTitle(field, field.value(in: preferences.value), language)
    notice = title + " · " + words(preferences.path == nil ? "settings.not-kept" : "settings.kept")
  }
}
