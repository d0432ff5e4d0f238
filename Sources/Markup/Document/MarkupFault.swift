/// Something wrong with a lesson's Markdown, as data.
public struct MarkupFault: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The front matter's closing `---` is missing.
    case unclosedFrontMatter
    /// A `$` or `$$` without its partner.
    case unclosedMath(delimiter: String)
    /// The formula cannot be read.
    case formula(FormulaError.Kind)
    /// `*` or `**` left as text: CommonMark does not open or close emphasis there.
    case unparsedEmphasis(near: String)
    /// HTML is shown as it stands, never interpreted.
    case html(String)
    /// A terminal shows no images; the words in the brackets stand in its place.
    case image(url: String)
    /// A fence of the engine inside a list or a quote, where it is not run.
    case nestedFence(Fence.Kind)
    /// A control character, which was left out.
    case controlCharacter(UInt32)
  }

  public let place: SourcePlace
  public let kind: Kind

  public init(_ kind: Kind, at place: SourcePlace) {
    self.kind = kind
    self.place = place
  }
}
