/// The language in which formulas are read aloud.
public enum SpokenLanguage: Hashable, Sendable {
  case english, chinese
}
