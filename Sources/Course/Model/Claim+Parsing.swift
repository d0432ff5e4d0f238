/// Why a text is not a claim, and at which of its characters.
public struct ClaimError: Error, Hashable, Sendable {
  public var offset: Int
  public var reason: ClaimReason

  public init(offset: Int, reason: ClaimReason) {
    self.offset = offset
    self.reason = reason
  }
}

extension Claim {
  /// Reads `loss < 0.1 at 10` and the other forms of `Lessons/README.md`.
  public static func parse(_ text: String) throws(ClaimError) -> Claim {
    var parser = ClaimParser(text)
    return try parser.claim()
  }
}

/// Reads a claim, word by word.
private struct ClaimParser {
  private let words: [(text: String, offset: Int)]
  private let length: Int
  private var index = 0

  init(_ text: String) {
    words = Self.split(text)
    length = text.count
  }

  mutating func claim() throws(ClaimError) -> Claim {
    guard !words.isEmpty else { throw ClaimError(offset: 0, reason: .empty) }
    let left = try side()
    let relation = try relation()
    let right = try side()
    var claim = Claim(left, relation, right)
    try readTolerance(&claim)
    try readStep(&claim)
    if let extra = peek { throw ClaimError(offset: extra.offset, reason: .unexpected(extra.text)) }
    guard !claim.metrics.isEmpty else { throw ClaimError(offset: 0, reason: .noMetric) }
    return claim
  }

  private mutating func side() throws(ClaimError) -> Claim.Side {
    let word = try take("a metric or a number")
    if let number = Double(word.text), !number.isNaN { return .number(number) }
    guard Identifier.isValid(word.text), word.text != "at", word.text != "within" else {
      throw ClaimError(offset: word.offset, reason: .expected("a metric or a number"))
    }
    guard peek?.text == "at" else { return .metric(word.text, at: nil) }
    index += 1
    return .metric(word.text, at: try step())
  }

  private mutating func relation() throws(ClaimError) -> Claim.Relation {
    let word = try take("one of < <= > >= == ≈")
    if word.text == "~=" { return .near }
    guard let relation = Claim.Relation(rawValue: word.text) else {
      throw ClaimError(offset: word.offset, reason: .expected("one of < <= > >= == ≈"))
    }
    return relation
  }

  private mutating func readTolerance(_ claim: inout Claim) throws(ClaimError) {
    let sign = peek
    guard let sign, sign.text == "±" || sign.text == "+-" else {
      if claim.relation == .near { throw ClaimError(offset: sign?.offset ?? length, reason: .toleranceMissing) }
      return
    }
    guard claim.relation == .near else { throw ClaimError(offset: sign.offset, reason: .toleranceUnused) }
    index += 1
    let word = try take("a number above 0")
    guard let number = Double(word.text), number.isFinite, number > 0 else {
      throw ClaimError(offset: word.offset, reason: .expected("a number above 0"))
    }
    claim.tolerance = number
  }

  /// A trailing `at STEP`, which means the metric on the left, or `within STEP`.
  private mutating func readStep(_ claim: inout Claim) throws(ClaimError) {
    guard let word = peek, word.text == "at" || word.text == "within" else { return }
    guard case .number = claim.right, case .metric(let name, at: nil) = claim.left else {
      throw ClaimError(offset: word.offset, reason: .unexpected(word.text))
    }
    index += 1
    let step = try step()
    if word.text == "at" { claim.left = .metric(name, at: step) } else { claim.within = step }
  }

  private mutating func step() throws(ClaimError) -> Int {
    let word = try take("a step, a whole number from 0")
    guard let step = Int(word.text), step >= 0, step <= 10_000_000 else {
      throw ClaimError(offset: word.offset, reason: .expected("a step, a whole number from 0"))
    }
    return step
  }

  private var peek: (text: String, offset: Int)? { index < words.count ? words[index] : nil }

  private mutating func take(_ what: String) throws(ClaimError) -> (text: String, offset: Int) {
    guard let word = peek else { throw ClaimError(offset: length, reason: .expected(what)) }
    index += 1
    return word
  }

  /// Words, and runs of relation characters, which need no spaces around them.
  private static func split(_ text: String) -> [(text: String, offset: Int)] {
    var words: [(text: String, offset: Int)] = []
    var isOpen = false
    var wasSign = false
    for (offset, character) in text.enumerated() {
      guard !character.isWhitespace else {
        isOpen = false
        continue
      }
      let isSign = "<>=≈~±".contains(character)
      if isOpen, isSign == wasSign {
        words[words.count - 1].text.append(character)
      } else {
        words.append((String(character), offset))
      }
      (isOpen, wasSign) = (true, isSign)
    }
    return words
  }
}

extension Claim: CustomStringConvertible {
  /// The claim as it is written in a lesson.
  public var description: String {
    let ending = tolerance > 0 ? " ± \(tolerance)" : within.map { " within \($0)" } ?? ""
    return "\(left) \(relation.rawValue) \(right)\(ending)"
  }
}

extension Claim.Side: CustomStringConvertible {
  public var description: String {
    switch self {
    case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .metric(let name, let step): step.map { "\(name) at \($0)" } ?? name
    }
  }
}
