import Course

/// Which taking of a quiz is under way.
struct QuizTaking: Hashable {
  /// Its number, and the seed of its shuffles.
  var seed: UInt64 = 1
  /// Seconds since 1970 from which answers count.
  var since = 0.0
  /// From which the answers to the questions kept count.
  var keptSince = 0.0
  /// Ids of the questions whose earlier answers stand.
  var kept: Set<String> = []

  /// As it is saved: `2 1700000000.5 0.0 gd-sign gd-helps`.
  var text: String { ([String(seed), String(since), String(keptSince)] + kept.sorted()).joined(separator: " ") }
}

extension QuizTaking {
  init?(_ text: String) {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count >= 3, let seed = UInt64(parts[0]), let since = Double(parts[1]), let kept = Double(parts[2]) else {
      return nil
    }
    self.init(seed: seed, since: since, keptSince: kept, kept: Set(parts.dropFirst(3)))
  }
}

extension QuizResult.Row {
  /// Whether the question is asked again when the quiz is not passed: it earned less than a pass.
  var isMissed: Bool { state.earned < QuizResult.passMark - 1e-9 }
}
