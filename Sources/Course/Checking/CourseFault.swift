import Markup
import Wording

/// Something wrong with the course's files, as data; `FaultSentences` says it in words.
public struct CourseFault: Error, Hashable, Sendable {
  /// Below the checked folder.
  public var file: String
  /// From 1; 0 where the whole file is meant.
  public var line: Int
  /// In characters from 1.
  public var column: Int
  public var kind: Kind

  public init(file: String, line: Int, column: Int, kind: Kind) {
    self.file = file
    self.line = line
    self.column = column
    self.kind = kind
  }

  public enum Kind: Hashable, Sendable {
    // Files
    case missingFile
    case unreadableFile(reason: String)
    case notUTF8
    case tooLarge(limit: Int)
    case strayFolder(String, known: [String])

    // YAML
    case brokenYAML(reason: String)
    case repeatedKey(String)
    case missingKey(String, of: String)
    case unknownKey(String, of: String, known: [String])
    case wrongShape(key: String, expected: Shape, got: String)
    case outOfRange(key: String, expected: String, got: String)
    case notOneOf(key: String, got: String, known: [String])

    // Names
    case badID(String)
    case repeatedID(String, of: Noun, firstFile: String, firstLine: Int)
    case unknownName(String, of: Noun, known: [String])
    case circle([String])
    case idDiffersFromFolder(id: String, folder: String)
    case titleDiffers(got: String, expected: String)
    case uncited(String, Noun)
    /// A term of the front matter that the text never has, and the words it was looked for by.
    case termNotMet(String, words: [String])

    // Languages
    case missingTranslation(Language, key: String)
    case languagesDiffer(Difference, en: String, zh: String)

    // Lessons
    case missingFrontMatter
    case badFence(fence: String, reason: FenceReason)
    case badSetting(String, reason: SettingReason)
    case badClaim(String, at: Int, ClaimReason)
    case markup(MarkupFault.Kind)
    /// Wider than the page, in columns.
    case tooWide(Wide, limit: Int)

    // Quizzes
    case badQuestion(String, QuestionReason)
    case badQuiz(QuizReason)

    // Runs
    case runFailed(RunFault)
    case claimFails(claim: String, left: Double, right: Double)
    case noChoiceHolds(holding: [String])
    case notFinite(metric: String, step: Int)
    case startReachesGoal(claim: String)
    case solutionMisses(claim: String, solution: String)
    case mistakeIsRight(question: String, mistake: String)
    case figureDiffers(metric: String, expected: Double, got: Double, tolerance: Double)
    case snippet(SnippetFault)
  }

  /// What kind of value a key asks for.
  public enum Shape: Hashable, Sendable {
    case text, bilingual, wholeNumber, number, bool, list, mapping, tolerance, range
  }

  /// What a name names.
  public enum Noun: String, Hashable, Sendable {
    case stage, module, lesson, demo, knob, preset, choice, region, image, metric, term, resource, objective, question,
      fence
  }

  /// What does not fit the page, and how wide it is at least.
  public enum Wide: Hashable, Sendable {
    case formula
    case table(Int)
    case code(Int)
  }

  /// In what the two languages of a lesson differ.
  public enum Difference: Hashable, Sendable {
    case frontMatter(String)
    case headings
    case figures
    case fenceCount
    case fence(Int, part: String)
  }

  public enum FenceReason: Hashable, Sendable {
    case missingID
    case unexpectedArgument(String)
    case bodyMustBeEmpty
    case bodyIsEmpty
    case metricOrChoices
    case twoChoicesAtLeast
    case twinNeeds(String)
    case needsExpect
    case notANumber(String)
  }

  public enum SettingReason: Hashable, Sendable {
    case notKnobEqualsValue
    case openQuote
    case repeated
    case refused(expected: String)
    case notWhole
    case belongsElsewhere
    case takesNoText
  }

  public enum QuestionReason: Hashable, Sendable {
    case noCorrectOption
    case severalCorrectOptions(Int)
    case noWrongOption
    case optionCount(Int, ClosedRange<Int>)
    case itemCount(Int, ClosedRange<Int>)
    case sameOption(Int, Int)
    case noReason(option: Int)
    case tooManyHints(Int)
    case nothingAccepted(Language)
    case mistakeAccepted(String)
    case keyRefused(String)
    case goalWithoutWithin
    case noSolution
    case solutionTurns(String, allowed: [String])
    case reservedKind(String)
  }

  public enum QuizReason: Hashable, Sendable {
    case tooFew(Int, least: Int)
    case oneKind(String)
    case noneDecidedByRun
    case objectiveUnasked(String)
  }
}

/// Why a claim could not be read.
public enum ClaimReason: Hashable, Sendable {
  case empty
  case expected(String)
  case unexpected(String)
  case noMetric
  case toleranceMissing
  case toleranceUnused
}

/// What is wrong with a Python twin.
public enum SnippetFault: Error, Hashable, Sendable {
  case failed(lastLine: String)
  case printedNoNumber(lastLine: String)
  case printed(Double, expected: Double, tolerance: Double)
}
