import Foundation
import Testing
import Wording

@testable import Course

private let lesson = TemporaryCourse.lesson

/// One way to spoil a good course, and what must be said about it.
struct Spoiling: CustomTestStringConvertible, Sendable {
  let name: String
  let expected: String
  let run: Bool
  let spoil: @Sendable (TemporaryCourse) throws -> Void

  init(
    _ name: String, expecting expected: String, run: Bool = false,
    _ spoil: @escaping @Sendable (TemporaryCourse) throws -> Void
  ) {
    self.name = name
    self.expected = expected
    self.run = run
    self.spoil = spoil
  }

  var testDescription: String { name }
}

private let files: [Spoiling] = [
  Spoiling("broken YAML", expecting: "\(lesson)/quiz.yaml:2:1: this is not YAML") {
    try $0.write("\(lesson)/quiz.yaml", "- {id: a\n")
  },
  Spoiling("a text file that is no text", expecting: "\(lesson)/quiz.yaml:1:1: the file is not UTF-8") {
    try Data([0xFF, 0xFE, 0x41]).write(to: $0.url.appending(path: "\(lesson)/quiz.yaml"))
  },
  Spoiling("a file of a megabyte and more", expecting: "\(lesson)/quiz.yaml:1:1: the file is too large") {
    try $0.write("\(lesson)/quiz.yaml", String(repeating: "# \n", count: 400_000))
  },
  Spoiling("no Chinese file", expecting: "\(lesson)/lesson.zh.md:1:1: the file is missing") {
    try $0.remove("\(lesson)/lesson.zh.md")
  },
  Spoiling("no quiz", expecting: "\(lesson)/quiz.yaml:1:1: the file is missing") {
    try $0.remove("\(lesson)/quiz.yaml")
  },
  Spoiling("no course", expecting: "course.yaml:1:1: the file is missing") { try $0.remove("course.yaml") },
  Spoiling(
    "a folder that no row names",
    expecting: "foundations/ml-basics/gradient-decent:1:1: course.yaml has no place for this folder"
  ) {
    try $0.write("foundations/ml-basics/gradient-decent/lesson.en.md", "")
  },
  Spoiling("a key twice", expecting: "the key `number` stands twice") {
    try $0.change("course.yaml", "    number: \"1\"", to: "    number: \"1\"\n    number: \"2\"")
  },
  Spoiling(
    "an unknown key",
    expecting: "a lesson has no key `need`; expected `id`, `kind`, `title`, `needs`; did you mean `needs`"
  ) {
    try $0.change("course.yaml", "needs:", to: "need:")
  },
  Spoiling("a missing key", expecting: "a stage lacks `goal`; add it") {
    try $0.change("course.yaml", "    goal: {", to: "    # goal: {")
  },
  Spoiling(
    "a list where a text belongs", expecting: "`title` has the wrong shape; expected `{en: …, zh: …}`, got a list"
  ) {
    try $0.change("course.yaml", "title: {en: From linear regression to GPT, zh: 从线性回归到 GPT}", to: "title: [a]")
  },
]

