import Markup
import Wording

/// Says what a fault is: what, where, expected, got, cure. The one place where these sentences are made.
public enum FaultSentences {
  /// `FILE:LINE:COLUMN: sentence`; where the whole file is meant, its beginning.
  public static func line(_ fault: CourseFault) -> String {
    "\(fault.file):\(max(1, fault.line)):\(max(1, fault.column)): \(sentence(fault))"
  }

  /// The sentence without the place.
  public static func sentence(_ fault: CourseFault) -> String {
    fileSentence(fault.kind) ?? nameSentence(fault.kind) ?? lessonSentence(fault.kind) ?? runSentence(fault.kind)
      ?? markupSentence(fault)
  }

  // MARK: Files and YAML

  private static func fileSentence(_ kind: CourseFault.Kind) -> String? {
    switch kind {
    case .missingFile: "the file is missing; a lesson's folder holds lesson.en.md, lesson.zh.md and quiz.yaml; write it"
    case .unreadableFile(let reason): "the file cannot be read: \(reason); check its permissions"
    case .notUTF8: "the file is not UTF-8 text; save it as UTF-8"
    case .tooLarge(let limit): "the file is too large; expected at most \(limit) bytes; split the lesson"
    case .strayFolder(let name, let known):
      "course.yaml has no place for this folder; expected one of \(list(known)); add it there, or move the folder"
        + near(name, known)
    case .brokenYAML(let reason): "this is not YAML: \(reason); quote texts that hold `: ` or ` #`"
    case .repeatedKey(let key): "the key `\(key)` stands twice in one mapping; remove one"
    case .missingKey(let key, let owner): "\(owner) lacks `\(key)`; add it"
    case .unknownKey(let key, let owner, let known):
      "\(owner) has no key `\(key)`; expected \(list(known))" + near(key, known)
    case .wrongShape(let key, let shape, let got):
      "`\(key)` has the wrong shape; expected \(words(shape)), got \(got)"
    case .outOfRange(let key, let expected, let got): "`\(key)` is out of range; expected \(expected), got \(got)"
    case .notOneOf(let key, let got, let known):
      "`\(key)` cannot be `\(got)`; expected \(list(known))" + near(got, known)
    default: nil
    }
  }

  private static func words(_ shape: CourseFault.Shape) -> String {
    switch shape {
    case .text: "a text"
    case .bilingual: "`{en: …, zh: …}`"
    case .wholeNumber: "a whole number"
    case .number: "a number"
    case .bool: "`true` or `false`"
    case .list: "a list"
    case .mapping: "a mapping of keys to values"
    case .tolerance: "a number above 0, or a share such as `5%`"
    case .range: "a range such as `6-12`"
    }
  }

  // MARK: Names and languages

  private static func nameSentence(_ kind: CourseFault.Kind) -> String? {
    switch kind {
    case .badID(let id):
      "`\(id)` is not an id; expected kebab-case: lower-case letters and digits joined by single hyphens"
    case .repeatedID(let id, let noun, let file, let line):
      "the \(noun.rawValue) id `\(id)` was given before, at \(file):\(line); ids are permanent: rename the newer one"
    case .unknownName(let name, let noun, let known):
      "unknown \(noun.rawValue) `\(name)`; expected \(known.isEmpty ? "none, there are none" : list(known))"
        + near(name, known)
    case .circle(let ids):
      "these lessons need each other in a circle: \(ids.joined(separator: " → ")); remove one of the `needs`"
    case .idDiffersFromFolder(let id, let folder):
      "the id is `\(id)`; expected `\(folder)`, the folder's name and the id in course.yaml"
    case .titleDiffers(let got, let expected): "the title is “\(got)”; expected “\(expected)”, as in course.yaml"
    case .uncited(let id, let noun): "no lesson cites the \(noun.rawValue) `\(id)`; add it to a lesson's front matter"
    case .termNotMet(let id, let words):
      "the text never has the term `\(id)` (\(list(words))); use it, add the text's word to `forms` in glossary.yaml, or drop it from `terms`"
    case .missingTranslation(let language, let key):
      "`\(key)` lacks its \(language == .en ? "English" : "Chinese") text; expected `{en: …, zh: …}`; add `\(language.rawValue)`"
    case .languagesDiffer(let difference, let en, let zh):
      "the languages differ in \(words(difference)); English has \(en), Chinese has \(zh); make them the same"
    default: nil
    }
  }

