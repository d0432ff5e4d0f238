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
    /// A picture among words, or one that is no file below Assets.
    case image(url: String)
    /// A link that does not begin with `https://` or `http://`.
    case link(url: String)
    /// `[^name]` without the line `[^name]: …`.
    case unknownFootnote(String)
    /// `[^name]: …` that no `[^name]` speaks of: it would never be shown.
    case unusedFootnote(String)
    /// A footnote in a quiz or a box: only a lesson's own text has a list of them.
    case footnoteInBox
    /// `[!NAME]` at the head of a quote.
    case unknownCallout(String)
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