private let tree: [Spoiling] = [
  Spoiling(
    "an unknown prerequisite",
    expecting:
      "course.yaml:20:85: unknown lesson `linear-regresion`; expected `linear-regression`, `gradient-descent`, `house-prices`; did you mean `linear-regression`?"
  ) {
    try $0.change("course.yaml", "needs: [linear-regression]", to: "needs: [linear-regresion]")
  },
  Spoiling(
    "a circle",
    expecting: "these lessons need each other in a circle: linear-regression → gradient-descent → linear-regression"
  ) {
    try $0.change("course.yaml", "zh: 线性回归}}", to: "zh: 线性回归}, needs: [gradient-descent]}")
  },
  Spoiling("a lesson that needs itself", expecting: "in a circle: linear-regression → linear-regression") {
    try $0.change("course.yaml", "zh: 线性回归}}", to: "zh: 线性回归}, needs: [linear-regression]}")
  },
  Spoiling(
    "a lesson twice",
    expecting: "course.yaml:21:18: the lesson id `gradient-descent` was given before, at course.yaml:20"
  ) {
    try $0.change("course.yaml", "{id: house-prices", to: "{id: gradient-descent")
  },
  Spoiling("an id that is none", expecting: "`Pricing_1` is not an id; expected kebab-case") {
    try $0.change("course.yaml", "{id: house-prices", to: "{id: Pricing_1")
  },
  Spoiling(
    "an unknown kind", expecting: "`kind` cannot be `projects`; expected `lesson`, `project`; did you mean `project`?"
  ) {
    try $0.change("course.yaml", "kind: project", to: "kind: projects")
  },
  Spoiling("a title in one language", expecting: "`title` lacks its Chinese text") {
    try $0.change("course.yaml", "title: {en: House prices, zh: 预测房价}", to: "title: House prices")
  },
  Spoiling("a title with an empty translation", expecting: "`title` lacks its Chinese text") {
    try $0.change("course.yaml", "zh: 预测房价", to: "zh: ")
  },
  Spoiling("a module that a phase does not find", expecting: "unknown module `ml-basic`; expected `ml-basics`") {
    try $0.change("course.yaml", "modules: [ml-basics]", to: "modules: [ml-basic]")
  },
]