  private static func words(_ difference: CourseFault.Difference) -> String {
    switch difference {
    case .frontMatter(let key): "`\(key)` of the front matter"
    case .headings: "their headings"
    case .figures: "their displayed formulas, tables, pictures, callouts and footnotes"
    case .fenceCount: "their fences"
    case .fence(let number, let part): "the \(part) of fence \(number)"
    }
  }

  // MARK: Lessons and quizzes

  private static func lessonSentence(_ kind: CourseFault.Kind) -> String? {
    switch kind {
    case .missingFrontMatter: "the lesson has no front matter; expected `---`, its keys and `---` at the very top"
    case .badFence(let fence, let reason): "the `\(fence)` fence \(words(reason))"
    case .tooWide(let what, let limit): words(what, limit)
    case .badSetting(let name, let reason): words(name, reason)
    case .badClaim(let claim, let offset, let reason):
      "the claim `\(claim)` \(words(reason)), at character \(offset + 1)"
    case .badQuestion(let id, let reason): "question `\(id)` \(words(reason))"
    case .badQuiz(let reason): words(reason)
    default: nil
    }
  }

  private static func words(_ what: CourseFault.Wide, _ limit: Int) -> String {
    switch what {
    case .formula:
      "the formula cannot be broken to fit \(limit) columns; split it with `aligned`, or name a part of it first"
    case .table(let width):
      "the table needs \(width) columns at least; expected at most \(limit); shorten its longest words or drop a column"
    case .code(let width): "the code is \(width) columns wide; expected at most \(limit); break the line"
    }
  }

  private static func words(_ reason: CourseFault.FenceReason) -> String {
    switch reason {
    case .missingID: "lacks its first word; expected an id after the kind"
    case .unexpectedArgument(let argument): "does not take `\(argument)`; remove it"
    case .bodyMustBeEmpty: "has a body; expected none: the program supplies it"
    case .bodyIsEmpty: "has no body; write it"
    case .metricOrChoices: "needs either `metric` with `tolerance`, or `choices`; give exactly one of them"
    case .twoChoicesAtLeast: "has too few choices; expected two at least"
    case .twinNeeds(let key): "names a run but lacks `\(key)`; a run needs `demo`, `metric` and `steps`"
    case .needsExpect: "names a run but no figure; add `expect=NUMBER`"
    case .notANumber(let text): "expected a number, got `\(text)`"
    }
  }

  private static func words(_ name: String, _ reason: CourseFault.SettingReason) -> String {
    switch reason {
    case .notKnobEqualsValue: "`\(name)` is not a setting; expected `knob=value`"
    case .openQuote: "a quote is not closed; expected a second `\"`"
    case .repeated: "`\(name)` is set twice; remove one"
    case .refused(let expected): "`\(name)` is refused; expected \(expected)"
    case .notWhole: "`\(name)` is not a whole number from 0"
    case .belongsElsewhere: "`\(name)` does not belong in `set`; give it as a key of its own"
    case .takesNoText: "this demo takes no typed text; remove `\(name)`"
    }
  }

  private static func words(_ reason: ClaimReason) -> String {
    switch reason {
    case .empty: "is empty; expected such as `loss < 0.1`"
    case .expected(let what): "cannot be read; expected \(what)"
    case .unexpected(let word): "cannot be read; `\(word)` is too much there"
    case .noMetric: "speaks of no metric; name one"
    case .toleranceMissing: "lacks its tolerance; expected `≈ NUMBER ± NUMBER`"
    case .toleranceUnused: "has a tolerance that only `≈` may have; remove it, or use `≈`"
    }
  }

  private static func words(_ reason: CourseFault.QuestionReason) -> String {
    switch reason {
    case .noCorrectOption: "has no correct option; mark one with `correct: true`"
    case .severalCorrectOptions(let count): "has \(count) correct options; expected 1; use `kind: multiple`"
    case .noWrongOption: "has no wrong option; add one that a learner would believe"
    case .optionCount(let count, let range):
      "has \(count) options; expected \(range.lowerBound) to \(range.upperBound)"
    case .itemCount(let count, let range): "has \(count) items; expected \(range.lowerBound) to \(range.upperBound)"
    case .sameOption(let first, let second): "says the same twice, in \(first) and \(second); change one"
    case .noReason(let option): "gives no reason for its wrong option \(option); add `reason`"
    case .tooManyHints(let count): "has \(count) hints; expected at most 3"
    case .nothingAccepted(let language): "accepts no answer in \(language.name); add one under `accept`"
    case .mistakeAccepted(let text): "lists `\(text)` as a mistake, but it is accepted as right; change one"
    case .keyRefused(let text): "accepts `\(text)`, which says nothing once spaces and marks are dropped; change it"
    case .goalWithoutWithin: "has a goal without an end; expected `METRIC <= NUMBER within STEPS`"
    case .noSolution: "has an empty solution; give settings that reach the goal"
    case .solutionTurns(let knob, let allowed):
      "solves itself with `\(knob)`, which the learner may not turn; expected \(list(allowed))"
    case .reservedKind(let kind):
      "is of the kind `\(kind)`, which is reserved; expected \(list(Question.KindName.allCases.map(\.rawValue)))"
    }
  }

