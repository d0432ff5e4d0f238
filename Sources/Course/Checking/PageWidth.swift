/// The room that a lesson's text has, in columns: what the checker holds formulas, tables and code to.
public enum PageWidth {
  /// Of the text in the narrowest theory pane: a terminal of 110 columns, the demo beside it.
  public static let narrowest = 47
  /// Of the text at 80 columns, where it has the screen to itself.
  public static let usual = 77
  /// What displayed formulas are set in by at these widths.
  static let formulaIndent = 4
  /// The border of a box and its blanks.
  static let boxBorder = 4
}