private let lessons: [Spoiling] = [
  Spoiling("no front matter", expecting: "lesson.en.md:1:1: the lesson has no front matter") {
    try $0.changeLesson("---\nid:", to: "id:", languages: ["en"])
  },
  Spoiling("another id", expecting: "the id is `descent`; expected `gradient-descent`") {
    try $0.changeLesson("id: gradient-descent\n", to: "id: descent\n")
  },
  Spoiling("another title", expecting: "lesson.en.md:3:8: the title is “Descent”; expected “Gradient descent”") {
    try $0.changeLesson("title: Gradient descent", to: "title: Descent", languages: ["en"])
  },
  Spoiling("minutes out of range", expecting: "`minutes` is out of range; expected 1 to 180, got 500") {
    try $0.changeLesson("minutes: 25", to: "minutes: 500")
  },
  Spoiling("an unknown term", expecting: "lesson.en.md:10:9: unknown term `learning-rat`") {
    try $0.changeLesson("terms: [learning-rate]", to: "terms: [learning-rat]")
  },
  Spoiling("an unknown resource", expecting: "unknown resource `goodfellow-2015`; expected `goodfellow-2016`") {
    try $0.changeLesson("[goodfellow-2016]", to: "[goodfellow-2015]")
  },
  Spoiling("an unknown demo in a fence", expecting: "unknown demo `gradient-desent`; expected") {
    try $0.changeLesson("```demo gradient-descent", to: "```demo gradient-desent")
  },
  Spoiling(
    "an unknown knob",
    expecting:
      "lesson.zh.md:31:26: unknown knob `surfce`; expected `learning-rate`, `optimizer`, `surface`; did you mean `surface`?"
  ) {
    try $0.changeLesson("surface=ravine", to: "surfce=ravine")
  },
  Spoiling("an unknown choice", expecting: "unknown choice `ravin`; expected `bowl`, `ravine`; did you mean `ravine`?")
  {
    try $0.changeLesson("surface=ravine", to: "surface=ravin")
  },
  Spoiling(
    "a number that the knob refuses", expecting: "`learning-rate=11` is refused; expected a number from 0.0001 to 2.0"
  ) {
    try $0.changeLesson("learning-rate=1.1", to: "learning-rate=11")
  },
  Spoiling("an unknown preset", expecting: "unknown preset `to-large`; expected `too-large`") {
    try $0.changeLesson("set: surface=bowl learning-rate=1.1", to: "set: preset=to-large")
  },
  Spoiling("an unknown metric", expecting: "unknown metric `los`; expected `loss`, `diverged`") {
    try $0.changeLesson("metric: loss", to: "metric: los")
  },
  Spoiling(
    "an unknown metric in a claim",
    expecting: "unknown metric `divergd`; expected `loss`, `diverged`; did you mean `diverged`?"
  ) {
    try $0.changeLesson("diverged == 1", to: "divergd == 1")
  },
  Spoiling(
    "a claim that is none",
    expecting: "the claim `diverged = 1` cannot be read; expected one of < <= > >= == ≈, at character 10"
  ) {
    try $0.changeLesson("diverged == 1", to: "diverged = 1")
  },
  Spoiling("an unknown region", expecting: "unknown region `Demos/GradientDescent/Optimizers.swift#sdg`; expected") {
    try $0.changeLesson("Optimizers.swift#sgd", to: "Optimizers.swift#sdg")
  },
  Spoiling("a setting that is none", expecting: "`ravine` is not a setting; expected `knob=value`") {
    try $0.changeLesson("surface=ravine", to: "ravine")
  },
  Spoiling("an open quote", expecting: "a quote is not closed") {
    try $0.changeLesson("optimizer=\"momentum\"", to: "optimizer=\"momentum")
  },
  Spoiling("a text for a demo that takes none", expecting: "this demo takes no typed text") {
    try $0.changeLesson("seed=3", to: "text=\"a b\"")
  },
  Spoiling("a seed inside set", expecting: "`seed` does not belong in `set`") {
    try $0.changeLesson("learning-rate=1.1\n", to: "learning-rate=1.1 seed=2\n")
  },
  Spoiling("a fence id twice", expecting: "the fence id `bowl-after-20` was given before") {
    try $0.changeLesson("```try too-large", to: "```try bowl-after-20")
  },
  Spoiling(
    "a predict without its key", expecting: "the `predict` fence needs either `metric` with `tolerance`, or `choices`"
  ) {
    try $0.changeLesson("metric: loss\n", to: "")
  },
  Spoiling("an empty try", expecting: "the `try` fence has no body") {
    try $0.changeLesson("```source Demos/GradientDescent/Optimizers.swift#sgd\n", to: "```try nothing\n")
  },
  Spoiling("broken YAML in a fence", expecting: "lesson.en.md:42:6: this is not YAML") {
    try $0.changeLesson("steps: 50\nclaim:", to: "steps: [50\nclaim:")
  },
  Spoiling("a bad formula", expecting: "unknown command `\\nabl`; did you mean `\\nabla`?") {
    try $0.changeLesson("\\nabla L(w)", to: "\\nabl L(w)")
  },
  Spoiling("emphasis left as text", expecting: "left as text") {
    try $0.changeLesson("The slope tells", to: "**中文，**后 The slope tells")
  },
  Spoiling("emphasis left as text in a task", expecting: "lesson.en.md:46:1: the emphasis marks near") {
    try $0.changeLesson("Set the rate", to: "**中文，**后 Set the rate")
  },
  Spoiling("HTML", expecting: "is HTML, which is not interpreted") {
    try $0.changeLesson("The slope tells", to: "The <b>slope</b> tells")
  },
  Spoiling("an escape sequence", expecting: "the character U+001B must not be sent to a terminal") {
    try $0.changeLesson("The slope tells", to: "The \u{1B}[31m slope tells")
  },
]

private let parity: [Spoiling] = [
  Spoiling(
    "a fence in one language only",
    expecting:
      "lesson.zh.md:36:1: the languages differ in their fences; English has predict, demo, source, try, python, Chinese has predict, demo, try, python; make them the same"
  ) {
    try $0.changeLesson("```source Demos/GradientDescent/Optimizers.swift#sgd\n```\n", to: "", languages: ["zh"])
  },
  Spoiling(
    "a heading in one language only",
    expecting: "the languages differ in their headings; English has #, Chinese has # ##"
  ) {
    try $0.changeLesson("The slope tells", to: "## 坡度\n\nThe slope tells", languages: ["zh"])
  },
  Spoiling(
    "other settings",
    expecting:
      "lesson.zh.md:31:1: the languages differ in the settings of fence 2; English has optimizer=momentum surface=ravine, Chinese has optimizer=momentum surface=bowl"
  ) {
    try $0.changeLesson("surface=ravine", to: "surface=bowl", languages: ["zh"])
  },
  Spoiling("another claim", expecting: "the languages differ in the claims of fence 4") {
    try $0.changeLesson("diverged == 1", to: "diverged == 0", languages: ["zh"])
  },
  Spoiling("another tolerance", expecting: "the languages differ in the key of fence 1") {
    try $0.changeLesson("tolerance: 25%", to: "tolerance: 20%", languages: ["zh"])
  },
  Spoiling(
    "other minutes", expecting: "the languages differ in `minutes` of the front matter; English has 25, Chinese has 20"
  ) {
    try $0.changeLesson("minutes: 25", to: "minutes: 20", languages: ["zh"])
  },
  Spoiling("other objectives", expecting: "the languages differ in `objectives` of the front matter") {
    try $0.changeLesson("  - divergence: Say when a step is too large, and why.\n", to: "", languages: ["zh"])
  },
  Spoiling("another figure in Python", expecting: "the languages differ in the expect of fence 5") {
    try $0.changeLesson("expect=0.104", to: "expect=0.105", languages: ["zh"])
  },
]

