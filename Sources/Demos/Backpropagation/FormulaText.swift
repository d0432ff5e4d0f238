import Expressions
import Wording

/// What the learner types: a formula, and after a semicolon values for some of its variables:
/// `tanh(w*x + b); w = 0.5, x = 2`.
struct FormulaText: Hashable, Sendable {
  let formula: Formula
  let values: [String: Double]

  init(_ text: String) throws(InputFault) {
    let characters = Array(text)
    let signs = characters.map(FormulaCharacter.normalized)
    let end = signs.firstIndex(of: ";") ?? signs.count
    formula = try Self.formula(characters, 0..<end)
    var values: [String: Double] = [:]
    var start = end + 1
    while start < signs.count {
      let stop = signs[start...].firstIndex { $0 == "," || $0 == ";" } ?? signs.count
      try Self.assign(characters, signs, start..<stop, formula, &values)
      start = stop + 1
    }
    self.values = values
  }

  private static func formula(_ characters: [Character], _ range: Range<Int>) throws(InputFault) -> Formula {
    do { return try Formula(parsing: characters, in: range) } catch {
      throw InputFault(Bilingual(en: error.english, zh: error.chinese), at: error.range)
    }
  }

  /// Reads `name = value`; the value may itself be a formula of numbers. Nothing but blanks is passed over.
  private static func assign(
    _ characters: [Character], _ signs: [Character], _ range: Range<Int>, _ formula: Formula,
    _ values: inout [String: Double]
  ) throws(InputFault) {
    let filled = range.filter { !signs[$0].isWhitespace }
    guard let first = filled.first, let last = filled.last else { return }
    guard let equals = signs[range].firstIndex(of: "="), equals > first else {
      throw InputFault(BackpropagationWords.notAnAssignment, at: first..<(last + 1))
    }
    let name = String(signs[first..<equals].filter { !$0.isWhitespace })
    guard formula.contains(name) else {
      throw InputFault(BackpropagationWords.unknownVariable(name, formula.variables), at: first..<equals)
    }
    let value = try self.formula(characters, (equals + 1)..<range.upperBound).value([:])
    guard let value, value.isFinite else {
      throw InputFault(BackpropagationWords.notANumber(name), at: (equals + 1)..<(max(last, equals + 1) + 1))
    }
    values[name] = value
  }
}
