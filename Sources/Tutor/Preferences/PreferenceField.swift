import Terminal
import Wording

/// One line of the settings file and of the settings page: its key, what it accepts, and how it reads and writes.
public enum PreferenceField: String, CaseIterable, Hashable, Sendable {
  case language, theme, colors, glyphs, motion, mouse, frameRate, screenReader

  /// What stands for "nothing chosen".
  public static let automatic = "auto"

  /// The values that the settings page offers, the first being the default.
  public var offered: [String] {
    switch self {
    case .language: [Self.automatic] + Language.allCases.map(\.rawValue)
    case .theme: ThemeName.allCases.map(\.rawValue)
    case .colors: Preferences.Colors.allCases.map(\.rawValue)
    case .glyphs: Preferences.Glyphs.allCases.map(\.rawValue)
    case .motion: Preferences.Motion.allCases.map(\.rawValue)
    case .mouse: ["on", "off"]
    case .frameRate: [Self.automatic, "10", "30", "60"]
    case .screenReader: ["off", "on"]
    }
  }

  /// What is accepted, for messages.
  var expected: [String] {
    self == .frameRate
      ? [Self.automatic, "\(Preferences.frameRates.lowerBound) to \(Preferences.frameRates.upperBound)"] : offered
  }

  /// The value in force, as it is written.
  public func value(in preferences: Preferences) -> String {
    switch self {
    case .language: preferences.language?.rawValue ?? Self.automatic
    case .theme: preferences.theme.rawValue
    case .colors: preferences.colors.rawValue
    case .glyphs: preferences.glyphs.rawValue
    case .motion: preferences.motion.rawValue
    case .mouse: preferences.mouse ? "on" : "off"
    case .frameRate: preferences.frameRate.map(String.init) ?? Self.automatic
    case .screenReader: preferences.screenReader ? "on" : "off"
    }
  }

  /// Takes a value as it is written; false, and nothing changed, where it is none of this field's.
  public func set(_ text: String, in preferences: inout Preferences) -> Bool {
    let value = text.lowercased()
    switch self {
    case .language: return Self.set(value, &preferences.language, Language.init(rawValue:))
    case .theme: return Self.set(ThemeName(rawValue: value), &preferences.theme)
    case .colors: return Self.set(Preferences.Colors(rawValue: value), &preferences.colors)
    case .glyphs: return Self.set(Preferences.Glyphs(rawValue: value), &preferences.glyphs)
    case .motion: return Self.set(Preferences.Motion(rawValue: value), &preferences.motion)
    case .mouse: return Self.set(Self.truth(value), &preferences.mouse)
    case .frameRate:
      return Self.set(value, &preferences.frameRate) {
        Int($0).flatMap { Preferences.frameRates.contains($0) ? $0 : nil }
      }
    case .screenReader: return Self.set(Self.truth(value), &preferences.screenReader)
    }
  }

  private static func truth(_ value: String) -> Bool? {
    switch value {
    case "on", "true", "yes": true
    case "off", "false", "no": false
    default: nil
    }
  }

  private static func set<Value>(_ value: Value?, _ place: inout Value) -> Bool {
    guard let value else { return false }
    place = value
    return true
  }

  /// A field that may be left to Gradus.
  private static func set<Value>(_ text: String, _ place: inout Value?, _ read: (String) -> Value?) -> Bool {
    guard text != automatic else {
      place = nil
      return true
    }
    guard let value = read(text) else { return false }
    place = value
    return true
  }
}
