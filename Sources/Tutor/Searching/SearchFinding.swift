import Wording

/// A place in a lesson where a text was found.
struct SearchFinding: Hashable, Sendable {
  let lesson: String
  let language: Language
  /// Index into the document's blocks.
  let block: Int
  /// Which of the findings in this block it is, from 0.
  let nth: Int
  /// What was searched for.
  let query: String
  /// The line around it, whole.
  let line: String
  /// The characters of the line that matched.
  let range: Range<Int>
}
