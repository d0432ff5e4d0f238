import Terminal

/// What a recording says of itself in words, for lists and for screen readers.
public struct Caption: Hashable, Sendable {
  public var title: String
  /// What the last picture shows, in a sentence or two.
  public var description: String
  /// A language tag: `en`, `zh`.
  public var language: String

  public init(title: String, description: String, language: String) {
    self.title = Sanitizer.clean(title)
    self.description = Sanitizer.clean(description)
    self.language = language
  }
}
