import Course
import Wording

/// Reads a typed line as the answer to a question: numbers for what is listed, words and figures as they are.
struct TypedAnswer {
  let question: Question
  /// Positions in the file, in the order in which they were said.
  let order: [Int]

  /// Nil where the line is no answer of that kind.
  func read(_ text: String) -> Answer? {
    switch question.kind {
    case .single(let options): TypedChoice.index(text, of: options.count).map { .choice(order[$0]) }
    case .multiple(let options):
      TypedChoice.indices(text, of: options.count).map { .choices(Set($0.map { order[$0] })) }
    case .trueFalse: truth(text).map { .truth($0) }
    case .numeric, .text, .predict: .typed(text)
    case .order(let items): inOrder(text, items.count).map { .order($0) }
    case .tune: nil
    }
  }

  private func truth(_ text: String) -> Bool? {
    switch LinearVocabulary.plain(text) {
    case "1", "true", "t", "yes", "y", "对", "正确", "是": true
    case "2", "false", "f", "no", "n", "错", "错误", "否": false
    default: nil
    }
  }

  /// Every item once: `3 1 2`, or `312` where there are fewer than ten.
  private func inOrder(_ text: String, _ count: Int) -> [Int]? {
    let digits = LinearVocabulary.plain(text)
    let spaced = count < 10 && digits.count == count ? digits.map { String($0) }.joined(separator: " ") : digits
    guard let indices = TypedChoice.indices(spaced, of: count), Set(indices).count == count else { return nil }
    return indices.map { order[$0] }
  }
}