private let moreParity: [Spoiling] = [
  Spoiling(
    "a formula in one language only",
    expecting:
      "differ in their displayed formulas, tables, pictures, callouts and footnotes; English has formula, tip, footnote, Chinese has tip, footnote"
  ) {
    try $0.changeLesson("The slope tells", to: "$$x$$\n\nThe slope tells", languages: ["en"])
  },
  Spoiling(
    "a table with a row more",
    expecting: "English has table of 1 by 2, tip, footnote, Chinese has table of 2 by 2, tip, footnote"
  ) {
    try $0.changeLesson("The slope tells", to: "| a | b |\n|---|---|\n| 1 | 2 |\n\nThe slope tells", languages: ["en"])
    try $0.changeLesson(
      "The slope tells", to: "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\nThe slope tells", languages: ["zh"])
  },
  Spoiling(
    "a stage's folder with another name",
    expecting: "foundation:1:1: course.yaml has no place for this folder; expected one of `foundations`"
  ) {
    try $0.write("foundation/ml-basics/x/lesson.en.md", "")
  },
  Spoiling(
    "a module's folder with another name",
    expecting:
      "foundations/ml-basic:1:1: course.yaml has no place for this folder; expected one of `ml-basics`; add it there, or move the folder; did you mean `ml-basics`?"
  ) {
    try $0.write("foundations/ml-basic/x/lesson.en.md", "")
  },
]