  private static func words(_ reason: CourseFault.QuizReason) -> String {
    switch reason {
    case .tooFew(let count, let least): "the quiz has \(count) questions; expected \(least) at least; add some"
    case .oneKind(let kind): "every question is `\(kind)`; expected two kinds at least"
    case .noneDecidedByRun:
      "no question is decided by a run; expected a `predict` or a `tune`, since the lesson has a demo"
    case .objectiveUnasked(let id): "no question is about the objective `\(id)`; add one, or drop the objective"
    }
  }

  // MARK: Runs

  private static func runSentence(_ kind: CourseFault.Kind) -> String? {
    switch kind {
    case .runFailed(let fault): words(fault)
    case .claimFails(let claim, let left, let right):
      "the run does not bear out `\(claim)`; got \(number(left)) against \(number(right)); correct the prose or the settings"
    case .noChoiceHolds(let holding):
      holding.isEmpty
        ? "no choice holds in the run; expected exactly one; correct the claims or the settings"
        : "\(holding.count) choices hold in the run: \(list(holding)); expected exactly one; sharpen the claims"
    case .notFinite(let metric, let step):
      "`\(metric)` is not a finite number at step \(step), so no guess can be near it; change the settings or the steps"
    case .startReachesGoal(let claim): "the start already reaches `\(claim)`; make the start worse or the goal harder"
    case .solutionMisses(let claim, let solution): "the solution `\(solution)` does not reach `\(claim)`; correct one"
    case .figureDiffers(let metric, let expected, let got, let tolerance):
      "the demo's `\(metric)` is \(number(got)); expected \(number(expected)) within \(number(tolerance)); the twins disagree"
    case .snippet(let fault): words(fault)
    default: nil
    }
  }

  /// Why a run could not be made, in a sentence.
  public static func words(_ fault: RunFault) -> String {
    switch fault {
    case .unknownDemo(let id, let known): "unknown demo `\(id)`; expected \(list(known))" + near(id, known)
    case .unknownPreset(let id, let known): "unknown preset `\(id)`; expected \(list(known))" + near(id, known)
    case .unknownKnob(let id, let known): "unknown knob `\(id)`; expected \(list(known))" + near(id, known)
    case .badValue(let setting, let expected):
      "`\(setting.knob)=\(setting.value)` is refused; expected \(expected)"
    case .refusedText(let message): "the demo refuses the text: \(message.en)"
    }
  }

  private static func words(_ fault: SnippetFault) -> String {
    switch fault {
    case .failed(let line): "the snippet ends with an error: \(line)"
    case .printedNoNumber(let line): "the snippet prints no number; got `\(line)`; print the figure last"
    case .printed(let got, let expected, let tolerance):
      "the snippet prints \(number(got)); expected \(number(expected)) within \(number(tolerance))"
    }
  }

  private static func markupSentence(_ fault: CourseFault) -> String {
    guard case .markup(let kind) = fault.kind else { preconditionFailure("no sentence for \(fault.kind)") }
    return MarkupFault(kind, at: SourcePlace(line: fault.line, column: fault.column)).sentence
  }

  // MARK: Parts of sentences

  /// Up to eight names in back-ticks, then how many more.
  private static func list(_ names: [String]) -> String {
    guard !names.isEmpty else { return "nothing" }
    let shown = names.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > 8 ? "\(shown) or one of \(names.count - 8) more" : shown
  }

  private static func near(_ name: String, _ known: [String]) -> String {
    let names = NearNames.of(name, in: known)
    return names.isEmpty ? "" : "; did you mean \(names.map { "`\($0)`" }.joined(separator: " or "))?"
  }

  private static func number(_ value: Double) -> String { NumberText.short(value, digits: 6) }
}
