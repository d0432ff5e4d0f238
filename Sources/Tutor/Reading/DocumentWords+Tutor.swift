import Markup

extension DocumentWords {
  /// In the learner's language.
  public init(_ words: (String) -> String) {
    self.init(
      note: words("page.note"), tip: words("page.tip"), warning: words("page.warning"),
      footnotes: words("page.footnotes"), links: words("page.links"), image: words("page.image"),
      done: words("page.done"), open: words("page.open"))
  }
}