private let quizzes: [Spoiling] = [
  Spoiling("no correct option", expecting: "question `gd-sign` has no correct option") {
    try $0.changeQuiz("zh: 下坡方向}, correct: true}", to: "zh: 下坡方向}, reason: {en: no, zh: 不}}")
  },
  Spoiling("two correct options of a single", expecting: "question `gd-sign` has 2 correct options; expected 1") {
    try $0.changeQuiz(
      "    - text: {en: Uphill, zh: 上坡方向}", to: "    - correct: true\n      text: {en: Uphill, zh: 上坡方向}")
  },
  Spoiling("a wrong option without a reason", expecting: "question `gd-sign` gives no reason for its wrong option 2") {
    try $0.changeQuiz("      reason: {en: That is $\\nabla L$ without the minus., zh: 那是没有负号的 $\\nabla L$。}\n", to: "")
  },
  Spoiling("the same option twice", expecting: "question `gd-sign` says the same twice, in 1 and 2") {
    try $0.changeQuiz("{en: Uphill, zh: 上坡方向}", to: "{en: Downhill, zh: 上坡方向}")
  },
  Spoiling("a question id twice", expecting: "the question id `gd-sign` was given before") {
    try $0.changeQuiz("id: gd-helps", to: "id: gd-sign")
  },
  Spoiling("an unknown kind of question", expecting: "`kind` cannot be `numric`; expected") {
    try $0.changeQuiz("kind: numeric", to: "kind: numric")
  },
  Spoiling("a kind to come", expecting: "is of the kind `cloze`, which is reserved") {
    try $0.changeQuiz("kind: numeric", to: "kind: cloze")
  },
  Spoiling("a key of another kind", expecting: "a `numeric` question has no key `accept`") {
    try $0.changeQuiz("  value: 1.6\n", to: "  value: 1.6\n  accept: [a]\n")
  },
  Spoiling("a mistake that is right", expecting: "question `gd-one-step` lists `1.6` as a mistake, but it is accepted")
  {
    try $0.changeQuiz("value: 2.4", to: "value: 1.6")
  },
  Spoiling("a text mistake that is right", expecting: "question `gd-name` lists `Step-Size` as a mistake") {
    try $0.changeQuiz("text: [momentum, 动量]", to: "text: [Step-Size]")
  },
  Spoiling("nothing accepted in Chinese", expecting: "question `gd-name` accepts no answer in 中文") {
    try $0.changeQuiz("accept: {en: [learning rate, step size], zh: [学习率, 步长]}", to: "accept: {en: [learning rate]}")
  },
  Spoiling("four hints", expecting: "question `gd-sign` has 4 hints; expected at most 3") {
    try $0.changeQuiz("    - {en: Think of a marble., zh: 想想一颗弹珠。}\n", to: (1...4).map { "    - '$\($0)$'\n" }.joined())
  },
  Spoiling("a missing translation", expecting: "`prompt` lacks its Chinese text") {
    try $0.changeQuiz(", zh: '$-\\nabla L$ 指向哪里？'}", to: "}")
  },
  Spoiling("a plain text with words", expecting: "`explanation` lacks its English text") {
    try $0.changeQuiz("explanation: {en: Both shorten the step., zh: 两者都缩短了步长。}", to: "explanation: 两者都缩短了步长。")
  },
  Spoiling(
    "an unknown objective",
    expecting: "unknown objective `update-rul`; expected `update-rule`, `divergence`; did you mean `update-rule`?"
  ) {
    try $0.changeQuiz("objective: update-rule", to: "objective: update-rul")
  },
  Spoiling("an objective that no question asks", expecting: "no question is about the objective `history`") {
    try $0.changeLesson(
      "terms:", to: "  - history: Say who found it.\nterms:".replacing("  - history", with: "\u{20}\u{20}- history"))
  },
  Spoiling("too few questions", expecting: "quiz.yaml:1:1: the quiz has 1 questions; expected 6 at least") {
    let quiz = ReadmeExamples.body("yaml quiz")
    try $0.write("\(lesson)/quiz.yaml", String(quiz[..<(try #require(quiz.range(of: "\n- id: gd-helps"))).lowerBound]))
  },
  Spoiling("no question decided by a run", expecting: "no question is decided by a run") {
    let quiz = ReadmeExamples.body("yaml quiz")
    try $0.write(
      "\(lesson)/quiz.yaml", String(quiz[..<(try #require(quiz.range(of: "\n- id: gd-predict"))).lowerBound]))
  },
  Spoiling("a goal without an end", expecting: "question `gd-tune-bowl` has a goal without an end") {
    try $0.changeQuiz("goal: loss <= 0.01 within 10", to: "goal: loss <= 0.01")
  },
  Spoiling(
    "a solution that turns a locked knob", expecting: "solves itself with `optimizer`, which the learner may not turn"
  ) {
    try $0.changeQuiz("solution: learning-rate=0.4", to: "solution: optimizer=momentum")
  },
  Spoiling(
    "a tolerance of nothing",
    expecting: "`tolerance` has the wrong shape; expected a number above 0, or a share such as `5%`, got `0`"
  ) {
    try $0.changeQuiz("tolerance: 0.01", to: "tolerance: 0")
  },
]

private let runs: [Spoiling] = [
  Spoiling(
    "a claim that the run does not bear out",
    expecting: "lesson.en.md:38:1: the run does not bear out `diverged == 0`; got 1 against 0", run: true
  ) {
    try $0.changeLesson("diverged == 1", to: "diverged == 0")
  },
  Spoiling("a goal that the start reaches", expecting: "the start already reaches `loss <= 0.01 within 10`", run: true)
  {
    try $0.changeQuiz("learning-rate=0.01", to: "learning-rate=0.5")
  },
  Spoiling(
    "a solution that misses", expecting: "the solution `learning-rate=0.02` does not reach `loss <= 0.01 within 10`",
    run: true
  ) {
    try $0.changeQuiz("solution: learning-rate=0.4", to: "solution: learning-rate=0.02")
  },
  Spoiling("a guess that nothing can be near", expecting: "`loss` is not a finite number at step 9000", run: true) {
    try $0.changeLesson("learning-rate=0.1\nseed: 1\nsteps: 20", to: "learning-rate=1.1\nseed: 1\nsteps: 9000")
  },
  Spoiling(
    "a twin that disagrees",
    expecting: "the demo's `loss` is 0.103763; expected 0.104 within 0.0001; the twins disagree", run: true
  ) {
    try $0.changeLesson("tolerance=0.001", to: "tolerance=0.0001 demo=gradient-descent metric=loss steps=10")
  },
]

@Suite struct FaultTests {
  @Test(arguments: files + tree + lessons + parity + moreParity + quizzes + runs)
  func `what is spoilt is said, with its place, what was expected and the cure`(spoiling: Spoiling) throws {
    let course = try TemporaryCourse()
    try spoiling.spoil(course)
    let faults = course.faults(run: spoiling.run)
    #expect(faults.contains { $0.contains(spoiling.expected) }, "\(faults.joined(separator: "\n"))")
  }

  @Test func `every fault is found at once`() throws {
    let course = try TemporaryCourse()
    try course.change("course.yaml", "zh: 线性回归}}", to: "zh: 线性回归}, needs: [gradient-descent, pcaa]}")
    try course.changeLesson("surface=ravine", to: "surfce=ravine", languages: ["en"])
    try course.changeLesson("metric: loss", to: "metric: los")
    try course.changeQuiz("id: gd-helps", to: "id: gd-sign")
    try course.changeQuiz("value: 2.4", to: "value: 1.6")
    let faults = course.faults()
    for part in ["circle", "`pcaa`", "`surfce`", "`los`", "given before", "as a mistake", "languages differ"] {
      #expect(faults.contains { $0.contains(part) }, "\(part)")
    }
    #expect(faults.count { $0.contains("`los`") } == 2)
  }

  @Test func `a lesson with a fault still opens with what could be read`() throws {
    let course = try TemporaryCourse()
    try course.remove("\(lesson)/lesson.zh.md")
    try course.changeQuiz("kind: numeric", to: "kind: numric")
    let entry = try #require(course.folder.course().value?.entry("gradient-descent"))
    let reading = course.folder.lesson(entry)
    #expect(reading.faults.count == 2)
    #expect(reading.value?.quiz.questions.count == 7)
    #expect(reading.value?[.zh].header.title == "Gradient descent")
  }

  @Test(arguments: [
    "", "- ", "{}", "[]", "null", "a: [", "&a [*a]", String(repeating: "[", count: 3000), "\u{0}", "- - - -", "? x",
  ])
  func `no text makes the loader trap`(text: String) throws {
    let course = try TemporaryCourse()
    for file in ["course.yaml", "glossary.yaml", "resources.yaml", "\(lesson)/quiz.yaml", "\(lesson)/lesson.en.md"] {
      let course = try TemporaryCourse()
      try course.write(file, text)
      _ = course.faults(run: true)
    }
    try course.write("\(lesson)/lesson.en.md", "---\n\(text)\n---\n\n```try a\n\(text)\n```\n\n```demo \(text)\n```\n")
    #expect(!course.faults(run: true).isEmpty)
  }
}

@Suite struct NearNamesTests {
  @Test(arguments: [
    ("gradient-decent", ["gradient-descent"]), ("pcaa", ["pca"]), ("PCA", ["pca"]), ("self-attn", []),
    ("self", ["self-attention"]), ("zzzz", []), ("svn", ["svm"]), ("vsm", ["svm"]),
  ])
  func `a near name is suggested, a far one is not`(name: String, expected: [String]) {
    #expect(NearNames.of(name, in: ["gradient-descent", "pca", "svm", "self-attention"]) == expected)
  }
}
