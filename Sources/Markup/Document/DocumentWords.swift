/// The few words that a laid out document says of itself, in the reader's language.
public struct DocumentWords: Hashable, Sendable {
  public var note: String
  public var tip: String
  public var warning: String
  /// Headings of the lists at the end of a page.
  public var footnotes: String
  public var links: String
  /// Before the words of a picture that can't be shown.
  public var image: String
  /// Before ticked and open boxes where everything is read aloud.
  public var done: String
  public var open: String

  public init(
    note: String, tip: String, warning: String, footnotes: String, links: String, image: String, done: String,
    open: String
  ) {
    self.note = note
    self.tip = tip
    self.warning = warning
    self.footnotes = footnotes
    self.links = links
    self.image = image
    self.done = done
    self.open = open
  }

  public static let english = DocumentWords(
    note: "Note", tip: "Tip", warning: "Warning", footnotes: "Footnotes", links: "Links", image: "Picture",
    done: "done", open: "to do")
  public static let chinese = DocumentWords(
    note: "说明", tip: "提示", warning: "注意", footnotes: "脚注", links: "链接", image: "图", done: "已完成", open: "未完成")

  public subscript(_ callout: Callout) -> String {
    switch callout {
    case .note: note
    case .tip: tip
    case .warning: warning
    }
  }
}
