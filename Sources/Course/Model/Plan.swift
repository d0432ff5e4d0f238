import Wording

/// How long the roadmap takes.
public struct Plan: Hashable, Sendable {
  /// Months from start to end, least and most.
  public var months: ClosedRange<Int>
  /// Hours a week for theory, practice and news.
  public var theory: ClosedRange<Int>
  public var practice: ClosedRange<Int>
  public var news: ClosedRange<Int>
  public var phases: [Phase]

  /// A stretch of months and what it is for.
  public struct Phase: Hashable, Sendable {
    public var months: ClosedRange<Int>
    public var title: Bilingual
    /// Ids of the modules taken in it.
    public var modules: [String]

    public init(months: ClosedRange<Int>, title: Bilingual, modules: [String]) {
      self.months = months
      self.title = title
      self.modules = modules
    }
  }

  public init(
    months: ClosedRange<Int> = 6...12, theory: ClosedRange<Int> = 10...15, practice: ClosedRange<Int> = 5...10,
    news: ClosedRange<Int> = 2...3, phases: [Phase] = []
  ) {
    self.months = months
    self.theory = theory
    self.practice = practice
    self.news = news
    self.phases = phases
  }
}
