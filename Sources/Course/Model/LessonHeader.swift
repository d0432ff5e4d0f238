/// What stands at the top of a lesson's file, in that file's language.
public struct LessonHeader: Hashable, Sendable {
  public var id: String
  public var title: String
  /// One sentence for lists.
  public var summary: String
  /// How long the lesson takes, 1 to 180.
  public var minutes: Int
  /// The demo beside the text when the lesson opens; nil for a lesson without a model.
  public var demo: String?
  public var objectives: [Objective]
  /// Ids of glossary entries.
  public var terms: [String]
  /// Ids of resources.
  public var resources: [String]

  /// Something that the learner can do after the lesson; questions name its id.
  public struct Objective: Hashable, Sendable {
    public var id: String
    public var text: String

    public init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  public init(
    id: String, title: String, summary: String, minutes: Int, demo: String? = nil, objectives: [Objective],
    terms: [String] = [], resources: [String] = []
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.minutes = minutes
    self.demo = demo
    self.objectives = objectives
    self.terms = terms
    self.resources = resources
  }
}
