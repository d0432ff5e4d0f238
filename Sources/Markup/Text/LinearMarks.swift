/// The signs by which linear text tells structure. Markdown's own unless a reader aloud wants words instead.
public struct LinearMarks {
  /// What stands before a heading of a level.
  public var heading: (Int) -> String = { String(repeating: "#", count: $0) + " " }
  public var bullet = "- "
  public var quote = "> "
  /// Around code in running text.
  public var inlineCode = "`"
  public var rule = "* * *"
  /// What stands before a table's row of that number, from 1.
  public var row: (Int) -> String = { _ in "- " }
  /// The lines before and after a block of code; nil for none.
  public var code: (before: String, after: String)?
  /// The mark of a footnote in running text.
  public var footnote: (Int) -> String = { "[\($0)]" }
  /// Before each line of a formula set apart.
  public var formulaIndent = "    "
  /// What becomes of a formula in its linear form.
  public var formula: (String) -> String = { $0 }

  public init() {}
}
