import Terminal

/// What is wrong with a settings file, as data; its sentence is made by `PreferencesSentences`. Lines count from 1.
public enum PreferencesFault: Error, Hashable, Sendable {
  case unreadable(reason: String)
  case notYAML(line: Int, reason: String)
  /// Anything but `key: value`.
  case notAMapping(line: Int)
  case unknownField(String, line: Int)
  case repeatedField(String, line: Int)
  case badValue(String, of: PreferenceField, line: Int)
  /// `keys` is not a mapping from commands to keys.
  case keysNotAMapping(line: Int)
  case unknownCommand(String, line: Int)
  case unknownKey(String, of: Command, line: Int)
  /// A key that always keeps its meaning.
  case reservedKey(Key, of: Command, line: Int)
  /// Two commands of one place were given the same key; the first keeps it.
  case sharedKey(Key, Command, Command)
  /// A command is left without any key in a place.
  case lostKey(Key, of: Command, to: Command)
  case unwritable(reason: String)
  /// The file could not be changed without harm to what else stands in it.
  case notChangeable(PreferenceField)
}
