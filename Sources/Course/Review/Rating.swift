/// How well something was remembered. The numbers are those of the published scheduler.
public enum Rating: Int, CaseIterable, Codable, Sendable {
  /// Not remembered.
  case again = 1
  /// Remembered with trouble, or with help.
  case hard
  case good
  /// Remembered at once.
  case easy
}
